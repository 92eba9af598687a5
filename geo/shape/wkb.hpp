// SPDX-License-Identifier: Apache-2.0
// Geometry as the bytes that files and databases keep; little-endian, two dimensions.
#pragma once

#include <cstddef>
#include <vector>

#include "geo/shape/geometry.hpp"

namespace geo {

/// A geometry of kind Empty is written as an empty collection.
/// Errors: BadData `shape.kind-mismatch` when a single kind holds several parts; so for all of these.
std::vector<std::byte> toWkb(const Geometry& geometry);
std::vector<std::byte> toSpatialite(const Geometry& geometry, int srid);
std::vector<std::byte> toGeoPackage(const Geometry& geometry, int srid);

/// As above, at the end of bytes that keep their memory from one geometry to the next.
void appendWkb(std::vector<std::byte>& bytes, const Geometry& geometry);
void appendSpatialite(std::vector<std::byte>& bytes, const Geometry& geometry, int srid);
void appendGeoPackage(std::vector<std::byte>& bytes, const Geometry& geometry, int srid);

}  // namespace geo
