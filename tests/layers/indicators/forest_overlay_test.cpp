// SPDX-License-Identifier: Apache-2.0
// The map's figure: exact areas of plots inside zones, every hectare booked.
#include <gtest/gtest.h>

#include "geo/base/error.hpp"
#include "layers/indicators/forest_overlay.hpp"
#include "tests/layers/indicators/planted_plots.hpp"

using layers::ForestTally;
using layers::LedgerSide;
using planted::entryOf;
using planted::Plot;
using planted::squareAt;

namespace {

/// Two communes of a square kilometre, side by side.
std::vector<layers::Zone> twoZones() { return {{"00001", squareAt(0, 0)}, {"00002", squareAt(1000, 0)}}; }

using AreaFactor = std::function<double(geo::Coordinate)>;

ForestTally talliedRows(const std::vector<layers::Feature>& features, std::size_t rowsInAPart = 100,
                        unsigned threads = 0) {
    const auto zones = twoZones();
    geo::Progress progress;
    const std::vector layers{planted::layerOf(features, rowsInAPart)};
    return layers::tallyOverlay({planted::rules(), zones, {}, threads}, layers, progress);
}

ForestTally tallied(const std::vector<Plot>& plots, const std::vector<layers::Zone>& zones = twoZones(),
                    const AreaFactor& factor = {}) {
    const auto features = planted::featuresOf(plots);
    geo::Progress progress;
    const std::vector layers{planted::layerOf(features)};
    return layers::tallyOverlay({planted::rules(), zones, factor}, layers, progress);
}

/// A grid of overlapping plots across both zones and beyond, of every verdict.
std::vector<layers::Feature> manyPlots() {
    std::vector<Plot> plots;
    for (int i = 0; i < 700; ++i) {
        const double x = -200.0 + 3.7 * i;
        const double y = -50.0 + 13.1 * (i % 83);
        plots.push_back({.shape = squareAt(x, y, 90 + i % 17),
                         .maldlr = i % 5 == 0 ? 92 : 1,
                         .dtich = 1.0 + i});
    }
    return planted::featuresOf(plots);
}

}  // namespace

TEST(ForestOverlay, dividesAPlotAmongTheZonesItCrosses) {
    const auto tally = tallied({{.shape = squareAt(750, 0, 500)}});  // 25 ha, half on each side of x = 1000
    EXPECT_NEAR(tally.byUnit.at("00001").counted.value, 12.5, 1e-9);
    EXPECT_NEAR(tally.byUnit.at("00002").counted.value, 12.5, 1e-9);
    EXPECT_NEAR(entryOf(tally.ledger, LedgerSide::In, "plots").amount, 25, 1e-9);
    EXPECT_NEAR(entryOf(tally.ledger, LedgerSide::Out, "counts").amount, 25, 1e-9);
    EXPECT_TRUE(tally.ledger.balances({1e-9}));
}

TEST(ForestOverlay, declaredAreaHasNoSay) {
    const auto tally = tallied({{.shape = squareAt(0, 0, 100), .dtich = 99.0}});
    EXPECT_NEAR(tally.byUnit.at("00001").counted.value, 1, 1e-9);
}

TEST(ForestOverlay, booksWhatLiesOutsideAllZones) {
    const auto tally = tallied({{.shape = squareAt(-500, 0, 1000)}, {.shape = squareAt(0, 5000, 100)}});
    EXPECT_NEAR(tally.byUnit.at("00001").counted.value, 50, 1e-9);
    EXPECT_NEAR(entryOf(tally.ledger, LedgerSide::Lost, "outside-all-zones").amount, 51, 1e-9);
    EXPECT_EQ(entryOf(tally.ledger, LedgerSide::Lost, "outside-all-zones").count, 2);
    const auto findings = planted::findingsOf(tally, "forest.outside");
    ASSERT_EQ(findings.size(), 2u);
    EXPECT_EQ(findings[0].row, 1);
    EXPECT_EQ(findings[1].row, 2);
    EXPECT_TRUE(tally.ledger.balances({1e-9}));
}

