// SPDX-License-Identifier: Apache-2.0
// Figures of split units divided by area: estimates that say between what they lie.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "layers/indicators/reported_tally.hpp"

using layers::Part;
using layers::ReportedRow;
using layers::SplitRule;
using layers::Status;
using layers::Unit;
using layers::UnitLevel;

namespace {

constexpr geo::Date oldDay{2024, 12, 31};
constexpr geo::Date newDay{2025, 7, 1};

Unit commune(const char* code, bool isOld) {
    Unit unit;
    unit.code = code;
    unit.name = std::string("Xã ") + code;
    unit.level = UnitLevel::Commune;
    if (isOld) unit.validTo = geo::dayBefore(newDay);
    if (!isOld) unit.validFrom = newDay;
    return unit;
}

// 00001 went to 00011 by a quarter and to 00012 by three; 00002 to 00011 as a whole.
const layers::UnitRegister units({commune("00001", true), commune("00002", true), commune("00011", false),
                                  commune("00012", false)});

layers::LineageRow led(const char* oldCode, const char* newCode, double share) {
    layers::LineageRow row;
    row.oldCode = oldCode;
    row.newCode = newCode;
    row.share = share;
    row.date = newDay;
    return row;
}

const layers::Lineage lineage({led("00001", "00011", 0.25), led("00001", "00012", 0.75),
                               led("00002", "00011", 1)});

ReportedRow rowOf(const char* code, double numerator, double denominator) {
    ReportedRow row;
    row.unitCode = code;
    row.numerator = numerator;
    row.denominator = denominator;
    row.termUnit = "tonnes/day";
    return row;
}

layers::ReportedTally tallied(SplitRule rule) {
    const std::vector<ReportedRow> rows{rowOf("00001", 8, 10), rowOf("00002", 0.1, 0.3)};
    layers::ReportedQuestion question{{oldDay, UnitLevel::Commune, newDay}};
    question.split = rule;
    return layers::tallyReported(rows, units, lineage, question);
}

}  // namespace

TEST(DividedRows, goNowhereWhereTheIndicatorDoesNotSaySo) {
    const auto tally = tallied(SplitRule::NotCarried);
    EXPECT_EQ(tally.figures[0].numerator, std::nullopt);
    EXPECT_EQ(tally.findings.at(0).message.id, "figure.not-carryable");
}

TEST(DividedRows, areEstimatesWithTheirBounds) {
    const auto tally = tallied(SplitRule::ByArea);
    const auto& first = tally.figures[0];
    EXPECT_EQ(first.numerator, 2.1);
    EXPECT_EQ(first.denominator, 2.8);
    EXPECT_EQ(first.status, Status::Estimated);
    ASSERT_TRUE(first.bounds);
    EXPECT_DOUBLE_EQ(first.bounds->low, 100 * 0.1 / 0.3);
    EXPECT_DOUBLE_EQ(first.bounds->high, 100 * 8.1 / 10.3);
    EXPECT_EQ(std::ranges::count(tally.findings, "figure.divided-by-area",
                                 [](const layers::Finding& finding) { return finding.message.id; }),
              2);
    EXPECT_TRUE(tally.ledger.balances(1e-9));
}

TEST(DividedRows, addUpToWhatWasDivided) {
    const auto tally = tallied(SplitRule::ByArea);
    EXPECT_EQ(*tally.figures[0].numerator + *tally.figures[1].numerator, 8.1);
    EXPECT_EQ(tally.figures[1].numerator, 6.0);
}

TEST(DividedRows, haveTheBoundsOfEveryChoiceOfParts) {
    std::mt19937 random(20250701);
    std::uniform_real_distribution<double> amount(0.1, 9);
    for (int round = 0; round < 300; ++round) {
        std::vector<ReportedRow> rows;
        const std::size_t divided = 1 + random() % 6;
        for (std::size_t i = 0; i < divided + 2; ++i) {
            const double whole = amount(random);
            rows.push_back(rowOf("00001", whole * static_cast<double>(random() % 11) / 10, whole));
        }
        std::vector<Part> parts;
        for (std::size_t i = 0; i < rows.size(); ++i) parts.push_back({&rows[i], 1, i < divided ? 0.4 : 1.0});
        double low = 1000;
        double high = -1;
        for (unsigned choice = 0; choice < 1U << divided; ++choice) {
            double numerator = 0;
            double denominator = 0;
            for (std::size_t i = 0; i < rows.size(); ++i) {
                if (i < divided && (choice >> i & 1U) == 0) continue;
                numerator += *rows[i].numerator;
                denominator += *rows[i].denominator;
            }
            low = std::min(low, 100 * numerator / denominator);
            high = std::max(high, 100 * numerator / denominator);
        }
        const auto bounds = layers::boundsOf(parts);
        ASSERT_TRUE(bounds);
        EXPECT_NEAR(bounds->low, low, 1e-9);
        EXPECT_NEAR(bounds->high, high, 1e-9);
    }
}
