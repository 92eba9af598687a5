// SPDX-License-Identifier: Apache-2.0
// Tables that speak of old and of new communes at once.
#include "layers/indicators/epoch_tally.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/layers/indicators/pack_tables.hpp"

namespace {

using layers::ReportedRow;
using packed::firstNewDay;
using packed::lastOldDay;

ReportedRow rowOf(const std::string& code, const geo::Date& epoch, double numerator, std::int64_t row) {
    ReportedRow made;
    made.indicator = "waste-rural";
    made.period = 2024;
    made.unitCode = code;
    made.numerator = numerator;
    made.denominator = numerator * 2;
    made.termUnit = "tonnes/day";
    made.row = row;
    made.epoch = epoch;
    return made;
}

layers::ReportedTally tally(const std::vector<ReportedRow>& rows, layers::UnitLevel level, geo::Date on) {
    return layers::tallyOverEpochs(rows, packed::units(), packed::lineage(), {{on, level, on}});
}

const layers::ReportedFigure& figureOf(const layers::ReportedTally& tally, const std::string& code) {
    return *std::ranges::find(tally.figures, code, &layers::ReportedFigure::unitCode);
}

std::vector<ReportedRow> everyUnitOn(const geo::Date& day) {
    std::vector<ReportedRow> rows;
    for (const auto& unit : packed::units().inForce(layers::UnitLevel::Commune, day))
        rows.push_back(rowOf(unit.code, day, 1, static_cast<std::int64_t>(rows.size() + 1)));
    return rows;
}

// Thu Lũm of today is Ka Lăng (03439) and Thu Lũm (03436) of before.
TEST(EpochTally, fillsANewCommuneFromAllItsOldOnes) {
    const auto all = tally({rowOf("03388", firstNewDay, 5, 1), rowOf("03439", lastOldDay, 1, 2),
                            rowOf("03436", lastOldDay, 2, 3)},
                           layers::UnitLevel::Commune, firstNewDay);
    EXPECT_EQ(figureOf(all, "03439").numerator, 3);
    EXPECT_EQ(figureOf(all, "03439").status, layers::Status::Carried);
    EXPECT_EQ(figureOf(all, "03388").numerator, 5);
    EXPECT_TRUE(all.ledger.balances(0));
}

TEST(EpochTally, takesAPartForNoWhole) {
    const auto all = tally({rowOf("03388", firstNewDay, 5, 1), rowOf("03436", lastOldDay, 2, 2)},
                           layers::UnitLevel::Commune, firstNewDay);
    EXPECT_FALSE(figureOf(all, "03439").numerator);
    EXPECT_TRUE(std::ranges::any_of(all.findings, [](const layers::Finding& finding) {
        return finding.message.id == "figure.part-of-other-epoch" && finding.unitCode == "03439";
    }));
    EXPECT_TRUE(all.ledger.balances(0));
}

TEST(EpochTally, believesTheUnitsOwnRowBeforeItsFormerParts) {
    const auto all = tally({rowOf("03439", firstNewDay, 9, 1), rowOf("03439", lastOldDay, 1, 2),
                            rowOf("03436", lastOldDay, 2, 3)},
                           layers::UnitLevel::Commune, firstNewDay);
    EXPECT_EQ(figureOf(all, "03439").numerator, 9);
    EXPECT_TRUE(all.ledger.balances(0));
}

TEST(EpochTally, countsNoTerritoryTwiceInTheProvince) {
    auto rows = everyUnitOn(firstNewDay);
    rows.push_back(rowOf("03439", lastOldDay, 100, 90));
    rows.push_back(rowOf("03436", lastOldDay, 100, 91));
    const auto all = tally(rows, layers::UnitLevel::Province, firstNewDay);
    EXPECT_EQ(figureOf(all, "12").numerator, 38);
    EXPECT_TRUE(all.ledger.balances(0));
    ASSERT_EQ(all.ledger.lost.size(), 1u);
    EXPECT_EQ(all.ledger.lost.front().reason, "other-epoch");
    EXPECT_EQ(all.ledger.lost.front().count, 2);
}

TEST(EpochTally, ofOneTimeIsThePlainTally) {
    const auto rows = everyUnitOn(lastOldDay);
    const auto all = tally(rows, layers::UnitLevel::Commune, firstNewDay);
    const auto plain = layers::tallyReported(rows, packed::units(), packed::lineage(),
                                             {{lastOldDay, layers::UnitLevel::Commune, firstNewDay}});
    EXPECT_EQ(all.figures, plain.figures);
    EXPECT_EQ(all.ledger, plain.ledger);
}

}  // namespace
