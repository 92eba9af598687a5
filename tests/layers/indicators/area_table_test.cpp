// SPDX-License-Identifier: Apache-2.0
// Areas by unit and class of any polygons, with every hectare booked.
#include "layers/indicators/area_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "geo/base/error.hpp"
#include "tests/layers/indicators/planted_plots.hpp"

using layers::AreaTable;
using layers::LedgerSide;
using planted::entryOf;
using planted::Plot;
using planted::squareAt;

namespace {

std::vector<layers::Zone> twoZones() { return {{"00001", squareAt(0, 0)}, {"00002", squareAt(1000, 0)}}; }

AreaTable tableOf(const std::vector<Plot>& plots, const std::string& classField,
                  std::size_t rowsInAPart = 100, unsigned threads = 0) {
    const auto features = planted::featuresOf(plots);
    const auto zones = twoZones();
    geo::Progress progress;
    return layers::tabulateAreas({zones, classField, {}, threads},
                                 planted::layerOf(features, rowsInAPart).rows, "plots.shp", progress);
}

/// `unit class plots hectares` of every cell.
std::vector<std::string> linesOf(const AreaTable& table) {
    std::vector<std::string> lines;
    for (const auto& cell : table.cells) {
        lines.push_back(cell.unitCode + " " + cell.className + " " + std::to_string(cell.plots.plots) + " " +
                        std::to_string(static_cast<int>(std::lround(toHectares(cell.plots.area).value))));
    }
    return lines;
}

}  // namespace

TEST(AreaTable, givesEveryUnitItsShareOfEveryClass) {
    const auto table = tableOf({{.shape = squareAt(750, 0, 500), .ldlr = "TXG1"},  // 25 ha over x = 1000
                                {.shape = squareAt(0, 0, 300), .ldlr = "RTG"},
                                {.shape = squareAt(1600, 0, 300), .ldlr = "RTG"}},
                               "ldlr");
    EXPECT_THAT(linesOf(table),
                testing::ElementsAre("00001 RTG 1 9", "00001 TXG1 1 13", "00002 RTG 1 9", "00002 TXG1 1 13"));
    EXPECT_TRUE(table.ledger.balances(1e-9));
}

TEST(AreaTable, withoutAFieldHasOneClass) {
    const auto table = tableOf({{.shape = squareAt(0, 0, 300)}, {.shape = squareAt(500, 0, 200)}}, "");
    EXPECT_THAT(linesOf(table), testing::ElementsAre("00001  2 13"));
}

TEST(AreaTable, putsWhatLiesOutsideLast) {
    const auto table = tableOf({{.shape = squareAt(-500, 0, 1000), .ldlr = "TXG1"}}, "ldlr");
    EXPECT_THAT(linesOf(table), testing::ElementsAre("00001 TXG1 1 50", " TXG1 1 50"));
    EXPECT_NEAR(entryOf(table.ledger, LedgerSide::Lost, "outside-all-zones").amount, 50, 1e-9);
}

TEST(AreaTable, countsAPolygonOutsideAllUnitsAmongThoseAlone) {
    const auto table = tableOf({{.shape = squareAt(0, 0, 300)}, {.shape = squareAt(5000, 0, 300)}}, "");
    EXPECT_EQ(entryOf(table.ledger, LedgerSide::In, "read").count, 2);
    EXPECT_EQ(entryOf(table.ledger, LedgerSide::Out, "in-units").count, 1);
    EXPECT_EQ(entryOf(table.ledger, LedgerSide::Lost, "outside-all-zones").count, 1);
}

TEST(AreaTable, readsClassesThatAreNumbers) {
    const auto table = tableOf({{.shape = squareAt(0, 0, 300), .maldlr = 60}}, "MALDLR");
    EXPECT_THAT(linesOf(table), testing::ElementsAre("00001 60 1 9"));
}

TEST(AreaTable, namesRowsWithNothingToMeasure) {
    const auto table = tableOf({{.shape = squareAt(0, 0, 300)}, {}}, "");
    ASSERT_EQ(table.findings.size(), 1u);
    EXPECT_EQ(table.findings[0].row, 2);
    EXPECT_EQ(table.findings[0].source, "plots.shp");
    EXPECT_EQ(entryOf(table.ledger, LedgerSide::Lost, "shape-unusable").count, 1);
}

TEST(AreaTable, refusesAFieldThatIsNotThere) {
    try {
        tableOf({{.shape = squareAt(0, 0)}}, "loai");
        FAIL();
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.message().id, "area.field-missing");
    }
}

TEST(AreaTable, refusesAFieldThatNamesEveryRow) {
    std::vector<Plot> plots;
    for (int i = 0; i < 5001; ++i)
        plots.push_back({.shape = squareAt(i % 70, i / 70, 1), .lo = std::to_string(10000 + i)});
    try {
        tableOf(plots, "lo");
        FAIL();
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.message().id, "area.too-many-classes");
    }
}

TEST(AreaTable, isTheSameHoweverCutAndHoweverManyThreadsShareIt) {
    std::vector<Plot> plots;
    for (int i = 0; i < 500; ++i) {
        plots.push_back({.shape = squareAt(-200.0 + 4.7 * i, 13.1 * (i % 71), 90 + i % 17),
                         .ldlr = i % 3 == 0 ? "TXG1" : "RTG"});
    }
    const auto whole = tableOf(plots, "ldlr", 500, 1);
    for (const unsigned rowsInAPart : {1U, 13U, 100U}) {
        for (const unsigned threads : {1U, 2U, 8U}) {
            const auto cut = tableOf(plots, "ldlr", rowsInAPart, threads);
            EXPECT_EQ(cut.cells, whole.cells);
            EXPECT_EQ(cut.ledger, whole.ledger);
        }
    }
}
