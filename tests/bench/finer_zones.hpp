// SPDX-License-Identifier: Apache-2.0
// Many zones over the area of few.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "geo/shape/geometry.hpp"

namespace bench {

/// Halves the zone of the largest envelope, across its longer side, until there are so many.
std::vector<geo::Geometry> cutFiner(std::span<const geo::Geometry> zones, std::size_t count);

}  // namespace bench
