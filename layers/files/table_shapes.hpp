// SPDX-License-Identifier: Apache-2.0
// Tables that carry their shapes as text.
#pragma once

#include <cstddef>
#include <optional>

#include "geo/shape/geometry.hpp"
#include "layers/model/table.hpp"

namespace layers {

/// The column of well-known text: named WKT, geom, geometry, hinh_dang or the like, with a shape in its first
/// filled cell. Nothing where there is none.
std::optional<std::size_t> wktColumnOf(const Table& table);

/// Two dimensions, curves as lines; empty for nothing.
/// Errors: BadData `table.wkt-unreadable` (text).
geo::Geometry shapeOfWkt(const Value& cell);

}  // namespace layers
