// SPDX-License-Identifier: Apache-2.0
// The VN-2000 guard: which coordinate systems could numbers be in, and how are they told to `--crs`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/crs/crs.hpp"
#include "geo/shape/extent.hpp"

namespace geo {

/// Exchanged: northing or latitude stands first.
enum class AxesRead { AsWritten, Exchanged };

/// What a CRS that is named rightly may hide: numbers of WGS 84 that were never shifted to VN-2000 (about
/// 223 m), or were shifted with the signs of the rotations turned (0.8 m).
enum class DatumFault { None, Unshifted, RotationSigns };

/// One way to read the numbers of a file.
struct CrsCandidate {
    Crs crs;
    AxesRead axes = AxesRead::AsWritten;
    DatumFault fault = DatumFault::None;
};

/// The systems in use for VN-2000 and WGS 84 in which the extent falls into the province, best fit first.
/// It never decides: 0.9999 and 0.9996 on one meridian, or WGS 84 and VN-2000 in degrees, look alike from
/// extents.
std::vector<CrsCandidate> candidatesFor(const Extent& extent, const Extent& provinceLonLat);

/// The same projection on WGS 84, for numbers that were never shifted; nothing unless the CRS is a transverse
/// Mercator on VN-2000 that has no twin with a code of its own.
std::optional<CrsCandidate> unshifted(const CrsCandidate& candidate);

/// Numbers brought from WGS 84 to VN-2000, or from VN-2000 to degrees of WGS 84, with the rotations of
/// QĐ 05/2007/QĐ-BTNMT turned round; nothing for other systems.
std::optional<CrsCandidate> withRotationSignsTurned(const CrsCandidate& candidate);

/// VN-2000 on any meridian and scale, for maps that have no EPSG code: administrative maps use the province's
/// meridian with scale 0.9996 (TT 47/2014/TT-BTNMT, Điều 5).
/// Units: meridian in degrees east; false easting 500,000 m.
Crs vn2000TransverseMercator(double centralMeridian_deg, double scale);
/// The same projection of WGS 84 degrees.
Crs wgs84TransverseMercator(double centralMeridian_deg, double scale);

/// What Crs::fromText() reads, and `VN2000:103:0.9996`, `WGS84:103:0.9999` for a transverse Mercator without
/// a code.
/// Errors: Usage `crs.unknown` naming the text.
Crs crsFromOption(std::string_view text);

/// The text crsFromOption() reads as this CRS, as short as there is; WKT where there is no short one.
std::string optionFor(const Crs& crs);

}  // namespace geo
