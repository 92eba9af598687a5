// SPDX-License-Identifier: Apache-2.0
// Races as rows of a table in Markdown.
#pragma once

#include <string>
#include <vector>

#include "tests/bench/race.hpp"

namespace bench {

/// Columns and the line below them.
std::string tableHead();

/// One row a contender. Ratios are to the floor of the race and to its quickest peer; limits are met, kept
/// within twice, or missed.
std::string rowsOf(const Race& race, const std::vector<Timing>& timings);

/// As `0.215 s`: three digits, in seconds or milliseconds.
std::string timeText(double seconds);

}  // namespace bench
