// SPDX-License-Identifier: Apache-2.0
// Rows through shapes, their areas and their hatching.
#include "styles/map/scanline.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace {

const styles::RectPx outer{0.5, 0.5, 100.5, 100.5};
const styles::RectPx hole{40.5, 40.5, 60.5, 60.5};
const styles::PathsPx squareWithHole{outer.ring(), hole.ring()};

}  // namespace

TEST(RowSpans, measureTheAreaLessTheHole) {
    EXPECT_NEAR(styles::RowSpans(squareWithHole, 1).area_px(), 100 * 100 - 20 * 20, 1e-9);
}

TEST(RowSpans, sayHowMuchOfABoxLiesInside) {
    const styles::RowSpans spans(squareWithHole, 1);
    EXPECT_NEAR(spans.shareInside({10.5, 10.5, 20.5, 20.5}), 1, 1e-9);
    EXPECT_NEAR(spans.shareInside({40.5, 40.5, 60.5, 60.5}), 0, 1e-9);
    EXPECT_NEAR(spans.shareInside({90.5, 10.5, 110.5, 20.5}), 0.5, 1e-9);
    EXPECT_NEAR(spans.shareInside({200, 200, 210, 210}), 0, 1e-9);
}

TEST(RowSpans, findAPlaceInsideTheShape) {
    const styles::PointPx place = styles::RowSpans(squareWithHole, 1).widestPlace();
    EXPECT_TRUE(outer.contains(place));
    EXPECT_FALSE(hole.contains(place));
}

TEST(RowSpans, takeNothingForNothing) {
    const styles::RowSpans spans({}, 2);
    EXPECT_EQ(spans.area_px(), 0);
    EXPECT_EQ(spans.shareInside({0, 0, 5, 5}), 0);
}

TEST(HatchLines, stayInsideTheShapeAndOutOfItsHole) {
    const auto lines = styles::hatchLines(squareWithHole, 5);
    ASSERT_GT(lines.size(), 20u);  // the diagonal is 141 px long, 5 px apart
    for (const styles::PathPx& line : lines) {
        EXPECT_TRUE(outer.grownBy(1e-9).contains(line.front()) && outer.grownBy(1e-9).contains(line.back()));
        const styles::PointPx middle{(line.front().x + line.back().x) / 2,
                                     (line.front().y + line.back().y) / 2};
        EXPECT_FALSE(hole.grownBy(-1e-9).contains(middle));
    }
}

TEST(HatchLines, lieOneSpacingApart) {
    const auto lines = styles::hatchLines({outer.ring()}, 5);
    for (const styles::PathPx& line : lines) {
        const double distance = (line.front().x + line.front().y) / std::sqrt(2.0);
        EXPECT_NEAR(std::remainder(distance, 5), 0, 1e-9);
    }
}
