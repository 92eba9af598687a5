// SPDX-License-Identifier: Apache-2.0
// Sums over units are as exact as sums in one.
#include "layers/indicators/quantity_sum.hpp"

#include <gtest/gtest.h>

#include <random>

using layers::DecimalSum;
using layers::QuantitySum;
using layers::Ratio;

namespace {

TEST(QuantitySum, addsPartsOfAYearWithoutDrift) {
    QuantitySum sum;
    for (int i = 0; i < 366; ++i) sum.add(0.1, {1, 366});
    EXPECT_EQ(sum.total(), 0.1);
}

TEST(QuantitySum, isTheSameWhateverTheUnitsWere) {
    QuantitySum parts;
    parts.add(123.4, {1, 366});
    parts.add(1.2, {1000, 366});
    parts.add(2.5);
    QuantitySum whole;
    whole.add(123.4 + 1200 + 915, {1, 366});
    EXPECT_TRUE(parts.isSame(whole));
    whole.add(1e-12, {1, 366});
    EXPECT_FALSE(parts.isSame(whole));
}

TEST(QuantitySum, roundsOnceAtTheEnd) {
    // 1 ÷ 3 nearest; nine tenths of a third of ten is three.
    EXPECT_EQ(layers::converted(1, {1, 3}), 1.0 / 3);
    EXPECT_EQ(layers::converted(-10, {9, 30}), -3.0);
    EXPECT_EQ(layers::converted(365, {1, 365}), 1.0);
}

TEST(QuantitySum, agreesWithWholeNumbersWhereTheyAreExact) {
    std::mt19937 random(20250701);
    std::uniform_int_distribution<std::int64_t> amount(0, 1'000'000);
    for (int round = 0; round < 200; ++round) {
        QuantitySum sum;
        std::int64_t inParts = 0;  // of 366 · 1000
        for (int i = 0; i < 40; ++i) {
            const std::int64_t number = amount(random);
            switch (i % 4) {
                case 0:
                    sum.add(static_cast<double>(number)), inParts += number * 366'000;
                    break;
                case 1:
                    sum.add(static_cast<double>(number), {1, 366}), inParts += number * 1000;
                    break;
                case 2:
                    sum.add(static_cast<double>(number), {1, 1000}), inParts += number * 366;
                    break;
                default:
                    sum.add(static_cast<double>(number), {7, 366'000}), inParts += number * 7;
                    break;
            }
        }
        EXPECT_EQ(sum.total(), static_cast<double>(inParts) / 366'000);
    }
}

TEST(DecimalSumTimes, keepsTheSignThroughSumsAndProducts) {
    DecimalSum negative;
    negative.add(-2.5);
    DecimalSum all;
    all.add(negative);
    EXPECT_EQ(all.total(), -2.5);
    EXPECT_EQ(all.times(4'000'000'000).total(), -1e10);
    EXPECT_EQ(all.total(2), -1.25);
    all.add(5);
    EXPECT_EQ(all.times(3).total(), 7.5);
}

}  // namespace
