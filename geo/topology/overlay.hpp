// SPDX-License-Identifier: Apache-2.0
// Polygons joined, shared and cut from one another.
#pragma once

#include <span>

#include "geo/shape/geometry.hpp"

namespace geo {

/// Only polygons come back; Polygon when there is one part, else MultiPolygon, empty when nothing remains.
/// Input must be valid (repairPolygon).
/// Errors: BadData `topology.not-computable` (reason) when GEOS gives up; so for all of these.
Geometry unionOf(std::span<const Geometry> polygons);
Geometry intersectionOf(const Geometry& first, const Geometry& second);
/// What the first has beyond the second.
Geometry differenceOf(const Geometry& first, const Geometry& second);

}  // namespace geo
