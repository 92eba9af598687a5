// SPDX-License-Identifier: Apache-2.0
// The WGS 84 ellipsoid for geodesics; included by the .cpp files of this room only.
#pragma once

#include <geodesic.h>

namespace geo {

/// Constant once made, so any thread may read it.
inline const geod_geodesic& wgs84() {
    static const geod_geodesic ellipsoid = [] {
        geod_geodesic made;
        geod_init(&made, 6'378'137.0, 1 / 298.257223563);
        return made;
    }();
    return ellipsoid;
}

}  // namespace geo
