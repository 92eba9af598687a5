// SPDX-License-Identifier: Apache-2.0
// Regions of a cut get the areas they should have and hang together.
#include <gtest/gtest.h>

#include <numeric>

#include "sample-data/generator/mosaic.hpp"
#include "sample-data/generator/outline.hpp"
#include "sample-data/generator/power_diagram.hpp"
#include "sample-data/generator/rings.hpp"

namespace {

using sample::CellIndex;

struct Plain {
    sample::Lattice lattice{{{0, 0, 8'000, 6'000}, 10'000, 2, 5}};
    std::vector<double> areas_m2;
    std::vector<geo::Coordinate> positions;
    std::vector<CellIndex> cells;

    Plain() {
        for (CellIndex cell = 0; cell < lattice.cellCount(); ++cell) {
            areas_m2.push_back(sample::signedArea_m2(lattice.ringOf(cell)));
            positions.push_back(lattice.centre(cell));
            cells.push_back(cell);
        }
    }
    sample::Ground ground() const { return {lattice, areas_m2, positions}; }
    double area_m2() const { return std::accumulate(areas_m2.begin(), areas_m2.end(), 0.0); }
};

TEST(CutByArea, meetsVeryUnequalAreas) {
    const Plain plain;
    const double whole_m2 = plain.area_m2();
    const std::vector<sample::Seed> seeds{{plain.lattice.cellIn(10, 10), 0.60 * whole_m2},
                                          {plain.lattice.cellIn(30, 40), 0.30 * whole_m2},
                                          {plain.lattice.cellIn(40, 60), 0.08 * whole_m2},
                                          {plain.lattice.cellIn(41, 63), 0.02 * whole_m2}};

    const auto labels = sample::cutByArea(plain.ground(), plain.cells, seeds);

    const auto regions = sample::cellsByLabel(labels, seeds.size());
    for (std::size_t i = 0; i < seeds.size(); ++i) {
        double area_m2 = 0;
        for (const CellIndex cell : regions[i]) area_m2 += plain.areas_m2[cell];
        EXPECT_NEAR(area_m2, seeds[i].area_m2, 30'000) << i;  // a few cells of one hectare
        EXPECT_EQ(labels[seeds[i].cell], static_cast<sample::Label>(i));
        EXPECT_EQ(sample::unionOfCells(plain.lattice, labels, regions[i]).partCount(), 1u) << i;
    }
}

TEST(SpreadSeeds, givesDifferentCellsEvenWhenAllAreTaken) {
    const Plain plain;
    const std::vector<CellIndex> few{100, 101, 102};

    auto seeds = sample::spreadSeeds(plain.ground(), few, 3, 1);

    std::ranges::sort(seeds);
    EXPECT_EQ(seeds, few);
}

TEST(CellsInside, movesTheOutlineUntilTheAreaFits) {
    const Plain plain;
    const std::vector<geo::Coordinate> square{{2'000, 2'000}, {5'000, 2'000}, {5'000, 5'000}, {2'000, 5'000}};

    const auto cells = sample::cellsInside(plain.ground(), square, 12e6);  // the square itself has 9 km²

    double area_m2 = 0;
    for (const CellIndex cell : cells) area_m2 += plain.areas_m2[cell];
    EXPECT_NEAR(area_m2, 12e6, 20'000);
}

}  // namespace
