// SPDX-License-Identifier: Apache-2.0
// What the person at the bench asked for.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace bench {

/// W, the work that figures are compared by: the forest inventory of a province.
inline constexpr std::int64_t plotsOfW = 296'713;

/// What can be measured, in the order of the tables.
inline constexpr std::array<const char*, 10> rowNames{"tabulate",  "compute", "zones", "locate", "gpkg",
                                                     "shapefile", "import",  "rows",  "map",   "growth"};

enum class Peers { None, Usual, SlowToo };

struct Options {
    std::int64_t plots = plotsOfW;
    int runs = 5;
    /// Some of rowNames; empty for all.
    std::vector<std::string> rows;
    Peers peers = Peers::Usual;
    /// Growth is measured from 30,000 plots by tens up to so many.
    std::int64_t growthTo = 300'000;
    /// Where W is made, kept and found again; empty for a folder that is removed in the end.
    std::filesystem::path work;
    /// Gets the tables between its two marks.
    std::optional<std::filesystem::path> markdown;
    /// One step in a process of its own, so that its memory can be seen (steps.hpp).
    std::string step;
    std::size_t points = 1'000'000;
    unsigned threads = 2;
    /// As it was typed, without where things lie.
    std::string commandLine;

    bool wants(const std::string& row) const;
};

/// Nothing when there is nothing left to do, as after --help; exitCode then says how to end.
std::optional<Options> parseOptions(int count, const char* const* words, int& exitCode);

}  // namespace bench
