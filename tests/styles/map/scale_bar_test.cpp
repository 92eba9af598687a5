// SPDX-License-Identifier: Apache-2.0
// Scale bars are round and never longer than asked.
#include "styles/map/scale_bar.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "styles/map/compose_map.hpp"
#include "tests/styles/map/recording_canvas.hpp"
#include "tests/styles/map/sample_sheets.hpp"

namespace {

bool isRound(double length_km) {
    const double leading = length_km / std::pow(10, std::floor(std::log10(length_km) + 1e-9));
    for (const double round : {1.0, 2.0, 5.0}) {
        if (std::abs(leading - round) < 1e-9) return true;
    }
    return false;
}

}  // namespace

TEST(RoundLength, takesTheLongestRoundLengthThatFits) {
    EXPECT_EQ(styles::roundLength_km(1), 1);
    EXPECT_EQ(styles::roundLength_km(1.99), 1);
    EXPECT_EQ(styles::roundLength_km(2), 2);
    EXPECT_EQ(styles::roundLength_km(9.9), 5);
    EXPECT_EQ(styles::roundLength_km(10), 10);
    EXPECT_EQ(styles::roundLength_km(1000), 1000);
    EXPECT_EQ(styles::roundLength_km(0.3), 0.2);
    EXPECT_EQ(styles::roundLength_km(0.1), 0.1);
}

TEST(RoundLength, hasNoneBelowATenthOfAKilometre) {
    EXPECT_EQ(styles::roundLength_km(0.099), 0);
    EXPECT_EQ(styles::roundLength_km(0), 0);
    EXPECT_EQ(styles::roundLength_km(std::nan("")), 0);
}

TEST(RoundLength, isRoundAndMoreThanTwoFifthsOfTheRoomForAnyLength) {
    for (double longest_km = 0.1; longest_km < 5000; longest_km *= 1.0173) {
        const double length_km = styles::roundLength_km(longest_km);
        EXPECT_TRUE(isRound(length_km)) << length_km;
        EXPECT_LE(length_km, longest_km);
        EXPECT_GE(length_km, longest_km * 0.4 - 1e-12);
    }
}

TEST(ScaleBar, isAsLongAsItSaysOnTheMap) {
    testing_styles::RecordingCanvas canvas;
    const styles::ComposedMap map =
        styles::composeMap(testing_styles::mosaic(6, 5, 1), canvas, testing_styles::FixedMeasure());

    EXPECT_TRUE(isRound(map.scaleBar_km));
    const double length_px = map.scaleBar_km * 1000 / map.metresPerPixel;
    EXPECT_LT(length_px, 151);
    EXPECT_GT(length_px, 59);
}
