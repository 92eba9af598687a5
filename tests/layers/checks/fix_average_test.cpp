// SPDX-License-Identifier: Apache-2.0
// One position from the fixes of a receiver that stands still.
#include "layers/checks/fix_average.hpp"

#include <gtest/gtest.h>

#include <vector>

using layers::averageFixes;
using layers::FieldPoint;

namespace {

FieldPoint fixAt(double lon, double lat, std::optional<double> accuracy_m) {
    FieldPoint fix;
    fix.lonLat_deg = {lon, lat};
    fix.accuracy_m = accuracy_m;
    return fix;
}

}  // namespace

TEST(AverageFixes, takesTheMeanOfPositionsAndOfAccuracies) {
    const std::vector<FieldPoint> fixes{fixAt(103.45800, 22.39600, 4), fixAt(103.45802, 22.39602, 6)};
    const auto average = averageFixes(fixes, {15});
    ASSERT_TRUE(average);
    EXPECT_NEAR(average->point.lonLat_deg.x, 103.45801, 1e-12);
    EXPECT_NEAR(average->point.lonLat_deg.y, 22.39601, 1e-12);
    EXPECT_DOUBLE_EQ(*average->point.accuracy_m, 5);
    EXPECT_EQ(average->used, 2u);
}

TEST(AverageFixes, skipsWhatIsAboveTheGateOrUnknown) {
    const std::vector<FieldPoint> fixes{fixAt(103.458, 22.396, 4), fixAt(103.460, 22.396, 40),
                                        fixAt(103.460, 22.396, std::nullopt)};
    const auto average = averageFixes(fixes, {15});
    ASSERT_TRUE(average);
    EXPECT_DOUBLE_EQ(average->point.lonLat_deg.x, 103.458);
    EXPECT_EQ(average->skipped, 2u);
}

TEST(AverageFixes, skipsAJumpThatClaimsToBeAccurate) {
    // 0.01° of longitude at 22.4° north is 1,029 m, far beyond three times 4 m.
    const std::vector<FieldPoint> fixes{fixAt(103.45800, 22.396, 4), fixAt(103.45801, 22.396, 4),
                                        fixAt(103.46800, 22.396, 4), fixAt(103.45802, 22.396, 4)};
    const auto average = averageFixes(fixes, {15});
    ASSERT_TRUE(average);
    EXPECT_NEAR(average->point.lonLat_deg.x, 103.45801, 1e-9);
    EXPECT_EQ(average->skipped, 1u);
}

TEST(AverageFixes, leavesTheWayHereBehind) {
    // A walk of 200 m at 1.2 m a second, then six seconds on the spot: 1 m of latitude is 1/111,320 of a degree.
    std::vector<FieldPoint> fixes;
    for (int second = 0; second < 24; ++second) fixes.push_back(fixAt(103.458, 22.396 - (24 - second) * 1.2 / 111320, 3));
    for (int second = 0; second < 6; ++second) fixes.push_back(fixAt(103.458, 22.396, 3));
    const auto average = averageFixes(fixes, {15});
    ASSERT_TRUE(average);
    EXPECT_NEAR(average->point.lonLat_deg.y, 22.396, 3.0 / 111320);
    EXPECT_GE(average->skipped, 16u);
}

TEST(AverageFixes, isNotMovedByAJumpOfTheVeryLastFix) {
    std::vector<FieldPoint> fixes;
    for (int i = 0; i < 8; ++i) fixes.push_back(fixAt(103.458, 22.396, 4));
    fixes.push_back(fixAt(103.468, 22.396, 4));
    const auto average = averageFixes(fixes, {15});
    ASSERT_TRUE(average);
    EXPECT_NEAR(average->point.lonLat_deg.x, 103.458, 1e-9);
    EXPECT_EQ(average->skipped, 1u);
}

TEST(AverageFixes, saysNothingWhenNoFixIsGoodEnough) {
    EXPECT_FALSE(averageFixes(std::vector<FieldPoint>{fixAt(103.458, 22.396, 30)}, {15}));
    EXPECT_FALSE(averageFixes({}, {15}));
}
