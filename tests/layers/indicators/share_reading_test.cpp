// SPDX-License-Identifier: Apache-2.0
// Ninety-five in a hundred, however it is written; and never decided by one cell.
#include "layers/indicators/share_reading.hpp"

#include <gtest/gtest.h>

using layers::ReportedRow;
using layers::ShareReading;
using layers::Target;

namespace {

std::vector<Target> targetsOf(std::vector<double> values) {
    std::vector<Target> targets;
    for (const double value : values) {
        Target& target = targets.emplace_back();
        target.indicator = "waste-rural";
        target.value = value;
        target.unit = "%";
    }
    return targets;
}

layers::ShareFindings settled(std::vector<Target>& targets, std::optional<ShareReading> told = {}) {
    std::vector<std::int64_t> rows;
    for (std::size_t i = 0; i < targets.size(); ++i) rows.push_back(static_cast<std::int64_t>(i + 1));
    return layers::settleTargetShares(targets, rows, told);
}

std::vector<ReportedRow> rowsOf(const std::vector<std::pair<double, double>>& terms) {
    std::vector<ReportedRow> rows;
    for (const auto& [numerator, denominator] : terms) {
        ReportedRow row;
        row.unitName = "Xã " + std::to_string(rows.size() + 1);
        row.numerator = numerator;
        row.denominator = denominator;
        row.termUnit = "tonnes/day";
        row.row = static_cast<std::int64_t>(rows.size() + 1);
        rows.push_back(row);
    }
    return rows;
}

}  // namespace

TEST(TargetShares, ofRatiosAreAskedAbout) {
    auto targets = targetsOf({0.95, 0.9, 0.7});
    const auto answer = settled(targets);
    ASSERT_TRUE(answer.question);
    EXPECT_EQ(answer.question->id, "import.share-undecided");
    EXPECT_EQ(targets[0].value, 0.95);
}

TEST(TargetShares, toldToBeRatiosBecomePercents) {
    auto targets = targetsOf({0.95, 0.57, 0.07});
    EXPECT_TRUE(settled(targets, ShareReading::Ratio).findings.empty());
    EXPECT_EQ(targets[0].value, 95.0);
    EXPECT_EQ(targets[1].value, 57.0);
    EXPECT_EQ(targets[2].value, 7.0);
}

TEST(TargetShares, ofOneRatioAmongPercentsAreSaidAndLeft) {
    auto targets = targetsOf({95, 0.9, 70});
    const auto answer = settled(targets);
    EXPECT_FALSE(answer.question);
    ASSERT_EQ(answer.findings.size(), 1u);
    EXPECT_EQ(answer.findings[0].message.id, "target.share-suspicious");
    EXPECT_EQ(answer.findings[0].row, 2);
    EXPECT_EQ(targets[1].value, 0.9);
}

TEST(TargetShares, ofOnePercentAmongRatiosAreAskedAboutAndSaidWhenTold) {
    auto targets = targetsOf({0.95, 95, 0.7});
    EXPECT_TRUE(settled(targets).question);
    EXPECT_EQ(settled(targets, ShareReading::Ratio).findings.size(), 1u);
}

TEST(TargetShares, withTheSignTypedAreWhatTheySay) {
    auto targets = targetsOf({0.95});
    targets[0].hasPercentSign = true;
    EXPECT_FALSE(settled(targets).question);
    EXPECT_EQ(targets[0].value, 0.95);
}

TEST(TargetShares, ofQuantitiesAreNone) {
    auto targets = targetsOf({0.5, 0.7});
    for (Target& target : targets) target.unit = "mô hình";
    EXPECT_FALSE(settled(targets).question);
}

TEST(Shares, ofPercentsUnderNumeratorsAreAskedAbout) {
    auto rows = rowsOf({{95, 12.5}, {90, 8}, {3, 4}});
    const auto answer = layers::settleShares(rows, {});
    ASSERT_TRUE(answer.question);
    EXPECT_EQ(answer.question->id, "import.numerators-undecided");
}

