// SPDX-License-Identifier: Apache-2.0
// Items arrive in order and whole, whoever is slower and whoever fails.
#include "geo/base/relay.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <numeric>
#include <stdexcept>
#include <string>

namespace {

using Numbers = std::vector<int>;

/// All of [0, count) handed over, with a pause wherever the name says so.
Numbers handedOver(int count, std::size_t slots, const std::string& slowSide = {}) {
    const auto pause = [&](const std::string& side, int number) {
        if (side == slowSide && number % 50 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    };
    Numbers arrived;
    int made = 0;
    geo::makeAheadOf<int>(
        slots,
        [&](int& item) {
            pause("maker", made);
            item = made;
            return made++ < count;
        },
        [&](const std::function<int*()>& next) {
            while (const int* const item = next()) {
                pause("user", *item);
                arrived.push_back(*item);
            }
        });
    return arrived;
}

Numbers upTo(int count) {
    Numbers numbers(static_cast<std::size_t>(count));
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

}  // namespace

TEST(Relay, givesEveryItemInOrder) {
    EXPECT_EQ(handedOver(10'000, 4), upTo(10'000));
    EXPECT_EQ(handedOver(10'000, 1), upTo(10'000));
    EXPECT_EQ(handedOver(0, 4), upTo(0));
}

TEST(Relay, waitsForTheSlowerSide) {
    EXPECT_EQ(handedOver(1'000, 3, "maker"), upTo(1'000));
    EXPECT_EQ(handedOver(1'000, 3, "user"), upTo(1'000));
}

TEST(Relay, bringsItemsRoundWithTheirMemory) {
    int made = 0;
    std::vector<std::size_t> sizesFound;
    geo::makeAheadOf<Numbers>(
        2,
        [&](Numbers& item) {
            sizesFound.push_back(item.size());
            item.resize(10);
            return ++made <= 6;
        },
        [](const std::function<Numbers*()>& next) {
            while (next() != nullptr) continue;
        });
    EXPECT_EQ(sizesFound, (std::vector<std::size_t>{0, 0, 10, 10, 10, 10, 10}));
}

TEST(Relay, tellsTheUserThatTheMakerGaveUp) {
    bool hasEnded = false;
    const auto fail = [&] {
        geo::makeAheadOf<int>(
            2, [](int&) -> bool { throw std::runtime_error("maker"); },
            [&](const std::function<int*()>& next) {
                while (next() != nullptr) continue;
                hasEnded = true;
            });
    };
    EXPECT_THROW(fail(), std::runtime_error);
    EXPECT_FALSE(hasEnded) << "a part was taken for the whole";
}

TEST(Relay, stopsTheMakerWhenTheUserFails) {
    int made = 0;
    const auto fail = [&] {
        geo::makeAheadOf<int>(
            2, [&](int&) { return ++made < 1'000'000'000; },
            [](const std::function<int*()>& next) {
                next();
                throw std::runtime_error("user");
            });
    };
    EXPECT_THROW(fail(), std::runtime_error);
    EXPECT_LT(made, 1'000'000'000);
}

TEST(Relay, letsTheUserLeaveEarly) {
    int made = 0;
    geo::makeAheadOf<int>(
        2, [&](int&) { return ++made < 1'000'000'000; }, [](const std::function<int*()>& next) { next(); });
    EXPECT_LT(made, 1'000'000'000);
}
