// SPDX-License-Identifier: Apache-2.0
// A point and a polygon: inside, how far from the border, where a label stands best.
#pragma once

#include "geo/base/quantities.hpp"
#include "geo/shape/coordinate.hpp"
#include "geo/shape/geometry.hpp"

namespace geo {

/// By the even-odd rule; a point on a border shared by two polygons lies in exactly one of them.
bool containsPoint(const Geometry& polygon, Coordinate point);

/// To the nearest edge of a polygon or line, or the nearest point; infinite for an empty geometry.
/// Units: metres for coordinates in metres.
Metres distanceToBoundary(const Geometry& geometry, Coordinate point);

/// The pole of inaccessibility, within 1/200 of the extent: the place farthest from every border.
/// For slivers and polygons without area any point inside; for an empty geometry the origin.
/// Errors: BadData `topology.not-computable` (reason) when GEOS gives up.
Coordinate labelPoint(const Geometry& polygon);

}  // namespace geo
