// SPDX-License-Identifier: Apache-2.0
// An edge of a boundary, ready for integrals.
#pragma once

#include <cmath>

#include "geo/shape/coordinate.hpp"

namespace geo {

/// From left to right (fromX < toX). The sign says where the polygon lies: +1 below the edge, -1 above it; at
/// any place the signs of all edges above it add up to 1 inside the polygon and to 0 outside.
struct BoundaryEdge {
    double fromX;
    double toX;
    double fromY;
    double rise;
    double sign;

    double heightAt(double x) const { return fromY + (x - fromX) * rise; }
};

/// Upright edges have no width and hence no area below them: they are no boundary edges.
inline BoundaryEdge edgeBetween(Coordinate left, Coordinate right, double sign) {
    const double rise = (right.y - left.y) / (right.x - left.x);
    return {left.x, right.x, left.y, std::isfinite(rise) ? rise : 0, sign};
}

}  // namespace geo
