// SPDX-License-Identifier: Apache-2.0
// Distances, on the plane and on the ellipsoid.
#pragma once

#include "geo/base/quantities.hpp"
#include "geo/shape/coordinate.hpp"

namespace geo {

/// Units: metres for coordinates in metres.
Metres planarDistance(Coordinate from, Coordinate to);

/// Length of the geodesic on the WGS 84 ellipsoid.
/// CRS:    longitude/latitude in degrees, longitude first.
/// Source: Karney 2013, doi:10.1007/s00190-012-0578-z.
Metres geodesicDistance(Coordinate lonLatFrom, Coordinate lonLatTo);

}  // namespace geo
