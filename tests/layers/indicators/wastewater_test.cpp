// SPDX-License-Identifier: Apache-2.0
// Volumes add up to the litre, unit by unit, and every outfall is booked.
#include "layers/indicators/wastewater.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

using layers::LedgerEntry;
using layers::LedgerSide;
using layers::Outfall;
using layers::OutfallVerdict;
using layers::Volumes;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

Outfall outfall(std::string id, std::string commune, std::optional<double> discharged,
                std::optional<double> treated) {
    Outfall made;
    made.id = std::move(id);
    made.communeCode = std::move(commune);
    made.inPlan = true;
    made.discharged_m3_day = discharged;
    made.treated_m3_day = treated;
    return made;
}

layers::WastewaterByUnit tallied(const std::vector<Outfall>& outfalls) {
    return layers::tallyByUnit(outfalls, layers::judgeOutfalls(outfalls),
                               [](const Outfall& one) { return one.communeCode; });
}

std::int64_t litres(const layers::Ledger& ledger, LedgerSide side) {
    std::int64_t sum = 0;
    for (const LedgerEntry& entry : ledger.entries(side)) sum += std::llround(entry.amount * 1000);
    return sum;
}

std::int64_t rows(const layers::Ledger& ledger, LedgerSide side) {
    std::int64_t sum = 0;
    for (const LedgerEntry& entry : ledger.entries(side)) sum += entry.count;
    return sum;
}

}  // namespace

TEST(WastewaterByUnit, addsWhatCountsInWholeLitres) {
    const auto tally =
        tallied({outfall("a", "1", 0.1, 0.1), outfall("b", "1", 0.2, 0), outfall("c", "2", 7, 3.5)});
    EXPECT_EQ(tally.byUnit.at("1"), (Volumes{300, 100, 2, 0, 0}));
    EXPECT_EQ(tally.byUnit.at("2"), (Volumes{7'000, 3'500, 1, 0, 0}));
    EXPECT_THAT(tally.findings, IsEmpty());
}

TEST(WastewaterByUnit, keepsTheUnknownOutOfBothTermsAndSaysHowMuchItIs) {
    const auto tally =
        tallied({outfall("a", "1", 10, 4), outfall("b", "1", 6, {}), outfall("c", "1", {}, {})});
    EXPECT_EQ(tally.byUnit.at("1"), (Volumes{10'000, 4'000, 1, 2, 6'000}));
}

TEST(WastewaterByUnit, booksEveryOutfallUnderOneReason) {
    Outfall household = outfall("h", "1", 100, {});
    household.inPlan = false;
    const auto tally = tallied({outfall("a", "1", 10, 4), outfall("b", "1", 6, {}), outfall("c", "1", {}, 1),
                                household, outfall("d", "1", -3, 1), outfall("e", "1", 5, 9),
                                outfall("a", "1", 10, 4), outfall("f", "", 8, 8)});
    EXPECT_EQ(tally.ledger.unit, "m3/day");
    EXPECT_THAT(tally.ledger.in, ElementsAre(LedgerEntry{"outfalls", 8, 139}));
    EXPECT_THAT(tally.ledger.out, ElementsAre(LedgerEntry{"counted", 1, 10}));
    EXPECT_THAT(tally.ledger.lost,
                ElementsAre(LedgerEntry{"treated-unknown", 1, 6}, LedgerEntry{"volume-unknown", 1, 0},
                            LedgerEntry{"not-in-plan", 1, 100}, LedgerEntry{"volume-negative", 1, 0},
                            LedgerEntry{"treated-above-discharged", 1, 5}, LedgerEntry{"repeated", 1, 10},
                            LedgerEntry{"outside-all-units", 1, 8}));
    EXPECT_THAT(tally.ledger.gained, IsEmpty());
}

TEST(WastewaterByUnit, findsAwaitedOutfallsOutsideAllUnits) {
    Outfall household = outfall("h", "", 100, 1);
    household.inPlan = false;
    const auto tally = tallied({outfall("a", "", 8, 8), outfall("b", "", 8, {}), household});
    ASSERT_THAT(tally.findings, SizeIs(2));
    EXPECT_EQ(tally.findings[0].message,
              (geo::Message{"outfall.outside-units", {{"id", "a"}, {"name", ""}}}));
    EXPECT_THAT(tally.byUnit, IsEmpty());
}

TEST(WastewaterByUnit, ofNothingIsNothing) {
    const auto tally = tallied({});
    EXPECT_THAT(tally.byUnit, IsEmpty());
    EXPECT_EQ(tally.ledger.imbalance(), 0);
}

TEST(WastewaterByUnit, isTheSameInAnyOrderAndBalancesToTheLitre) {
    std::mt19937 random(31);
    const auto below = [&](std::int64_t bound) {
        return std::uniform_int_distribution<std::int64_t>(0, bound - 1)(random);
    };
    for (int round = 0; round < 200; ++round) {
        std::vector<Outfall> outfalls;
        std::int64_t expected = 0;
        for (int i = 0; i < 60; ++i) {
            const std::int64_t discharged = below(3'000'000'000);
            const std::int64_t treated = below(discharged + 1);
            outfalls.push_back(outfall(std::to_string(i), std::to_string(below(5)),
                                       static_cast<double>(discharged) / 1000,
                                       static_cast<double>(treated) / 1000));
            if (below(5) == 0) outfalls.back().treated_m3_day.reset();
            if (outfalls.back().treated_m3_day) expected += discharged;
        }
        const auto tally = tallied(outfalls);
        std::int64_t counted = 0;
        for (const auto& [unit, volumes] : tally.byUnit) counted += volumes.discharged_l_day;
        ASSERT_EQ(counted, expected);
        ASSERT_EQ(litres(tally.ledger, LedgerSide::Out), expected);
        ASSERT_EQ(litres(tally.ledger, LedgerSide::In),
                  litres(tally.ledger, LedgerSide::Out) + litres(tally.ledger, LedgerSide::Lost));
        ASSERT_EQ(rows(tally.ledger, LedgerSide::In),
                  rows(tally.ledger, LedgerSide::Out) + rows(tally.ledger, LedgerSide::Lost));
        std::ranges::shuffle(outfalls, random);
        ASSERT_EQ(tallied(outfalls).byUnit, tally.byUnit);
    }
}

TEST(IsKnownEnough, needsHalfOfWhatIsDischargedToBeOfKnownTreatment) {
    EXPECT_TRUE(layers::isKnownEnough({5'000, 0, 1, 1, 5'000}));
    EXPECT_FALSE(layers::isKnownEnough({5'000, 0, 1, 1, 5'001}));
    EXPECT_TRUE(layers::isKnownEnough({5'000, 0, 1, 0, 0}));
}

TEST(IsKnownEnough, isNeverTrueOfNothing) {
    EXPECT_FALSE(layers::isKnownEnough({}));
    EXPECT_FALSE(layers::isKnownEnough({0, 0, 0, 3, 0}));
}
