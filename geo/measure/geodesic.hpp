// SPDX-License-Identifier: Apache-2.0
// An ellipsoid made ready for geodesics; included by the .cpp files of this room only.
#pragma once

#include <geodesic.h>

#include "geo/crs/ellipsoid.hpp"

namespace geo {

inline geod_geodesic geodesicsOn(const Ellipsoid& ellipsoid) {
    geod_geodesic made;
    geod_init(&made, ellipsoid.semiMajor_m, ellipsoid.flattening);
    return made;
}

/// Constant once made, so any thread may read it.
inline const geod_geodesic& wgs84() {
    static const geod_geodesic ellipsoid = geodesicsOn({});
    return ellipsoid;
}

}  // namespace geo