TEST(ForestOverlay, aSliverOutsideIsBookedButNotWorthAFinding) {
    const auto tally = tallied({{.shape = squareAt(-0.05, 0, 1000)}});  // 50 m² outside
    EXPECT_NEAR(entryOf(tally.ledger, LedgerSide::Lost, "outside-all-zones").amount, 0.005, 1e-9);
    EXPECT_TRUE(tally.findings.empty());
}

TEST(ForestOverlay, booksWhatOverlappingZonesGain) {
    const std::vector<layers::Zone> zones{{"00001", squareAt(0, 0)}, {"00002", squareAt(500, 0)}};
    const auto tally = tallied({{.shape = squareAt(400, 0, 400)}}, zones);  // 300 m of its 400 lie in both
    EXPECT_NEAR(tally.byUnit.at("00001").counted.value, 16, 1e-9);
    EXPECT_NEAR(tally.byUnit.at("00002").counted.value, 12, 1e-9);
    EXPECT_NEAR(entryOf(tally.ledger, LedgerSide::Gained, "zones-overlap").amount, 12, 1e-9);
    EXPECT_TRUE(tally.ledger.balances({1e-9}));
}

TEST(ForestOverlay, countsAPlotThatStandsTwiceOnce) {
    const auto tally = tallied({{.shape = squareAt(0, 0, 300)}, {.shape = squareAt(0, 0, 300)}});
    EXPECT_NEAR(tally.byUnit.at("00001").counted.value, 9, 1e-9);
    EXPECT_NEAR(entryOf(tally.ledger, LedgerSide::Lost, "duplicate").amount, 9, 1e-9);
    ASSERT_EQ(planted::findingsOf(tally, "forest.duplicate").size(), 1u);
    EXPECT_EQ(planted::findingsOf(tally, "forest.duplicate")[0].row, 2);
}

TEST(ForestOverlay, plotsThatOverlapCountAsTheyLie) {
    const auto tally = tallied({{.shape = squareAt(0, 0, 300)}, {.shape = squareAt(100, 0, 300)}});
    EXPECT_NEAR(tally.byUnit.at("00001").counted.value, 18, 1e-9);
}

TEST(ForestOverlay, plotsThatDoNotCountStillSpeakOfTheirUnit) {
    const auto tally = tallied({{.shape = squareAt(0, 0, 300), .maldlr = 92}, {.shape = squareAt(0, 500, 200), .maldlr = 999}});
    EXPECT_EQ(tally.byUnit.at("00001").counted.value, 0);
    EXPECT_EQ(tally.byUnit.at("00001").plots, 2);
    EXPECT_EQ(tally.byUnit.count("00002"), 0u);
    EXPECT_NEAR(entryOf(tally.ledger, LedgerSide::Lost, "not-forest").amount, 9, 1e-9);
    ASSERT_EQ(planted::findingsOf(tally, "forest.unknown-code").size(), 1u);
    EXPECT_EQ(planted::findingsOf(tally, "forest.unknown-code")[0].row, 2);
    EXPECT_TRUE(tally.ledger.balances({1e-9}));
}

TEST(ForestOverlay, severalZonesOfOneUnitAddUp) {
    const std::vector<layers::Zone> zones{{"12", squareAt(0, 0)}, {"12", squareAt(1000, 0)}};
    EXPECT_NEAR(tallied({{.shape = squareAt(750, 0, 500)}}, zones).byUnit.at("12").counted.value, 25, 1e-9);
}

TEST(ForestOverlay, aPlotCountsOnceAmongThePlotsOfAUnitOfSeveralZones) {
    const std::vector<layers::Zone> zones{{"12", squareAt(0, 0)}, {"12", squareAt(1000, 0)}};
    EXPECT_EQ(tallied({{.shape = squareAt(750, 0, 500)}}, zones).byUnit.at("12").plots, 1);
}

TEST(ForestOverlay, bringsTheAreaFactorToEveryTerm) {
    const auto tally = tallied({{.shape = squareAt(-500, 0, 1000)}}, twoZones(), [](geo::Coordinate) { return 2.0; });
    EXPECT_NEAR(tally.byUnit.at("00001").counted.value, 100, 1e-9);
    EXPECT_NEAR(entryOf(tally.ledger, LedgerSide::In, "plots").amount, 200, 1e-9);
    EXPECT_TRUE(tally.ledger.balances({1e-9}));
}

