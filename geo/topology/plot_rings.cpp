// SPDX-License-Identifier: Apache-2.0
// Area, centroid, extent and the star test from one look at every coordinate.
#include "geo/topology/plot_rings.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace geo {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// Coordinates of this machine one after another in a blob, wherever it begins.
class PlainRing {
  public:
    PlainRing(const std::byte* bytes, std::size_t count) : m_bytes(bytes), m_count(count) {}
    std::size_t size() const { return m_count; }
    Coordinate operator[](std::size_t index) const {
        Coordinate coordinate;
        std::memcpy(&coordinate, m_bytes + index * sizeof(Coordinate), sizeof(Coordinate));
        return coordinate;
    }

  private:
    const std::byte* m_bytes;
    std::size_t m_count;
};

template <class Visit>
void forEachRing(const ShapeView& plot, const Visit& visit) {
    if (singleKindOf(plot.kind()) != GeometryKind::Polygon) return;
    plot.forEachPath([&](const PathView& path, bool startsPart) {
        if (path.plainBytes() != nullptr) return visit(PlainRing(path.plainBytes(), path.size()), startsPart);
        visit(path, startsPart);
    });
}

template <class Visit>
void forEachRing(const Geometry& plot, const Visit& visit) {
    if (!plot.isPolygonal()) return;
    for (std::size_t part = 0; part < plot.partCount(); ++part) {
        const auto [begin, end] = plot.partPaths(part);
        for (std::size_t ring = begin; ring < end; ++ring) visit(plot.path(ring), ring == begin);
    }
}

}  // namespace

/// Turns are twice the area of the triangle between the centre and an edge.
struct PlotRings::Sums {
    double turns = 0;
    double momentX = 0;
    double momentY = 0;
    double leastTurn = infinite;
    double mostTurn = -infinite;
    int changesOfHalf = 0;
    Extent extent;

    void addEdge(Coordinate a, Coordinate b) {
        const double turn = a.x * b.y - a.y * b.x;
        turns += turn;
        momentX += turn * (a.x + b.x);
        momentY += turn * (a.y + b.y);
        leastTurn = std::min(leastTurn, turn);
        mostTurn = std::max(mostTurn, turn);
        changesOfHalf += static_cast<int>((a.y >= 0) != (b.y >= 0));
    }
    bool isStar() const {
        const double least = extent.width() * extent.height() * 1e-12;
        return changesOfHalf == 2 && (leastTurn > least || mostTurn < -least);
    }
};

void PlotRings::note(Fault fault) { m_fault = std::max(m_fault, fault); }

template <class Ring>
void PlotRings::addRing(const Ring& ring, bool startsPart) {
    const std::size_t count = ring.size();
    if (count == 0) return;
    Sums sums;
    const Coordinate first{ring[0].x - m_centre.x, ring[0].y - m_centre.y};
    Coordinate before = first;
    sums.extent.include(ring[0]);
    for (std::size_t i = 1; i < count; ++i) {
        const Coordinate position = ring[i];
        const Coordinate here{position.x - m_centre.x, position.y - m_centre.y};
        sums.extent.include(position);
        sums.addEdge(before, here);
        before = here;
    }
    const bool isOpen = !(before == first);
    if (isOpen) sums.addEdge(before, first);
    if (count + (isOpen ? 1 : 0) < 4) note(Fault::TooFewPoints);
    if (isOpen) note(Fault::OpenRing);
    take(sums, startsPart);
}

void PlotRings::take(const Sums& sums, bool startsPart) {
    if (!std::isfinite(sums.turns)) note(Fault::NotFinite);
    m_isStar = m_signs.empty() && sums.isStar();
    m_holes = m_holes || !startsPart;
    const double sign = (sums.turns > 0) == startsPart ? 1 : -1;
    m_signs.push_back(sign);
    m_area_m2 += sign * sums.turns / 2;
    m_momentX += sign * sums.momentX / 6;
    m_momentY += sign * sums.momentY / 6;
    m_extent.include(sums.extent);
}

template <class Shape>
void PlotRings::sumAbout(const Shape& plot, Coordinate centre) {
    m_centre = centre;
    m_area_m2 = m_momentX = m_momentY = 0;
    m_extent = {};
    m_fault = Fault::None;
    m_isStar = m_holes = false;
    m_signs.clear();
    forEachRing(plot, [&](const auto& ring, bool startsPart) { addRing(ring, startsPart); });
}

/// About a centre that proves to lie elsewhere, digits would be lost: a blob's envelope may lie.
template <class Shape>
void PlotRings::sumAll(const Shape& plot, Coordinate centre) {
    sumAbout(plot, centre);
    if (m_fault != Fault::NotFinite && !m_extent.isEmpty() && !m_extent.contains(centre))
        sumAbout(plot, m_extent.centre());
}

void PlotRings::sum(const ShapeView& plot) { sumAll(plot, plot.envelope().centre()); }
void PlotRings::sum(const Geometry& plot) { sumAll(plot, plot.extent().centre()); }

Coordinate PlotRings::centroid() const {
    const Coordinate found{m_centre.x + m_momentX / m_area_m2, m_centre.y + m_momentY / m_area_m2};
    return m_extent.contains(found) ? found : m_extent.centre();
}

template <class Shape>
void PlotRings::addEdges(const Shape& plot, Coordinate origin, std::vector<BoundaryEdge>& edges) const {
    edges.clear();
    std::size_t ringIndex = 0;
    forEachRing(plot, [&](const auto& ring, bool) {
        const std::size_t count = ring.size();
        if (count == 0) return;
        const double sign = m_signs[ringIndex++];
        const auto at = [&](std::size_t i) {
            const Coordinate position = ring[i];
            return Coordinate{position.x - origin.x, position.y - origin.y};
        };
        Coordinate from = at(count - 1);
        for (std::size_t i = 0; i < count; ++i) {
            const Coordinate to = at(i);
            if (from.x < to.x) edges.push_back(edgeBetween(from, to, -sign));
            if (from.x > to.x) edges.push_back(edgeBetween(to, from, sign));
            from = to;
        }
    });
}

void PlotRings::edgesOf(const ShapeView& plot, Coordinate origin, std::vector<BoundaryEdge>& edges) const {
    addEdges(plot, origin, edges);
}
void PlotRings::edgesOf(const Geometry& plot, Coordinate origin, std::vector<BoundaryEdge>& edges) const {
    addEdges(plot, origin, edges);
}

}  // namespace geo
