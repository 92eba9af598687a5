// SPDX-License-Identifier: Apache-2.0
// Dissolving is union, in any order, by any number of threads.
#include "geo/topology/dissolve.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "geo/base/error.hpp"
#include "geo/measure/area.hpp"
#include "geo/topology/overlay.hpp"
#include "geo/topology/repair.hpp"
#include "tests/geo/topology/random_shapes.hpp"

namespace {

using geo::Geometry;

Geometry dissolved(const std::vector<Geometry>& faces, unsigned threads = 0) {
    geo::Progress progress;
    return geo::dissolve(faces, progress, threads);
}

double areaOf(const Geometry& shape) { return geo::planarArea(shape).value; }

/// 1,200 cells of 100 m whose borders are shared bit for bit.
std::vector<Geometry> mosaicCells() {
    return samples::RandomShapes(5).mosaic({500000, 2400000}, 100, 40, 30);
}

std::vector<Geometry> scatteredShapes(unsigned seed, int count) {
    samples::RandomShapes random(seed);
    std::vector<Geometry> shapes;
    for (int i = 0; i < count; ++i) {
        Geometry shape = random.any({500000 + random.between(0, 900), 2400000 + random.between(0, 900)},
                                    random.between(5, 120));
        if (auto repair = geo::repairPolygon(shape)) shape = std::move(repair->geometry);
        shapes.push_back(std::move(shape));
    }
    return shapes;
}

}  // namespace

TEST(Dissolve, ofAMosaicIsItsOutlineAndMovesNoCorner) {
    const auto cells = mosaicCells();
    double area = 0;
    for (const Geometry& cell : cells) area += areaOf(cell);
    const Geometry outline = dissolved(cells);
    EXPECT_EQ(outline.pathCount(), 1U);
    EXPECT_EQ(outline.coordinates().size(), 2U * (40 + 30) + 1);
    EXPECT_NEAR(areaOf(outline), area, 1e-9 * area);
}

TEST(Dissolve, keepsTheHoleThatAMissingFaceLeaves) {
    auto cells = mosaicCells();
    cells.erase(cells.begin() + 615);  // row 15, column 15: inside
    EXPECT_EQ(dissolved(cells).pathCount(), 2U);
}

TEST(Dissolve, isTheUnionWhereShapesOverlapAndMiss) {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const auto shapes = scatteredShapes(seed, 150);
        const Geometry truth = geo::unionOf(shapes);
        const Geometry made = dissolved(shapes);
        EXPECT_NEAR(areaOf(made), areaOf(truth), samples::perimeterOf(truth) * geo::pieceGrid.value) << seed;
        EXPECT_TRUE(geo::isValidPolygon(made)) << seed;
    }
}

TEST(Dissolve, doesNotDependOnOrderOrThreads) {
    auto shapes = scatteredShapes(77, 300);
    const Geometry made = dissolved(shapes, 1);
    EXPECT_EQ(dissolved(shapes, 2), made);
    EXPECT_EQ(dissolved(shapes, 8), made);
    std::ranges::reverse(shapes);
    EXPECT_EQ(dissolved(shapes), made);
}

TEST(Dissolve, countsWhatLiesTwiceOnce) {
    const auto cell = Geometry::polygon({{0, 0}, {10, 0}, {10, 10}, {0, 10}});
    EXPECT_EQ(areaOf(dissolved({cell, cell, cell})), 100);
}

TEST(Dissolve, ofNothingIsEmpty) {
    EXPECT_TRUE(dissolved({}).isEmpty());
    EXPECT_TRUE(dissolved({Geometry(), Geometry::point({1, 1})}).isEmpty());
}

TEST(Dissolve, stopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    geo::Progress progress({}, stop.get_token());
    EXPECT_THROW(geo::dissolve(mosaicCells(), progress), geo::Error);
}
