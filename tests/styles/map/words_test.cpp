// SPDX-License-Identifier: Apache-2.0
// Text is cut between words, and between whole letters where a word is too long.
#include "styles/map/words.hpp"

#include <gtest/gtest.h>

#include "tests/styles/map/recording_canvas.hpp"

namespace {

using Lines = std::vector<std::string>;

const styles::TextStyle tenPixels{10, styles::Weight::Regular, {}, std::nullopt};  // 6 px a letter

Lines wrap(const std::string& text, double width) {
    return styles::wrapped(text, width, tenPixels, testing_styles::FixedMeasure());
}

}  // namespace

TEST(Wrapped, breaksAtSpaces) {
    EXPECT_EQ(wrap("chưa có số liệu", 48), (Lines{"chưa có", "số liệu"}));
    EXPECT_EQ(wrap("chưa có số liệu", 500), (Lines{"chưa có số liệu"}));
}

TEST(Wrapped, breaksAWordThatIsTooLongBetweenItsLetters) {
    EXPECT_EQ(wrap("rừngrừng", 30), (Lines{"rừngr", "ừng"}));
}

TEST(Wrapped, hasNoLinesForNoText) {
    EXPECT_TRUE(wrap("", 10).empty());
    EXPECT_TRUE(wrap("  ", 10).empty());
}

TEST(InTwoLines, breaksWhereTheLinesAreMostEqual) {
    const testing_styles::FixedMeasure measure;
    EXPECT_EQ(styles::inTwoLines("Phường Đoàn Kết", tenPixels, measure), (Lines{"Phường", "Đoàn Kết"}));
    EXPECT_EQ(styles::inTwoLines("Nậm", tenPixels, measure), (Lines{"Nậm"}));
}
