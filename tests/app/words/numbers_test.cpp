// SPDX-License-Identifier: Apache-2.0
// Numbers and dates as Vietnamese and English readers write them.
#include "app/words/numbers.hpp"

#include <gtest/gtest.h>

#include <limits>

using app::formatDate;
using app::formatNumber;
using app::formatShort;
using app::formatWhole;
using app::Language;

TEST(Numbers, vietnameseGroupsByPointAndCutsByComma) {
    EXPECT_EQ(formatNumber(1234.5, 1, Language::Vietnamese), "1.234,5");
    EXPECT_EQ(formatNumber(906873, 0, Language::Vietnamese), "906.873");
    EXPECT_EQ(formatNumber(1234567.891, 2, Language::Vietnamese), "1.234.567,89");
    EXPECT_EQ(formatNumber(999, 2, Language::Vietnamese), "999,00");
}

TEST(Numbers, englishGroupsByCommaAndCutsByPoint) {
    EXPECT_EQ(formatNumber(1234.5, 1, Language::English), "1,234.5");
    EXPECT_EQ(formatNumber(1234567.891, 2, Language::English), "1,234,567.89");
}

TEST(Numbers, aMinusIsTheMinusSignAndNotAHyphen) {
    EXPECT_EQ(formatNumber(-3.08, 2, Language::Vietnamese), "\u22123,08");
    EXPECT_EQ(formatWhole(-1200, Language::English), "\u22121,200");
}

TEST(Numbers, whatRoundsToZeroHasNoSign) {
    EXPECT_EQ(formatNumber(-0.004, 2, Language::Vietnamese), "0,00");
    EXPECT_EQ(formatNumber(-0.0, 0, Language::English), "0");
}

TEST(Numbers, aWholeNumberOfAnySizeIsWritten) {
    EXPECT_EQ(formatWhole(0, Language::Vietnamese), "0");
    EXPECT_EQ(formatWhole(1000, Language::Vietnamese), "1.000");
    EXPECT_EQ(formatWhole(std::numeric_limits<std::int64_t>::max(), Language::English), "9,223,372,036,854,775,807");
}

TEST(Numbers, theLowestWholeNumberIsWrittenToo) {
    EXPECT_EQ(formatWhole(std::numeric_limits<std::int64_t>::min(), Language::English),
              "\u22129,223,372,036,854,775,808");
}

TEST(Numbers, shortNumbersHaveAsFewDecimalsAsTheyNeed) {
    EXPECT_EQ(formatShort(55, Language::Vietnamese), "55");
    EXPECT_EQ(formatShort(51.87, Language::Vietnamese), "51,87");
    EXPECT_EQ(formatShort(0.1, Language::English), "0.1");
    EXPECT_EQ(formatShort(1.0 / 3, Language::English), "0.333");
}

TEST(Dates, vietnameseWritesAZeroBeforeSmallDaysAndBeforeJanuaryAndFebruary) {
    // Decree 30/2020/NĐ-CP, appendix I: a 0 before days below 10 and months 1 and 2.
    EXPECT_EQ(formatDate({2025, 7, 1}, Language::Vietnamese), "01/7/2025");
    EXPECT_EQ(formatDate({2025, 2, 10}, Language::Vietnamese), "10/02/2025");
    EXPECT_EQ(formatDate({2026, 1, 9}, Language::Vietnamese), "09/01/2026");
    EXPECT_EQ(formatDate({2026, 11, 22}, Language::Vietnamese), "22/11/2026");
}

TEST(Dates, englishSpellsTheMonth) {
    EXPECT_EQ(formatDate({2025, 7, 1}, Language::English), "1 July 2025");
    EXPECT_EQ(formatDate({2023, 12, 31}, Language::English), "31 December 2023");
}
