// SPDX-License-Identifier: Apache-2.0
// The VN-2000 guard: which coordinate systems could numbers without one be in.
#pragma once

#include <string>
#include <vector>

#include "geo/crs/crs.hpp"
#include "geo/shape/extent.hpp"

namespace geo {

struct CrsCandidate {
    Crs crs;
    /// `crs.fits`, or `crs.fits-swapped` when northing stands first.
    std::string reasonId;
};

/// The systems in use for VN-2000 and WGS 84 in which the extent falls into the province, best fit first.
/// It never decides: 0.9999 and 0.9996 on one meridian, or WGS 84 and VN-2000 in degrees, look alike from
/// extents.
std::vector<CrsCandidate> candidatesFor(const Extent& extent, const Extent& provinceLonLat);

/// VN-2000 on any meridian and scale, for maps that have no EPSG code: administrative maps use the province's
/// meridian with scale 0.9996 (TT 47/2014/TT-BTNMT, Điều 5).
/// Units: meridian in degrees east; false easting 500,000 m.
Crs vn2000TransverseMercator(double centralMeridian_deg, double scale);

}  // namespace geo
