// SPDX-License-Identifier: Apache-2.0
// Numbers as Vietnamese offices write them.
#include "sample-data/generator/vietnamese_text.hpp"

#include <gtest/gtest.h>

namespace {

using sample::vietnameseNumber;

TEST(VietnameseNumber, partsThousandsByDotsAndDecimalsByAComma) {
    EXPECT_EQ(vietnameseNumber(std::int64_t{12345}, 1), "1.234,5");
    EXPECT_EQ(vietnameseNumber(std::int64_t{2'477'623'887}, 3), "2.477.623,887");
    EXPECT_EQ(vietnameseNumber(std::int64_t{1'000'000}, 0), "1.000.000");
}

TEST(VietnameseNumber, keepsZerosBeforeAndAfterTheComma) {
    EXPECT_EQ(vietnameseNumber(std::int64_t{5}, 2), "0,05");
    EXPECT_EQ(vietnameseNumber(std::int64_t{100}, 2), "1,00");
    EXPECT_EQ(vietnameseNumber(std::int64_t{-5}, 1), "-0,5");
}

TEST(VietnameseNumber, roundsDecimalNumbers) {
    EXPECT_EQ(vietnameseNumber(103.458204, 5), "103,45820");
    EXPECT_EQ(vietnameseNumber(999.96, 1), "1.000,0");
}

TEST(SemicolonRow, quotesOnlyWhatWouldBreakTheRow) {
    EXPECT_EQ(sample::semicolonRow({"a", "1,5", "b;c", "d\"e", ""}), "a;1,5;\"b;c\";\"d\"\"e\";\n");
}

}  // namespace
