// SPDX-License-Identifier: Apache-2.0
// Rows as they stand in the table.
#include "tests/bench/table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using bench::Limit;
using bench::Role;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

bench::Race raceOf(std::vector<Limit> limits) {
    bench::Contender ours{.name = "ours"};
    ours.limits = std::move(limits);
    return {
        "work", "", 0, {{.name = "read", .role = Role::Floor}, ours, {.name = "peer", .role = Role::Peer}}};
}

}  // namespace

TEST(Table, everyContenderStandsBesideTheBareReadAndTheQuickestPeer) {
    const std::string rows = bench::rowsOf(raceOf({}), {{{0.2}}, {{0.25}}, {{10}}});
    EXPECT_THAT(rows, HasSubstr("| work | read | 0.200 s | 1 | 0.02 |"));
    EXPECT_THAT(rows, HasSubstr("|  | **ours** | 0.250 s | 1.25 | 0.03 |"));  // 0.25/0.2, 0.25/10
    EXPECT_THAT(rows, HasSubstr("|  | peer | 10.00 s | 50 | 1 |"));
}

TEST(Table, aRatioShowsHowItSpreadFromRunToRun) {
    const std::string rows = bench::rowsOf(raceOf({}), {{{0.2, 0.2, 0.4}}, {{0.3, 0.25, 0.3}}, {}});
    EXPECT_THAT(rows, HasSubstr("| **ours** | 0.300 s | 1.50 (0.75–1.50) |"));  // 0.3/0.2; 0.3/0.4
}

TEST(Table, limitsAreMetOrKeptWithinTwiceOrMissed) {
    const auto race =
        raceOf({{Limit::Beside::Floor, 1.5}, {Limit::Beside::Seconds, 0.2}, {Limit::Beside::Seconds, 0.1}});
    const std::string rows = bench::rowsOf(race, {{{0.2}}, {{0.25}}, {{10}}});
    EXPECT_THAT(rows, HasSubstr("≤ 1.5 × bare: met; ≤ 0.2 s: **within twice**, 1.25 × the limit; "
                                "≤ 0.1 s: **missed**, 2.50 × the limit"));
}

TEST(Table, ourAnswerFarFromThePeersIsPointedOut) {
    auto race = raceOf({});
    race.answer = "ha";
    race.mostDifference = 1e-6;
    const bench::Timing read{{0.2}, 12};
    const bench::Timing peer{{10}, 9};
    EXPECT_THAT(bench::rowsOf(race, {read, {{0.25}, 9.000001}, peer}), Not(HasSubstr("differs")));
    EXPECT_THAT(bench::rowsOf(race, {read, {{0.25}, 9.1}, peer}), HasSubstr("9.1000 ha **differs**"));
}

TEST(Table, aLimitBesideAnAbsentPeerIsNotMeasured) {
    auto race = raceOf({{Limit::Beside::Peer, 1}});
    race.contenders.back().absence = "not installed";
    const std::string rows = bench::rowsOf(race, {{{0.2}}, {{0.25}}, {}});
    EXPECT_THAT(rows, HasSubstr("≤ 1 × peer: not measured"));
    EXPECT_THAT(rows, HasSubstr("|  | peer | not installed | – | – |"));
}

TEST(Table, timesKeepThreeDigits) {
    EXPECT_EQ(bench::timeText(0.01234), "12.3 ms");
    EXPECT_EQ(bench::timeText(0.5), "0.500 s");
    EXPECT_EQ(bench::timeText(235.4), "235 s");
}
