// SPDX-License-Identifier: Apache-2.0
// The register adds declared hectares by declared commune, each booked once.
#include <gtest/gtest.h>

#include "geo/base/error.hpp"
#include "layers/indicators/forest_register.hpp"
#include "tests/layers/indicators/planted_plots.hpp"

using layers::ForestTally;
using layers::LedgerSide;
using planted::entryOf;
using planted::Plot;
using planted::squareAt;

namespace {

constexpr geo::Date oldDay{2024, 12, 31};
constexpr geo::Date newDay{2025, 7, 1};

layers::UnitRegister someUnits() {
    std::vector<layers::Unit> units;
    for (const char* code : {"00001", "00002", "00003", "00009"}) {
        layers::Unit& unit = units.emplace_back();
        unit.code = unit.name = code;
        const bool isNew = unit.code == "00009";
        if (isNew) unit.validFrom = newDay;
        if (!isNew) unit.validTo = geo::Date{2025, 6, 30};
    }
    return layers::UnitRegister(units);
}

/// 00001 and 00002 became 00009; of 00003 nothing is known.
layers::Lineage someLineage() {
    std::vector<layers::LineageRow> rows(2);
    rows[0].oldCode = "00001";
    rows[1].oldCode = "00002";
    for (layers::LineageRow& row : rows) {
        row.districtCode = "901";
        row.newCode = "00009";
        row.date = newDay;
    }
    return layers::Lineage(rows);
}

ForestTally tallied(const std::vector<Plot>& plots, geo::Date unitsOn = oldDay,
                    layers::RubberRule rubber = layers::RubberRule::Rule) {
    const auto units = someUnits();
    const auto lineage = someLineage();
    const layers::UnitCarrier carrier(units, lineage, {oldDay, layers::UnitLevel::Commune, unitsOn});
    const auto features = planted::featuresOf(plots);
    const std::vector layers{planted::layerOf(features, 2)};
    geo::Progress progress;
    return layers::tallyRegister(planted::rules(rubber), carrier, layers, progress);
}

}  // namespace

TEST(ForestRegister, addsTheDeclaredAreaOfPlotsThatCount) {
    const auto tally = tallied({{.dtich = 10.5},
                                {.maldlr = 60, .ldlr = "", .dtich = 4.25},
                                {.maldlr = 92, .ldlr = "", .dtich = 7.0},
                                {.dtich = 3.0, .maxa = "00002"}});
    EXPECT_DOUBLE_EQ(tally.byUnit.at("00001").counted.value, 14.75);
    EXPECT_EQ(tally.byUnit.at("00001").plots, 3);
    EXPECT_DOUBLE_EQ(tally.byUnit.at("00002").counted.value, 3);
    EXPECT_DOUBLE_EQ(entryOf(tally.ledger, LedgerSide::Lost, "not-forest").amount, 7);
    EXPECT_TRUE(tally.ledger.balances({1e-9}));
    EXPECT_TRUE(tally.findings.empty());
}

TEST(ForestRegister, carriesMergedCommunesToTheirSuccessor) {
    const auto tally = tallied({{.dtich = 10.0}, {.dtich = 3.0, .maxa = "00002"}}, newDay);
    ASSERT_EQ(tally.byUnit.size(), 1u);
    EXPECT_DOUBLE_EQ(tally.byUnit.at("00009").counted.value, 13);
    EXPECT_TRUE(tally.byUnit.at("00009").isCarried);
}

TEST(ForestRegister, namesThePlotsWhoseCommuneGoesNowhere) {
    const auto tally = tallied({{.dtich = 10.0}, {.dtich = 2.0, .maxa = "00003"}, {.dtich = 1.0, .maxa = "77777"}}, newDay);
    const auto findings = planted::findingsOf(tally, "forest.not-carried");
    ASSERT_EQ(findings.size(), 2u);
    EXPECT_EQ(findings[0].row, 2);
    EXPECT_EQ(findings[1].row, 3);
    EXPECT_DOUBLE_EQ(entryOf(tally.ledger, LedgerSide::Lost, "no-lineage").amount, 2);
    EXPECT_DOUBLE_EQ(entryOf(tally.ledger, LedgerSide::Lost, "unknown-commune").amount, 1);
    EXPECT_TRUE(tally.ledger.balances({1e-9}));
}

