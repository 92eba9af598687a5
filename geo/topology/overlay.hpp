// SPDX-License-Identifier: Apache-2.0
// Polygons joined, shared and cut from one another.
#pragma once

#include <span>

#include "geo/base/quantities.hpp"
#include "geo/shape/geometry.hpp"

namespace geo {

/// Only polygons come back; Polygon when there is one part, else MultiPolygon, empty when nothing remains.
/// Input must be valid (repairPolygon).
/// Errors: BadData `topology.not-computable` (reason) when GEOS gives up; so for all of these.
Geometry unionOf(std::span<const Geometry> polygons);
Geometry intersectionOf(const Geometry& first, const Geometry& second);
/// What the first has beyond the second.
Geometry differenceOf(const Geometry& first, const Geometry& second);

/// The grid on which pieces are built: corners move by at most 0.71 of it, borders that come as near become
/// one. On a grid overlay cannot fail for want of digits.
inline constexpr Metres pieceGrid{0.001};

/// As those above, on the grid.
Geometry gridUnionOf(std::span<const Geometry> polygons);
Geometry gridIntersectionOf(const Geometry& first, const Geometry& second);
Geometry gridDifferenceOf(const Geometry& first, const Geometry& second);

/// The union of faces that share their borders bit for bit or not at all, corners unchanged. Where they
/// overlap or touch otherwise the answer is anything, or an error as above: check it.
Geometry coverageUnionOf(std::span<const Geometry> faces);

}  // namespace geo
