// SPDX-License-Identifier: Apache-2.0
// Distances: Pythagoras and the inverse geodesic problem.
#include "geo/measure/distance.hpp"

#include <cmath>

#include "geo/measure/geodesic.hpp"

namespace geo {

Metres planarDistance(Coordinate from, Coordinate to) { return {std::hypot(to.x - from.x, to.y - from.y)}; }

Metres geodesicDistance(Coordinate lonLatFrom, Coordinate lonLatTo) {
    double distance_m = 0;
    geod_inverse(&wgs84(), lonLatFrom.y, lonLatFrom.x, lonLatTo.y, lonLatTo.x, &distance_m, nullptr, nullptr);
    return {distance_m};
}

}  // namespace geo
