// SPDX-License-Identifier: Apache-2.0
// A polygon as seen inside a rectangular cell, kept as what an area integral needs and nothing more.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "geo/shape/coordinate.hpp"
#include "geo/shape/extent.hpp"
#include "geo/shape/geometry.hpp"

namespace geo {

/// An edge from left to right (left.x < right.x) with the side the polygon lies on: +1 below it, -1 above it.
/// At any place, the signs of all edges above it add up to 1 inside the polygon and to 0 outside.
struct Edge {
    Coordinate left;
    Coordinate right;
    double sign;
};

/// Edges above the cell matter only by their signs: from x on, their sum changes by so much.
struct Step {
    double x;
    std::int32_t change;
    bool operator==(const Step&) const = default;
};

/// Upright edges have no width and edges below the cell lie above nothing in it, so neither is kept.
struct ClippedRegion {
    std::vector<Edge> edges;
    /// Sorted, no two at one x, none of change 0, all within [cell.minX, cell.maxX).
    std::vector<Step> above;

    bool isEmpty() const { return edges.empty() && above.empty(); }
    bool covers(const Extent& cell) const {
        return edges.empty() && above.size() == 1 && above.front() == Step{cell.minX, 1};
    }
    void clear() { edges.clear(), above.clear(); }
};

/// All edges of valid polygons, whatever way their rings run, with coordinates relative to the origin.
ClippedRegion regionOf(const Geometry& polygons, Coordinate origin);

/// Fills `into` with the part of a region that lies in the cell. The region must have been clipped to a cell
/// that holds this one, or not at all.
void clip(const ClippedRegion& region, const Extent& cell, ClippedRegion& into);

/// An edge of a boundary within a cell, ready for integrals; coordinates relative to the cell's lower left
/// corner.
struct BoundaryEdge {
    double fromX;
    double toX;
    double fromY;
    double rise;
    double sign;

    double heightAt(double x) const { return fromY + (x - fromX) * rise; }
};

/// The region's whole boundary in the cell: its edges, and the top of the cell where it lies inside.
void appendBoundary(const ClippedRegion& region, const Extent& cell, std::vector<BoundaryEdge>& boundary);

/// Lower left, lower right, upper left, upper right.
std::array<Extent, 4> quartersOf(const Extent& cell);

}  // namespace geo
