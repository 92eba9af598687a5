// SPDX-License-Identifier: Apache-2.0
// Ways over a small lattice, against what one can count by hand.
#include "sample-data/generator/cell_paths.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using sample::CellIndex;
using sample::CellPaths;
using sample::Lattice;

Lattice smallLattice() { return Lattice({{0, 0, 1'000, 1'000}, 5'000, 0, 1}); }

TEST(CellPaths, goesStraightWhereEveryCellCostsTheSame) {
    const Lattice lattice = smallLattice();
    const CellPaths paths(lattice, std::vector<double>(lattice.cellCount(), 1));
    const auto way = paths.way(lattice.cellIn(2, 1), lattice.cellIn(2, 6));
    EXPECT_EQ(way.size(), 6u);  // five steps to the right
}

TEST(CellPaths, goesFromNeighbourToNeighbour) {
    const Lattice lattice = smallLattice();
    const CellPaths paths(lattice, std::vector<double>(lattice.cellCount(), 1));
    const auto way = paths.way(lattice.cellIn(1, 1), lattice.cellIn(7, 5));
    for (std::size_t i = 1; i < way.size(); ++i) {
        const auto around = lattice.neighbours(way[i - 1]);
        EXPECT_NE(std::ranges::find(around, way[i]), around.end());
    }
}

TEST(CellPaths, findsNoWayThroughAWall) {
    const Lattice lattice = smallLattice();
    std::vector<double> costs(lattice.cellCount(), 1);
    for (std::size_t column = 0; column < lattice.columns(); ++column) costs[lattice.cellIn(4, column)] = -1;
    const CellPaths paths(lattice, costs);
    EXPECT_TRUE(paths.way(lattice.cellIn(1, 1), lattice.cellIn(7, 1)).empty());
}

TEST(CellPaths, givesEveryCellToTheStartThatReachesItFirst) {
    const Lattice lattice = smallLattice();
    const CellPaths paths(lattice, std::vector<double>(lattice.cellCount(), 1));
    const std::vector<CellPaths::LabelledCell> starts{{lattice.cellIn(3, 0), 0}, {lattice.cellIn(3, 9), 1}};
    const auto labels = paths.reachedFirst(starts);
    EXPECT_EQ(labels[lattice.cellIn(3, 2)], 0);
    EXPECT_EQ(labels[lattice.cellIn(3, 8)], 1);
    EXPECT_EQ(std::ranges::count(labels, sample::noLabel), 0);
}

}  // namespace
