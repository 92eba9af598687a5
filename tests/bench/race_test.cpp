// SPDX-License-Identifier: Apache-2.0
// Who runs when, and what the numbers are made of.
#include "tests/bench/race.hpp"

#include <gtest/gtest.h>

namespace {

bench::Contender writingDown(const std::string& name, std::string& order) {
    return {.name = name, .run = [name, &order] {
                order += name;
                return 7.0;
            }};
}

}  // namespace

TEST(Race, contendersTakeTurnsAfterOneRoundForWarmth) {
    std::string order;
    const bench::Race race{"work", "", 0, {writingDown("a", order), writingDown("b", order)}};

    const auto timings = bench::run(race, 2);

    EXPECT_EQ(order, "ababab");
    EXPECT_EQ(timings[0].seconds.size(), 2u);
    EXPECT_EQ(timings[1].answer, 7);
}

TEST(Race, aSlowContenderRunsOnceAndAnAbsentOneNever) {
    std::string order;
    bench::Race race{"work", "", 0, {writingDown("a", order), writingDown("b", order)}};
    race.contenders[0].effort = bench::Effort::Once;
    race.contenders[1].absence = "not installed";

    const auto timings = bench::run(race, 5);

    EXPECT_EQ(order, "a");
    EXPECT_TRUE(timings[1].seconds.empty());
}

TEST(Race, whatWasLeftBehindIsLookedAtOnceAfterTheLastRun) {
    std::string order;
    bench::Race race{"work", "", 0, {writingDown("a", order)}};
    race.contenders[0].inspect = [&order] {
        order += "!";
        return 8.0;
    };

    const auto timings = bench::run(race, 2);

    EXPECT_EQ(order, "aaa!");
    EXPECT_EQ(timings[0].answer, 8);
}

TEST(Race, aRatioIsThatOfTheMediansWithItsSpreadRoundByRound) {
    const bench::Timing ours{{1, 3, 2}};
    const bench::Timing peer{{2, 4, 5}};
    EXPECT_EQ(bench::ratio(ours, peer), (bench::Ratio{0.5, 0.4, 0.75}));  // 2/4; 2/5; 3/4
}

TEST(Race, aRatioToOneThatRanOnceHasNoSpread) {
    EXPECT_EQ(bench::ratio({{1, 2, 9}}, {{4}}), (bench::Ratio{0.5, 0.5, 0.5}));
    EXPECT_EQ(bench::ratio({{1, 2, 9}}, {}), std::nullopt);
}

TEST(Race, theMedianOfAnEvenCountLiesBetweenItsMiddleTwo) { EXPECT_EQ(bench::medianOf({4, 1, 3, 2}), 2.5); }
