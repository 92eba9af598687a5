// SPDX-License-Identifier: Apache-2.0
// Values read as numbers and text without any locale.
#include "layers/model/value.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

using layers::numberIn;
using layers::textIn;
using layers::Value;
using layers::wholeNumberIn;

namespace {

Value text(const char* written) { return std::string(written); }

}  // namespace

TEST(Value, nothingIsNeverZero) {
    // In a vector, since GCC 12 under its sanitizers takes a lone one for uninitialised text.
    const std::vector<Value> values{Value(), Value(0.0)};
    EXPECT_TRUE(layers::isMissing(values[0]));
    EXPECT_FALSE(layers::isMissing(values[1]));
    EXPECT_EQ(numberIn(values[0]), std::nullopt);
    EXPECT_EQ(wholeNumberIn(values[0]), std::nullopt);
    EXPECT_EQ(textIn(values[0]), "");
}

TEST(Value, readsANumberFromTextOnlyWhenTheWholeOfItIsOne) {
    EXPECT_EQ(numberIn(text("12")), 12);
    EXPECT_EQ(numberIn(text("-3.5")), -3.5);
    EXPECT_EQ(numberIn(text("12 ha")), std::nullopt);
    EXPECT_EQ(numberIn(text("1,5")), std::nullopt);
    EXPECT_EQ(numberIn(text("")), std::nullopt);
    EXPECT_EQ(numberIn(text(" 12")), std::nullopt);
}

TEST(Value, takesNoTextForInfinityOrNotANumber) {
    EXPECT_EQ(numberIn(text("inf")), std::nullopt);
    EXPECT_EQ(numberIn(text("nan")), std::nullopt);
    EXPECT_EQ(numberIn(text("1e999")), std::nullopt);
}

TEST(Value, aDecimalIsWholeWhenNothingStandsBehindThePoint) {
    EXPECT_EQ(wholeNumberIn(Value(12.0)), 12);
    EXPECT_EQ(wholeNumberIn(text("12.0")), 12);
    EXPECT_EQ(wholeNumberIn(Value(12.5)), std::nullopt);
    EXPECT_EQ(wholeNumberIn(Value(std::int64_t{-7})), -7);
}

TEST(Value, aDecimalTooLargeToBeExactIsNotWhole) {
    EXPECT_EQ(wholeNumberIn(Value(1e17)), std::nullopt);
    EXPECT_EQ(wholeNumberIn(Value(std::numeric_limits<double>::infinity())), std::nullopt);
    EXPECT_EQ(wholeNumberIn(Value(std::numeric_limits<double>::quiet_NaN())), std::nullopt);
}

TEST(Value, writesTheShortestDecimalThatReadsBackTheSame) {
    EXPECT_EQ(textIn(Value(0.1)), "0.1");
    EXPECT_EQ(textIn(Value(906873.0)), "906873");
    EXPECT_EQ(textIn(Value(std::int64_t{3388})), "3388");
    EXPECT_EQ(textIn(text("Mường Tè")), "Mường Tè");
    const double third = 1.0 / 3;
    EXPECT_EQ(numberIn(Value(textIn(Value(third)))), third);
}
