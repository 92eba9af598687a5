// SPDX-License-Identifier: Apache-2.0
// A cheap proof that a ring does not cross itself.
#pragma once

#include "geo/shape/geometry.hpp"

namespace geo {

/// Whether the polygon is one ring that runs round the centre of its envelope exactly once, always the same
/// way: then it is valid. False proves nothing.
bool isStar(const Geometry& geometry);

}  // namespace geo
