// SPDX-License-Identifier: Apache-2.0
// Sums are exact and have no order.
#include "layers/indicators/decimal_sum.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using layers::DecimalSum;

namespace {

double sumOf(const std::vector<double>& numbers) {
    DecimalSum sum;
    for (const double number : numbers) sum.add(number);
    return sum.total();
}

}  // namespace

TEST(DecimalSum, addsDecimalsAsTheyAreWritten) {
    EXPECT_EQ(sumOf({0.1, 0.2}), 0.3);
    EXPECT_EQ(sumOf({0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1}), 1.0);
    EXPECT_EQ(sumOf({1e16, 1, -1e16}), 1.0);
    EXPECT_EQ(sumOf({1e-7, 2e-7}), 3e-7);
    EXPECT_EQ(sumOf({}), 0.0);
}

TEST(DecimalSum, knowsNumbersBelowZero) {
    EXPECT_EQ(sumOf({0.25, -1.5}), -1.25);
    EXPECT_EQ(sumOf({-0.1, -0.2}), -0.3);
    EXPECT_EQ(sumOf({1.5, -1.5}), 0.0);
}

TEST(DecimalSum, holdsTheLargestAndTheSmallestNumbers) {
    const double largest = std::numeric_limits<double>::max();
    const double smallest = std::numeric_limits<double>::denorm_min();
    EXPECT_EQ(sumOf({largest, -largest, smallest}), smallest);
    EXPECT_EQ(sumOf({largest}), largest);
}

TEST(DecimalSum, leavesOutWhatIsNoNumber) {
    EXPECT_EQ(sumOf({1.5, std::nan(""), std::numeric_limits<double>::infinity()}), 1.5);
}

TEST(DecimalSum, isTheSameInAnyOrderAndInParts) {
    std::mt19937_64 random(20240731);
    std::uniform_int_distribution<std::int64_t> millionths(0, 99'999'999'999);
    std::vector<double> numbers;
    std::int64_t exact = 0;
    for (int i = 0; i < 1000; ++i) {
        const std::int64_t value = millionths(random);
        exact += value;
        numbers.push_back(static_cast<double>(value) / 1e6);
    }
    for (int round = 0; round < 50; ++round) {
        std::ranges::shuffle(numbers, random);
        DecimalSum parts;
        DecimalSum half;
        for (std::size_t i = 0; i < numbers.size(); ++i) (i % 2 == 0 ? parts : half).add(numbers[i]);
        parts.add(half);
        EXPECT_EQ(sumOf(numbers), static_cast<double>(exact) / 1e6);  // one correctly rounded division
        EXPECT_EQ(parts.total(), sumOf(numbers));
    }
}

TEST(DecimalSum, knowsWhenTwoAreTheSameNumber) {
    DecimalSum thirds;
    for (const double number : {0.1, 0.2}) thirds.add(number);
    DecimalSum whole;
    whole.add(0.3);
    EXPECT_TRUE(thirds.isSame(whole));
    whole.add(1e-9);
    EXPECT_FALSE(thirds.isSame(whole));
}
