// SPDX-License-Identifier: Apache-2.0
// What ten times the plots cost.
#pragma once

#include <filesystem>
#include <string>

#include "tests/bench/options.hpp"

namespace bench {

/// Rows in Markdown from 30,000 plots by tens up to options.growthTo, each W made beneath the folder. Every
/// figure is of a process of its own, the median of three at most.
std::string growthTable(const Options& options, const std::filesystem::path& folder);

}  // namespace bench
