// SPDX-License-Identifier: Apache-2.0
// Colours are read strictly and measured as WCAG 2.1 does.
#include "styles/theme/colour.hpp"

#include <gtest/gtest.h>

TEST(Colour, writesWhatItReads) {
    EXPECT_EQ(styles::parseColour("#d7191c"), (styles::Colour{0xd7, 0x19, 0x1c}));
    EXPECT_EQ(styles::hexText({0xd7, 0x19, 0x1c}), "#d7191c");
}

TEST(Colour, refusesAnyOtherWayOfWriting) {
    for (const char* text : {"", "#fff", "d7191c", "#d7191", "#d7191g", "#d7191c00", "# 7191c", "#-17191"}) {
        EXPECT_EQ(styles::parseColour(text), std::nullopt) << text;
    }
}

TEST(Colour, knowsTheContrastOfBlackOnWhite) {
    EXPECT_DOUBLE_EQ(styles::contrastOf({0, 0, 0}, {255, 255, 255}), 21);  // the greatest there is, WCAG 2.1
    EXPECT_DOUBLE_EQ(styles::contrastOf({9, 9, 9}, {9, 9, 9}), 1);
}
