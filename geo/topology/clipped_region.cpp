// SPDX-License-Identifier: Apache-2.0
// Cutting regions to cells, edge by edge; no rings are rebuilt, so nothing can fail.
#include "geo/topology/clipped_region.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "geo/measure/area.hpp"

namespace geo {
namespace {

double heightAt(const Edge& edge, double x) {
    const double rise = (edge.right.y - edge.left.y) / (edge.right.x - edge.left.x);
    const auto [low, high] = std::minmax(edge.left.y, edge.right.y);
    return std::clamp(edge.left.y + (x - edge.left.x) * rise, low, high);
}

double placeAt(const Edge& edge, double y) {
    const double run = (edge.right.x - edge.left.x) / (edge.right.y - edge.left.y);
    return std::clamp(edge.left.x + (y - edge.left.y) * run, edge.left.x, edge.right.x);
}

/// Where a step meets the one before it they cancel at once: neighbours in a ring share their corner.
void addStep(std::vector<Step>& steps, double x, std::int32_t change) {
    if (!steps.empty() && steps.back() == Step{x, -change}) {
        steps.pop_back();
    } else {
        steps.push_back({x, change});
    }
}

class Clipper {
  public:
    Clipper(const Extent& cell, ClippedRegion& into) : m_cell(cell), m_into(into) {}

    void add(Edge edge) {
        if (edge.right.x <= m_cell.minX || edge.left.x >= m_cell.maxX) return;
        if (edge.left.y <= m_cell.minY && edge.right.y <= m_cell.minY) return;
        const Edge whole = edge;
        if (edge.left.x < m_cell.minX) edge.left = {m_cell.minX, heightAt(whole, m_cell.minX)};
        if (edge.right.x > m_cell.maxX) edge.right = {m_cell.maxX, heightAt(whole, m_cell.maxX)};
        addWithinColumn(edge);
    }

  private:
    void addWithinColumn(Edge edge) {
        if (edge.left.y >= m_cell.maxY && edge.right.y >= m_cell.maxY)
            return addAbove(edge.left.x, edge.right.x, edge);
        const Edge whole = edge;
        if (edge.left.y > m_cell.maxY) {
            edge.left = {placeAt(whole, m_cell.maxY), m_cell.maxY};
            addAbove(whole.left.x, edge.left.x, whole);
        }
        if (edge.right.y > m_cell.maxY) {
            edge.right = {placeAt(whole, m_cell.maxY), m_cell.maxY};
            addAbove(edge.right.x, whole.right.x, whole);
        }
        if (edge.left.y < m_cell.minY) edge.left = {placeAt(whole, m_cell.minY), m_cell.minY};
        if (edge.right.y < m_cell.minY) edge.right = {placeAt(whole, m_cell.minY), m_cell.minY};
        const bool isBelow = edge.left.y <= m_cell.minY && edge.right.y <= m_cell.minY;
        if (edge.left.x < edge.right.x && !isBelow) m_into.edges.push_back(edge);
    }

    void addAbove(double from, double to, const Edge& edge) {
        if (!(from < to)) return;
        const auto change = static_cast<std::int32_t>(edge.sign);
        addStep(m_into.above, from, change);
        if (to < m_cell.maxX) addStep(m_into.above, to, -change);
    }

    const Extent& m_cell;
    ClippedRegion& m_into;
};

/// What is above a cell is above every cell within it.
void addInherited(const std::vector<Step>& above, const Extent& cell, std::vector<Step>& into) {
    for (const Step& step : above) {
        if (step.x < cell.maxX) into.push_back({std::max(step.x, cell.minX), step.change});
    }
}

void tidy(std::vector<Step>& steps) {
    if (steps.empty()) return;
    std::sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.x < b.x; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < steps.size();) {
        Step sum{steps[i].x, 0};
        for (; i < steps.size() && steps[i].x == sum.x; ++i) sum.change += steps[i].change;
        if (sum.change != 0) steps[kept++] = sum;
    }
    steps.resize(kept);
}

void addRing(ClippedRegion& region, Path ring, Coordinate origin, double ringSign) {
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Coordinate from{ring[i - 1].x - origin.x, ring[i - 1].y - origin.y};
        const Coordinate to{ring[i].x - origin.x, ring[i].y - origin.y};
        if (from.x < to.x) region.edges.push_back({from, to, -ringSign});
        if (from.x > to.x) region.edges.push_back({to, from, ringSign});
    }
}

}  // namespace

ClippedRegion regionOf(const Geometry& polygons, Coordinate origin) {
    ClippedRegion region;
    if (!polygons.isPolygonal()) return region;
    region.edges.reserve(polygons.coordinates().size());
    for (std::size_t part = 0; part < polygons.partCount(); ++part) {
        const auto [begin, end] = polygons.partPaths(part);
        for (std::size_t index = begin; index < end; ++index) {
            const Path ring = polygons.path(index);
            const double counterClockwise = signedRingArea(ring) > 0 ? 1 : -1;
            addRing(region, ring, origin, index == begin ? counterClockwise : -counterClockwise);
        }
    }
    return region;
}

void clip(const ClippedRegion& region, const Extent& cell, ClippedRegion& into) {
    into.clear();
    addInherited(region.above, cell, into.above);
    Clipper clipper(cell, into);
    for (const Edge& edge : region.edges) clipper.add(edge);
    tidy(into.above);
}

void appendBoundary(const ClippedRegion& region, const Extent& cell, std::vector<BoundaryEdge>& boundary) {
    for (const Edge& edge : region.edges) {
        const double rise = (edge.right.y - edge.left.y) / (edge.right.x - edge.left.x);
        boundary.push_back({edge.left.x - cell.minX, edge.right.x - cell.minX, edge.left.y - cell.minY,
                            std::isfinite(rise) ? rise : 0, edge.sign});
    }
    std::int32_t winding = 0;
    for (std::size_t i = 0; i < region.above.size(); ++i) {
        winding += region.above[i].change;
        const double to = i + 1 < region.above.size() ? region.above[i + 1].x : cell.maxX;
        if (winding == 0) continue;
        boundary.push_back(
            {region.above[i].x - cell.minX, to - cell.minX, cell.height(), 0, static_cast<double>(winding)});
    }
}

std::array<Extent, 4> quartersOf(const Extent& cell) {
    const Coordinate middle = cell.centre();
    return {{{cell.minX, cell.minY, middle.x, middle.y},
             {middle.x, cell.minY, cell.maxX, middle.y},
             {cell.minX, middle.y, middle.x, cell.maxY},
             {middle.x, middle.y, cell.maxX, cell.maxY}}};
}

}  // namespace geo
