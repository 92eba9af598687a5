// SPDX-License-Identifier: Apache-2.0
// Geometry: one buffer, path ends, part ends.
#include "geo/shape/geometry.hpp"

namespace geo {

Geometry Geometry::point(Coordinate position) {
    Geometry geometry(GeometryKind::Point);
    geometry.beginPart();
    geometry.addPath({&position, 1});
    return geometry;
}

Geometry Geometry::lineString(std::vector<Coordinate> line) {
    Geometry geometry(GeometryKind::LineString);
    geometry.beginPart();
    geometry.addPath(line);
    return geometry;
}

Geometry Geometry::polygon(std::vector<Coordinate> outerRing) {
    if (!outerRing.empty() && outerRing.front() != outerRing.back()) outerRing.push_back(outerRing.front());
    Geometry geometry(GeometryKind::Polygon);
    geometry.beginPart();
    geometry.addPath(outerRing);
    return geometry;
}

Path Geometry::path(std::size_t index) const {
    const std::size_t begin = index == 0 ? 0 : m_pathEnds[index - 1];
    return std::span(m_coordinates).subspan(begin, m_pathEnds[index] - begin);
}

Geometry::PathRange Geometry::partPaths(std::size_t part) const {
    return {part == 0 ? 0 : m_partEnds[part - 1], m_partEnds[part]};
}

Extent Geometry::extent() const {
    Extent extent;
    for (const Coordinate coordinate : m_coordinates) extent.include(coordinate);
    return extent;
}

void Geometry::reserve(std::size_t coordinates, std::size_t paths) {
    m_coordinates.reserve(coordinates);
    m_pathEnds.reserve(paths);
}

void Geometry::beginPart() { m_partEnds.push_back(static_cast<std::uint32_t>(m_pathEnds.size())); }

void Geometry::addPath(Path path) {
    m_coordinates.insert(m_coordinates.end(), path.begin(), path.end());
    endPath();
}

void Geometry::endPath() {
    m_pathEnds.push_back(static_cast<std::uint32_t>(m_coordinates.size()));
    m_partEnds.back() = static_cast<std::uint32_t>(m_pathEnds.size());
}

}  // namespace geo