TEST(ForestOverlay, theLedgerOfManyCrossingPlotsBalances) {
    const auto result = talliedRows(manyPlots());
    const double units_ha = result.byUnit.at("00001").counted.value + result.byUnit.at("00002").counted.value;
    EXPECT_NEAR(entryOf(result.ledger, LedgerSide::Out, "counts").amount, units_ha, 1e-9);
    EXPECT_TRUE(result.ledger.balances({1e-9}));
}

TEST(ForestOverlay, givesTheSameBitsHoweverThePlotsAreCutAndHoweverManyThreadsShareThem) {
    const auto features = manyPlots();
    const auto whole = talliedRows(features, features.size(), 1);
    for (const unsigned rowsInAPart : {1U, 7U, 123U}) {
        for (const unsigned threads : {1U, 2U, 8U}) {
            const auto cut = talliedRows(features, rowsInAPart, threads);
            EXPECT_EQ(cut.ledger, whole.ledger);
            EXPECT_EQ(cut.findings, whole.findings);
            for (const auto& [code, forest] : whole.byUnit) {
                EXPECT_EQ(forest.counted, cut.byUnit.at(code).counted);
                EXPECT_EQ(forest.covered, cut.byUnit.at(code).covered);
                EXPECT_EQ(forest.plots, cut.byUnit.at(code).plots);
            }
        }
    }
}

TEST(ForestOverlay, takesOutATwinWithEverythingFoundAboutIt) {
    const Plot odd{.shape = squareAt(900, 0, 200), .maldlr = 999};  // over both zones, of no known code
    const auto once = tallied({odd});
    auto twice = tallied({odd, odd});
    EXPECT_EQ(planted::findingsOf(twice, "forest.unknown-code").size(), 1u);
    EXPECT_EQ(planted::findingsOf(twice, "forest.duplicate").size(), 1u);
    for (const char* code : {"00001", "00002"}) {
        EXPECT_EQ(twice.byUnit.at(code).covered, once.byUnit.at(code).covered);
        EXPECT_EQ(twice.byUnit.at(code).plots, 1);
    }
    EXPECT_EQ(entryOf(twice.ledger, LedgerSide::In, "plots").count, 2);
    EXPECT_TRUE(twice.ledger.balances({1e-9}));
}

TEST(ForestOverlay, findsATwinInAnotherLayer) {
    const auto older = planted::featuresOf({{.shape = squareAt(0, 0, 300)}});
    const auto newer = planted::featuresOf({{.shape = squareAt(500, 0, 300), .lo = "x"}, {.shape = squareAt(0, 0, 300), .lo = "y"}});
    std::vector layers{planted::layerOf(older), planted::layerOf(newer)};
    layers[1].name = "newer.shp";
    geo::Progress progress;
    const auto zones = twoZones();
    const auto tally = layers::tallyOverlay({planted::rules(), zones, {}}, layers, progress);
    const auto found = planted::findingsOf(tally, "forest.duplicate");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].source, "newer.shp");
    EXPECT_EQ(found[0].row, 2);
    EXPECT_EQ(found[0].message.arguments[1], (geo::Argument{"first_layer", std::string("plots.shp")}));
    EXPECT_NEAR(tally.byUnit.at("00001").counted.value, 18, 1e-9);
}

TEST(ForestOverlay, namesAPlotWithNothingToMeasure) {
    const auto tally = tallied({{.shape = squareAt(0, 0, 300)}, {}});
    const auto found = planted::findingsOf(tally, "forest.shape-unusable");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].row, 2);
    EXPECT_EQ(entryOf(tally.ledger, LedgerSide::Lost, "shape-unusable").count, 1);
    EXPECT_EQ(entryOf(tally.ledger, LedgerSide::In, "plots").count, 2);
}

TEST(ForestOverlay, stopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    geo::Progress progress({}, stop.get_token());
    const auto features = manyPlots();
    const std::vector layers{planted::layerOf(features)};
    const auto zones = twoZones();
    try {
        layers::tallyOverlay({planted::rules(), zones, {}}, layers, progress);
        FAIL();
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.kind(), geo::ErrorKind::Stopped);
    }
}
