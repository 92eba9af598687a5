// SPDX-License-Identifier: Apache-2.0
// Cells sorted by their distance from the outline, taken from the inside until the area is reached.
#include "sample-data/generator/outline.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sample-data/generator/rings.hpp"

namespace sample {
namespace {

double squareToSegment(geo::Coordinate position, geo::Coordinate a, geo::Coordinate b) {
    const double alongX = b.x - a.x;
    const double alongY = b.y - a.y;
    const double length = alongX * alongX + alongY * alongY;
    const double along =
        length > 0 ? ((position.x - a.x) * alongX + (position.y - a.y) * alongY) / length : 0;
    const double held = std::clamp(along, 0.0, 1.0);
    const double dx = position.x - (a.x + held * alongX);
    const double dy = position.y - (a.y + held * alongY);
    return dx * dx + dy * dy;
}

// Negative inside.
double signedDistance_m(std::span<const geo::Coordinate> outline, geo::Coordinate position) {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < outline.size(); ++i) {
        nearest = std::min(nearest, squareToSegment(position, outline[i], outline[(i + 1) % outline.size()]));
    }
    return ringContains(outline, position) ? -std::sqrt(nearest) : std::sqrt(nearest);
}

// Cells reached from one cell without leaving those that are in (or out, for the outside).
std::vector<bool> reachedFrom(const Lattice& lattice, CellIndex start, const std::vector<bool>& isOpen) {
    std::vector<bool> isReached(isOpen.size(), false);
    std::vector<CellIndex> waiting{start};
    isReached[start] = true;
    while (!waiting.empty()) {
        const CellIndex cell = waiting.back();
        waiting.pop_back();
        for (const CellIndex beside : lattice.neighbours(cell)) {
            if (beside == noCell || isReached[beside] || !isOpen[beside]) continue;
            isReached[beside] = true;
            waiting.push_back(beside);
        }
    }
    return isReached;
}

}  // namespace

std::vector<CellIndex> cellsInside(const Ground& ground, std::span<const geo::Coordinate> outline,
                                   double wantedArea_m2) {
    std::vector<std::pair<double, CellIndex>> byDistance;
    for (CellIndex cell = 0; cell < ground.lattice.cellCount(); ++cell) {
        byDistance.emplace_back(signedDistance_m(outline, ground.positions[cell]), cell);
    }
    std::ranges::sort(byDistance);
    std::vector<bool> isIn(byDistance.size(), false);
    double area_m2 = 0;
    for (const auto& [distance_m, cell] : byDistance) {
        if (area_m2 + ground.cellAreas_m2[cell] / 2 > wantedArea_m2) break;
        area_m2 += ground.cellAreas_m2[cell];
        isIn[cell] = true;
    }
    const auto isMainland = reachedFrom(ground.lattice, byDistance.front().second, isIn);
    const auto isOutside = reachedFrom(ground.lattice, 0, [&] {
        auto isOpen = isMainland;
        isOpen.flip();
        return isOpen;
    }());
    std::vector<CellIndex> cells;
    for (CellIndex cell = 0; cell < isOutside.size(); ++cell) {
        if (!isOutside[cell]) cells.push_back(cell);
    }
    return cells;
}

}  // namespace sample
