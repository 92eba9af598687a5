// SPDX-License-Identifier: Apache-2.0
// The honeycomb is a mosaic: each side stands once, whoever asks for it.
#include "sample-data/generator/lattice.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "geo/topology/repair.hpp"
#include "sample-data/generator/mosaic.hpp"
#include "sample-data/generator/rings.hpp"

namespace {

using sample::CellIndex;
using sample::Lattice;

Lattice hectareCells() { return Lattice({{0, 0, 3'000, 2'000}, 10'000, 3, 7}); }

TEST(Lattice, givesBothCellsOfASideTheSameCoordinates) {
    const Lattice lattice = hectareCells();
    const CellIndex cell = lattice.cellIn(5, 5);
    for (std::size_t side = 0; side < 6; ++side) {
        sample::Ring mine;
        sample::Ring theirs;
        lattice.appendSide(cell, side, mine);
        lattice.appendSide(lattice.neighbours(cell)[side], (side + 3) % 6, theirs);

        ASSERT_EQ(mine.size(), 8u);  // three halvings
        std::reverse(theirs.begin() + 1, theirs.end());
        EXPECT_TRUE(std::equal(mine.begin() + 1, mine.end(), theirs.begin() + 1));
    }
}

TEST(Lattice, makesCellsThatNeverCrossThemselves) {
    const Lattice lattice = hectareCells();
    for (CellIndex cell = 0; cell < lattice.cellCount(); ++cell) {
        EXPECT_TRUE(geo::isValidPolygon(geo::Geometry::polygon(lattice.ringOf(cell)))) << cell;
    }
}

TEST(Lattice, findsTheCellUnderAnUnmovedCentre) {
    const Lattice lattice = hectareCells();
    for (CellIndex cell = 0; cell < lattice.cellCount(); ++cell) {
        EXPECT_EQ(lattice.nearestCell(lattice.centre(cell)), cell);
    }
}

TEST(Lattice, knowsEveryNeighbourFromBothSides) {
    const Lattice lattice = hectareCells();
    for (CellIndex cell = 0; cell < lattice.cellCount(); ++cell) {
        const auto neighbours = lattice.neighbours(cell);
        for (std::size_t side = 0; side < 6; ++side) {
            if (neighbours[side] == sample::noCell) continue;
            EXPECT_EQ(lattice.neighbours(neighbours[side])[(side + 3) % 6], cell);
        }
    }
}

TEST(Mosaic, unitesCellsRoundAHole) {
    const Lattice lattice = hectareCells();
    const CellIndex middle = lattice.cellIn(5, 5);
    std::vector<sample::Label> labels(lattice.cellCount(), sample::noLabel);
    std::vector<CellIndex> cells;
    double area_m2 = 0;
    for (const CellIndex cell : lattice.neighbours(middle)) {
        labels[cell] = 0;
        cells.push_back(cell);
        area_m2 += sample::signedArea_m2(lattice.ringOf(cell));
    }

    const geo::Geometry united = sample::unionOfCells(lattice, labels, cells);

    EXPECT_EQ(united.kind(), geo::GeometryKind::Polygon);
    EXPECT_EQ(united.pathCount(), 2u);
    EXPECT_TRUE(geo::isValidPolygon(united));
    EXPECT_NEAR(sample::areaOf_m2(united), area_m2, 1e-6);
}

}  // namespace
