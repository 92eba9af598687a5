// SPDX-License-Identifier: Apache-2.0
// The whole bench on a tiny W: that it runs and leaves no row out. Its times mean nothing here.
#include <gtest/gtest.h>

#include <sstream>

#include "tests/bench/child.hpp"
#include "tests/bench/races.hpp"

namespace {

std::string benchSays(const bench::Command& words) {
    bench::Command command{std::string(KHOANH_BINARY_DIR) + "/bin/khoanh_bench"};
    command.insert(command.end(), words.begin(), words.end());
    return bench::runChild(command).out;
}

/// Rows of contenders begin with an empty cell, but the first of each race.
std::size_t racesIn(const std::string& table) {
    std::istringstream lines(table);
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("| ") && !line.starts_with("|  |")) ++count;
    }
    return count - 1;  // the head
}

}  // namespace

TEST(Bench, everyRaceStandsInTheTableAndNothingIsMissing) {
    const std::string table =
        benchSays({"--plots", "300", "--runs", "1", "--points", "1000", "--without-peers", "--rows",
                   "tabulate,compute,zones,locate,gpkg,shapefile,import,rows,map"});
    EXPECT_EQ(racesIn(table), bench::allRaces().size()) << table;
    EXPECT_EQ(table.find("not installed"), std::string::npos) << table;
}
