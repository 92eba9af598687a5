// SPDX-License-Identifier: Apache-2.0
// Arcs read, and faces put together again from those they run along.
#include "geo/topology/coverage.hpp"

#include <algorithm>

#include "geo/topology/path_thinning.hpp"

namespace geo {

Coverage::Arc Coverage::arc(std::size_t index) const {
    const std::size_t begin = index == 0 ? 0 : m_arcEnds[index - 1];
    return {Path(m_coordinates).subspan(begin, m_arcEnds[index] - begin), m_sides[index].left,
            m_sides[index].right};
}

std::vector<Coordinate> Coverage::ringCoordinates(std::size_t ring) const {
    std::vector<Coordinate> around;
    for (std::size_t i = ring == 0 ? 0 : m_rings[ring - 1].stepsEnd; i < m_rings[ring].stepsEnd; ++i) {
        const Path path = arc(m_steps[i] / 2).path;
        if (m_steps[i] % 2 == 0)
            around.insert(around.end(), path.begin(), path.end() - 1);
        else
            around.insert(around.end(), path.rbegin(), path.rend() - 1);
    }
    if (around.empty()) return around;
    std::ranges::rotate(around, around.begin() + m_rings[ring].rotation);
    around.push_back(around.front());
    return around;
}

Geometry Coverage::face(std::size_t index) const {
    Geometry face(m_faces[index].kind);
    const std::size_t firstPart = index == 0 ? 0 : m_faces[index - 1].partsEnd;
    std::size_t ring = firstPart == 0 ? 0 : m_partEnds[firstPart - 1];
    auto repeat = std::ranges::lower_bound(m_repeats, ring, {}, &Repeat::ring);
    for (std::size_t part = firstPart; part < m_faces[index].partsEnd; ++part) {
        face.beginPart();
        for (; ring < m_partEnds[part]; ++ring) {
            const std::vector<Coordinate> around = ringCoordinates(ring);
            for (std::size_t i = 0; i < around.size(); ++i) {
                face.addCoordinate(around[i]);
                for (; repeat != m_repeats.end() && repeat->ring == ring && repeat->place == i; ++repeat) {
                    for (std::uint32_t time = 0; time < repeat->times; ++time) face.addCoordinate(around[i]);
                }
            }
            face.endPath();
        }
    }
    return face;
}

Coverage Coverage::thinned(double tolerance) const {
    Coverage fewer;
    PathThinner thinner(tolerance);
    for (std::size_t i = 0; i < arcCount(); ++i) {
        thinner.append(arc(i).path, fewer.m_coordinates);
        fewer.m_arcEnds.push_back(static_cast<std::uint32_t>(fewer.m_coordinates.size()));
    }
    fewer.m_keys = m_keys;
    fewer.m_sides = m_sides;
    fewer.m_steps = m_steps;
    fewer.m_rings = m_rings;
    for (Ring& ring : fewer.m_rings) ring.rotation = 0;
    fewer.m_partEnds = m_partEnds;
    fewer.m_faces = m_faces;
    return fewer;
}

}  // namespace geo
