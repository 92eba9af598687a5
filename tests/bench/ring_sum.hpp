// SPDX-License-Identifier: Apache-2.0
// The area inside the rings of a shape, from its bytes and nothing else.
#pragma once

#include <cstddef>
#include <span>

namespace bench {

/// Square metres of polygons in a blob of SpatiaLite or GeoPackage, little-endian, without Z; outer rings
/// less holes, each by its shoelace sum. 0 for what is no polygon.
/// Errors: std::runtime_error when the bytes end before the rings do.
double ringArea_m2(std::span<const std::byte> blob);

/// The same of a record of a shapefile from its shape type on. Rings that run clockwise are outer ones.
double shapefileRingArea_m2(std::span<const std::byte> record);

}  // namespace bench