TEST(ForestRegister, countsAPlotThatStandsTwiceOnce) {
    const auto tally = tallied({{.shape = squareAt(0, 0), .dtich = 10.0}, {.shape = squareAt(0, 0), .dtich = 10.0}});
    EXPECT_DOUBLE_EQ(tally.byUnit.at("00001").counted.value, 10);
    EXPECT_EQ(entryOf(tally.ledger, LedgerSide::Lost, "duplicate").count, 1);
    EXPECT_DOUBLE_EQ(entryOf(tally.ledger, LedgerSide::Lost, "duplicate").amount, 10);
    const auto findings = planted::findingsOf(tally, "forest.duplicate");
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].row, 2);
    EXPECT_TRUE(tally.ledger.balances({1e-9}));
}

TEST(ForestRegister, countsRubberAsItsRuleSays) {
    const std::vector<Plot> plots{{.maldlr = 60, .species = "Cao su", .malr3 = 2, .dtich = 5.0},
                                  {.maldlr = 60, .species = "Cao su", .malr3 = 0, .dtich = 3.0}};
    EXPECT_DOUBLE_EQ(tallied(plots).byUnit.at("00001").counted.value, 5);
    EXPECT_DOUBLE_EQ(tallied(plots, oldDay, layers::RubberRule::In).byUnit.at("00001").counted.value, 8);
    const auto without = tallied(plots, oldDay, layers::RubberRule::Out);
    EXPECT_DOUBLE_EQ(without.byUnit.at("00001").counted.value, 0);
    EXPECT_DOUBLE_EQ(entryOf(without.ledger, LedgerSide::Lost, "rubber").amount, 8);
    EXPECT_EQ(without.byUnit.at("00001").plots, 2);
}

TEST(ForestRegister, namesTheRowOfACodeThatIsNotInTheList) {
    const auto tally = tallied({{}, {.maldlr = 999, .dtich = 4.0}, {.maldlr = 0, .ldlr = "", .dtich = 6.0}});
    const auto unknown = planted::findingsOf(tally, "forest.unknown-code");
    const auto none = planted::findingsOf(tally, "forest.no-code");
    ASSERT_EQ(unknown.size(), 1u);
    EXPECT_EQ(unknown[0].row, 2);
    EXPECT_EQ(unknown[0].message.arguments.back(), (geo::Argument{"code", std::string("999")}));
    ASSERT_EQ(none.size(), 1u);
    EXPECT_EQ(none[0].row, 3);
    EXPECT_DOUBLE_EQ(entryOf(tally.ledger, LedgerSide::Lost, "unknown-code").amount, 4);
    EXPECT_TRUE(tally.ledger.balances({1e-9}));
}

TEST(ForestRegister, namesTheRowWhoseCodeAndSymbolAreTwo) {
    const auto tally = tallied({{}, {.maldlr = 92}, {.maldlr = 0}, {.maldlr = 92, .ldlr = ""}});
    const auto found = planted::findingsOf(tally, "forest.codes-contradict");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].row, 2);
    EXPECT_EQ(found[0].message.arguments.back(), (geo::Argument{"symbol_code", std::string("1")}));
}

TEST(ForestRegister, aPlotWithoutDeclaredAreaAddsNothingAndIsNamed) {
    const auto tally = tallied({{.dtich = 10.0}, {.dtich = {}}});
    const auto findings = planted::findingsOf(tally, "forest.no-area");
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].row, 2);
    EXPECT_DOUBLE_EQ(tally.byUnit.at("00001").counted.value, 10);
}

TEST(ForestRegister, refusesALayerWithoutAreaOrCommune) {
    const auto units = someUnits();
    const auto lineage = someLineage();
    const layers::UnitCarrier carrier(units, lineage, {oldDay, layers::UnitLevel::Commune, oldDay});
    const std::vector<layers::Feature> none;
    std::vector layers{planted::layerOf(none)};
    layers[0].rows.schema = layers::Schema{{"maldlr"}};
    geo::Progress progress;
    try {
        layers::tallyRegister(planted::rules(), carrier, layers, progress);
        FAIL();
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.kind(), geo::ErrorKind::BadData);
        EXPECT_EQ(error.message().id, "forest.fields-missing");
    }
}
