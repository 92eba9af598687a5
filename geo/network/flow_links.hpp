// SPDX-License-Identifier: Apache-2.0
// Which line the end of each line reaches.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "geo/base/quantities.hpp"
#include "geo/shape/geometry.hpp"

namespace geo {

/// For each line the one it flows into, as FlowNetwork::fromLines() says; may hold circles.
std::vector<std::optional<std::size_t>> flowLinksOf(std::span<const Geometry> lines, Metres snap);

}  // namespace geo
