// SPDX-License-Identifier: Apache-2.0
// The way each river takes over the cells of the province.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sample-data/generator/territory.hpp"
#include "sample-data/generator/theme_facts.hpp"

namespace sample {

struct RiverCourse {
    std::string name;
    /// Neighbour after neighbour, downstream; the last is a cell of the river it flows into, if any.
    std::vector<CellIndex> cells;
    /// The river it flows into, and the place of the shared cell on that course; nothing where it leaves the
    /// province.
    std::optional<std::size_t> joins;
    std::size_t joinsAt = 0;
};

/// Courses past the pack's waypoints, along the valleys of an invented relief and inside the province: where
/// a waypoint or the straight line between two lies beyond the border, the river follows the border from
/// within. A river flows into an earlier one whose waypoints its last waypoint lies near.
std::vector<RiverCourse> routeRivers(const ThemeFacts& themes, const PackFacts& facts,
                                     const Territory& territory, std::uint64_t seed);

}  // namespace sample