TEST(Shares, toldBecomeAmountsAndKeepWhatWasWritten) {
    auto rows = rowsOf({{95, 12.5}, {57, 0.3}});
    EXPECT_TRUE(layers::settleShares(rows, ShareReading::Percent).findings.empty());
    EXPECT_EQ(rows[0].numerator, 11.875);
    EXPECT_EQ(rows[1].numerator, 0.171);
    EXPECT_EQ(rows[0].writtenNumerator, (layers::WrittenTerm{95, "%", std::nullopt}));
}

TEST(Shares, ofOneAmountAboveItsWholeAreLeftToTheFindingOfThatRow) {
    auto rows = rowsOf({{95, 12.5}, {2, 8}, {3, 4}, {1, 2}});
    const auto answer = layers::settleShares(rows, {});
    EXPECT_FALSE(answer.question);
    EXPECT_TRUE(answer.findings.empty());
}

TEST(Shares, ofWholesOfAHundredAreRatesAndSaySo) {
    auto rows = rowsOf({{95, 100}, {80, 100}, {70.5, 100}});
    const auto answer = layers::settleShares(rows, {});
    ASSERT_EQ(answer.findings.size(), 1u);
    EXPECT_EQ(answer.findings[0].message.id, "figure.rates-not-amounts");
    EXPECT_EQ(rows[0].termUnit, "%");
}

TEST(Shares, thatMayBeRatiosAreSaid) {
    auto rows = rowsOf({{0.95, 120}, {0.8, 45}, {0.7, 88}});
    const auto answer = layers::settleShares(rows, {});
    ASSERT_EQ(answer.findings.size(), 1u);
    EXPECT_EQ(answer.findings[0].message.id, "figure.numerators-may-be-shares");
}

TEST(Shares, ofAmountsSayNothing) {
    auto rows = rowsOf({{0.95, 1.2}, {4, 5}, {7, 8}});
    EXPECT_TRUE(layers::settleShares(rows, {}).findings.empty());
}

TEST(Shares, typedWithTheirSignAreAmountsWithoutAnotherWord) {
    auto rows = rowsOf({{95, 120}, {4, 5}});
    rows[0].writtenNumerator = layers::WrittenTerm{95, "%", std::nullopt};
    const auto answer = layers::settleShares(rows, {});
    EXPECT_FALSE(answer.question);
    EXPECT_EQ(rows[0].numerator, 114.0);
    EXPECT_EQ(rows[1].numerator, 4.0);
}

TEST(ReportedShares, typedAmongAmountsAreSaidByRow) {
    auto rows = rowsOf({{6, 10}, {5.5, 19.5}, {3, 9}, {2, 8}});
    rows[1].writtenNumerator = layers::WrittenTerm{5.5, "%", std::nullopt};
    const auto answer = layers::settleShares(rows, std::nullopt);
    ASSERT_EQ(answer.findings.size(), 1u);
    EXPECT_EQ(answer.findings[0].message.id, "figure.percent-among-amounts");
    EXPECT_EQ(answer.findings[0].row, 2);
}

TEST(ReportedShares, typedAmongNumbersWithoutAUnitAreSaidToo) {
    auto rows = rowsOf({{6, 10}, {95, 2.5}, {3, 9}, {2, 8}});
    for (auto& row : rows) row.termUnit.clear();
    rows[1].writtenNumerator = layers::WrittenTerm{95, "%", std::nullopt};
    rows[1].unitName.clear();
    rows[1].unitCode = "03439";
    const auto answer = layers::settleShares(rows, std::nullopt);
    ASSERT_EQ(answer.findings.size(), 1u);
    EXPECT_EQ(answer.findings[0].message.id, "figure.percent-among-numbers");
    EXPECT_EQ(answer.findings[0].message.arguments.at(0), (geo::Argument{"name", "03439"}));
    EXPECT_EQ(answer.findings[0].message.arguments.at(2), (geo::Argument{"amount", 2.375}));  // 95 % of 2.5
}

TEST(ReportedShares, typedInAWholeColumnAreNoSlip) {
    auto rows = rowsOf({{60, 10}, {55, 19.5}, {30, 9}});
    for (auto& row : rows) row.writtenNumerator = layers::WrittenTerm{*row.numerator, "%", std::nullopt};
    EXPECT_TRUE(layers::settleShares(rows, std::nullopt).findings.empty());
}
