// SPDX-License-Identifier: Apache-2.0
// The map's figure: exact areas of plots inside zones, every hectare booked.
#include <gtest/gtest.h>

#include "geo/base/error.hpp"
#include "tests/layers/indicators/planted_plots.hpp"

using layers::ForestTally;
using layers::LedgerSide;
using planted::entryOf;
using planted::Plot;
using planted::squareAt;

namespace {

/// Two communes of a square kilometre, side by side.
std::vector<layers::Zone> twoZones() { return {{"00001", squareAt(0, 0)}, {"00002", squareAt(1000, 0)}}; }

ForestTally tallied(const std::vector<Plot>& plots, const std::vector<layers::Zone>& zones = twoZones(),
                    const layers::OverlayTally::AreaFactor& factor = {}) {
    layers::OverlayTally tally(planted::rules(), zones, factor);
    const auto features = planted::featuresOf(plots);
    auto stream = planted::streamOf(features);
    geo::Progress progress;
    tally.add(stream, progress);
    return tally.finish();
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

TEST(OverlayTally, dividesAPlotAmongTheZonesItCrosses) {
    const auto tally = tallied({{.shape = squareAt(750, 0, 500)}});  // 25 ha, half on each side of x = 1000
    EXPECT_NEAR(tally.byUnit.at("00001").counted.value, 12.5, 1e-9);
    EXPECT_NEAR(tally.byUnit.at("00002").counted.value, 12.5, 1e-9);
    EXPECT_NEAR(entryOf(tally.ledger, LedgerSide::In, "plots").amount, 25, 1e-9);
    EXPECT_NEAR(entryOf(tally.ledger, LedgerSide::Out, "counts").amount, 25, 1e-9);
    EXPECT_TRUE(tally.ledger.balances({1e-9}));
}

TEST(OverlayTally, declaredAreaHasNoSay) {
    const auto tally = tallied({{.shape = squareAt(0, 0, 100), .dtich = 99.0}});
    EXPECT_NEAR(tally.byUnit.at("00001").counted.value, 1, 1e-9);
}

TEST(OverlayTally, booksWhatLiesOutsideAllZones) {
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

TEST(OverlayTally, aSliverOutsideIsBookedButNotWorthAFinding) {
    const auto tally = tallied({{.shape = squareAt(-0.05, 0, 1000)}});  // 50 m² outside
    EXPECT_NEAR(entryOf(tally.ledger, LedgerSide::Lost, "outside-all-zones").amount, 0.005, 1e-9);
    EXPECT_TRUE(tally.findings.empty());
}

TEST(OverlayTally, booksWhatOverlappingZonesGain) {
    const std::vector<layers::Zone> zones{{"00001", squareAt(0, 0)}, {"00002", squareAt(500, 0)}};
    const auto tally = tallied({{.shape = squareAt(400, 0, 400)}}, zones);  // 300 m of its 400 lie in both
    EXPECT_NEAR(tally.byUnit.at("00001").counted.value, 16, 1e-9);
    EXPECT_NEAR(tally.byUnit.at("00002").counted.value, 12, 1e-9);
    EXPECT_NEAR(entryOf(tally.ledger, LedgerSide::Gained, "zones-overlap").amount, 12, 1e-9);
    EXPECT_TRUE(tally.ledger.balances({1e-9}));
}

TEST(OverlayTally, countsAPlotThatStandsTwiceOnce) {
    const auto tally = tallied({{.shape = squareAt(0, 0, 300)}, {.shape = squareAt(0, 0, 300)}});
    EXPECT_NEAR(tally.byUnit.at("00001").counted.value, 9, 1e-9);
    EXPECT_NEAR(entryOf(tally.ledger, LedgerSide::Lost, "duplicate").amount, 9, 1e-9);
    ASSERT_EQ(planted::findingsOf(tally, "forest.duplicate").size(), 1u);
    EXPECT_EQ(planted::findingsOf(tally, "forest.duplicate")[0].row, 2);
}

TEST(OverlayTally, plotsThatOverlapCountAsTheyLie) {
    const auto tally = tallied({{.shape = squareAt(0, 0, 300)}, {.shape = squareAt(100, 0, 300)}});
    EXPECT_NEAR(tally.byUnit.at("00001").counted.value, 18, 1e-9);
}

TEST(OverlayTally, plotsThatDoNotCountStillSpeakOfTheirUnit) {
    const auto tally = tallied({{.shape = squareAt(0, 0, 300), .maldlr = 92}, {.shape = squareAt(0, 500, 200), .maldlr = 999}});
    EXPECT_EQ(tally.byUnit.at("00001").counted.value, 0);
    EXPECT_EQ(tally.byUnit.at("00001").plots, 2);
    EXPECT_EQ(tally.byUnit.count("00002"), 0u);
    EXPECT_NEAR(entryOf(tally.ledger, LedgerSide::Lost, "not-forest").amount, 9, 1e-9);
    ASSERT_EQ(planted::findingsOf(tally, "forest.unknown-code").size(), 1u);
    EXPECT_EQ(planted::findingsOf(tally, "forest.unknown-code")[0].row, 2);
    EXPECT_TRUE(tally.ledger.balances({1e-9}));
}

TEST(OverlayTally, severalZonesOfOneUnitAddUp) {
    const std::vector<layers::Zone> zones{{"12", squareAt(0, 0)}, {"12", squareAt(1000, 0)}};
    EXPECT_NEAR(tallied({{.shape = squareAt(750, 0, 500)}}, zones).byUnit.at("12").counted.value, 25, 1e-9);
}

TEST(OverlayTally, aPlotCountsOnceAmongThePlotsOfAUnitOfSeveralZones) {
    const std::vector<layers::Zone> zones{{"12", squareAt(0, 0)}, {"12", squareAt(1000, 0)}};
    EXPECT_EQ(tallied({{.shape = squareAt(750, 0, 500)}}, zones).byUnit.at("12").plots, 1);
}

TEST(OverlayTally, bringsTheAreaFactorToEveryTerm) {
    const auto tally = tallied({{.shape = squareAt(-500, 0, 1000)}}, twoZones(), [](const geo::Geometry&) { return 2.0; });
    EXPECT_NEAR(tally.byUnit.at("00001").counted.value, 100, 1e-9);
    EXPECT_NEAR(entryOf(tally.ledger, LedgerSide::In, "plots").amount, 200, 1e-9);
    EXPECT_TRUE(tally.ledger.balances({1e-9}));
}

TEST(OverlayTally, theLedgerOfManyCrossingPlotsBalances) {
    const auto features = manyPlots();
    layers::OverlayTally tally(planted::rules(), twoZones(), {});
    auto stream = planted::streamOf(features);
    geo::Progress progress;
    tally.add(stream, progress);
    const auto result = tally.finish();
    const double units_ha = result.byUnit.at("00001").counted.value + result.byUnit.at("00002").counted.value;
    EXPECT_NEAR(entryOf(result.ledger, LedgerSide::Out, "counts").amount, units_ha, 1e-9);
    EXPECT_TRUE(result.ledger.balances({1e-9}));
}

TEST(OverlayTally, givesTheSameBitsHoweverThePlotsArrive) {
    const auto features = manyPlots();
    geo::Progress progress;
    layers::OverlayTally whole(planted::rules(), twoZones(), {});
    auto all = planted::streamOf(features);
    whole.add(all, progress);
    layers::OverlayTally cut(planted::rules(), twoZones(), {});
    for (std::size_t begin = 0; begin < features.size(); begin += 123) {
        const auto end = std::min(begin + 123, features.size());
        const std::vector<layers::Feature> some(features.begin() + static_cast<std::ptrdiff_t>(begin),
                                                features.begin() + static_cast<std::ptrdiff_t>(end));
        auto part = planted::streamOf(some);
        cut.add(part, progress);
    }
    const auto a = whole.finish();
    const auto b = cut.finish();
    EXPECT_EQ(a.ledger, b.ledger);
    for (const auto& [code, forest] : a.byUnit) {
        EXPECT_EQ(forest.counted.value, b.byUnit.at(code).counted.value);
        EXPECT_EQ(forest.plots, b.byUnit.at(code).plots);
    }
}

TEST(OverlayTally, stopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    geo::Progress progress({}, stop.get_token());
    const auto features = manyPlots();
    auto stream = planted::streamOf(features);
    layers::OverlayTally tally(planted::rules(), twoZones(), {});
    try {
        tally.add(stream, progress);
        FAIL();
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.kind(), geo::ErrorKind::Stopped);
    }
}
