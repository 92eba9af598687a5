// SPDX-License-Identifier: Apache-2.0
// What is typed and what is meant by it.
#include "tests/bench/options.hpp"

#include <gtest/gtest.h>

namespace {

std::optional<bench::Options> parsed(std::vector<const char*> words, int& exitCode) {
    words.insert(words.begin(), "/somewhere/khoanh_bench");
    return bench::parseOptions(static_cast<int>(words.size()), words.data(), exitCode);
}

}  // namespace

TEST(BenchOptions, withoutAnyAllRowsOfWAreMeasuredFiveTimes) {
    int exitCode = 0;
    const auto options = parsed({}, exitCode);
    ASSERT_TRUE(options);
    EXPECT_EQ(options->plots, 296'713);
    EXPECT_EQ(options->runs, 5);
    for (const char* const row : bench::rowNames) EXPECT_TRUE(options->wants(row)) << row;
}

TEST(BenchOptions, rowsAreNamedWithCommasBetween) {
    int exitCode = 0;
    const auto options = parsed({"--rows", "locate,gpkg"}, exitCode);
    ASSERT_TRUE(options);
    EXPECT_TRUE(options->wants("gpkg"));
    EXPECT_FALSE(options->wants("import"));
}

TEST(BenchOptions, aRowThatDoesNotExistEndsInUsage) {
    int exitCode = 0;
    EXPECT_FALSE(parsed({"--rows", "kerning"}, exitCode));
    EXPECT_NE(exitCode, 0);
}

TEST(BenchOptions, theCommandOfThePageNamesNoFolders) {
    int exitCode = 0;
    const auto options =
        parsed({"--work", "/home/an/w", "--runs", "3", "--markdown=/home/an/page.md"}, exitCode);
    ASSERT_TRUE(options);
    EXPECT_EQ(options->commandLine, "khoanh_bench --runs 3");
}
