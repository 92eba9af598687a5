// SPDX-License-Identifier: Apache-2.0
// Stretches that lie beyond one side of the window become one straight edge; the rest is cut side by side.
#include "geo/topology/face_clip.hpp"

#include <algorithm>
#include <array>

namespace geo {
namespace {

constexpr std::size_t edgesInAStretch = 32;
constexpr std::size_t fewestInARing = 4;

bool liesBeyondASide(const Extent& box, const Extent& window) {
    return box.minX > window.maxX || box.maxX < window.minX || box.minY > window.maxY ||
           box.maxY < window.minY;
}

/// One side of the window as a half plane.
struct Side {
    double Coordinate::*across;
    double Coordinate::*along;
    double limit;
    /// +1: inside is below the limit; −1: above it.
    double sign;

    bool holds(Coordinate place) const { return sign * place.*across <= sign * limit; }

    /// Where an edge crosses; the same bits whichever way the edge runs.
    Coordinate crossing(Coordinate from, Coordinate to) const {
        if (to.*across < from.*across) std::swap(from, to);
        const double share = (limit - from.*across) / (to.*across - from.*across);
        Coordinate place;
        place.*across = limit;
        place.*along = from.*along + share * (to.*along - from.*along);
        return place;
    }
};

void cutAt(const Side& side, const std::vector<Coordinate>& ring, std::vector<Coordinate>& into) {
    into.clear();
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const bool startsInside = side.holds(ring[i - 1]);
        if (startsInside != side.holds(ring[i])) into.push_back(side.crossing(ring[i - 1], ring[i]));
        if (side.holds(ring[i])) into.push_back(ring[i]);
    }
    if (!into.empty() && into.front() != into.back()) into.push_back(into.front());
}

void cutToWindow(std::vector<Coordinate>& ring, const Extent& window) {
    const std::array sides{Side{&Coordinate::x, &Coordinate::y, window.minX, -1},
                           Side{&Coordinate::x, &Coordinate::y, window.maxX, 1},
                           Side{&Coordinate::y, &Coordinate::x, window.minY, -1},
                           Side{&Coordinate::y, &Coordinate::x, window.maxY, 1}};
    std::vector<Coordinate> cut;
    for (const Side& side : sides) {
        cutAt(side, ring, cut);
        ring.swap(cut);
    }
    const auto repeated = std::ranges::unique(ring);
    ring.erase(repeated.begin(), repeated.end());
}

}  // namespace

FaceClip::FaceClip(const Geometry& face) : m_face(&face), m_extent(face.extent()) {
    for (std::size_t index = 0; index < face.pathCount(); ++index) {
        m_firstStretch.push_back(m_stretches.size());
        addStretches(face.path(index));
    }
}

void FaceClip::addStretches(Path path) {
    for (std::size_t begin = 0; begin + 1 < path.size(); begin += edgesInAStretch) {
        const std::size_t end = std::min(begin + edgesInAStretch, path.size() - 1);
        Extent box;
        for (std::size_t i = begin; i <= end; ++i) box.include(path[i]);
        m_stretches.push_back(box);
    }
}

void FaceClip::shorten(std::size_t pathIndex, const Extent& window, std::vector<Coordinate>& ring) const {
    ring.clear();
    const Path path = m_face->path(pathIndex);
    if (path.empty()) return;
    ring.push_back(path.front());
    std::size_t stretch = m_firstStretch[pathIndex];
    for (std::size_t begin = 0; begin + 1 < path.size(); begin += edgesInAStretch, ++stretch) {
        const std::size_t end = std::min(begin + edgesInAStretch, path.size() - 1);
        const std::size_t first = liesBeyondASide(m_stretches[stretch], window) ? end : begin + 1;
        ring.insert(ring.end(), path.begin() + static_cast<std::ptrdiff_t>(first),
                    path.begin() + static_cast<std::ptrdiff_t>(end) + 1);
    }
}

Geometry FaceClip::within(const Extent& window) const {
    if (window.contains(m_extent)) return *m_face;
    Geometry clipped(GeometryKind::MultiPolygon);
    std::vector<Coordinate> ring;
    for (std::size_t part = 0; part < m_face->partCount(); ++part) {
        const auto [begin, end] = m_face->partPaths(part);
        for (std::size_t index = begin; index < end; ++index) {
            shorten(index, window, ring);
            cutToWindow(ring, window);
            const bool isRing = ring.size() >= fewestInARing;
            if (index == begin && !isRing) break;
            if (index == begin) clipped.beginPart();
            if (isRing) clipped.addPath(ring);
        }
    }
    return clipped;
}

}  // namespace geo
