// SPDX-License-Identifier: Apache-2.0
// Cutting a region to cells loses no area and keeps only what the integral needs.
#include "geo/topology/clipped_region.hpp"

#include <gtest/gtest.h>

#include "geo/measure/area.hpp"
#include "geo/topology/edge_integral.hpp"
#include "tests/geo/topology/random_shapes.hpp"

namespace {

using geo::ClippedRegion;
using geo::Extent;
using geo::Geometry;

double areaIn(const ClippedRegion& region, const Extent& cell) {
    std::vector<geo::BoundaryEdge> boundary;
    appendBoundary(region, cell, boundary);
    return geo::areaWithin(boundary);
}

ClippedRegion clipped(const ClippedRegion& region, const Extent& cell) {
    ClippedRegion part;
    clip(region, cell, part);
    return part;
}

const Extent unitCell{0, 0, 1, 1};

}  // namespace

TEST(ClippedRegion, coversACellItSurrounds) {
    const auto region = regionOf(Geometry::polygon({{-5, -5}, {7, -4}, {6, 8}, {-3, 6}}), {0, 0});
    const auto part = clipped(region, unitCell);
    EXPECT_TRUE(part.covers(unitCell));
    EXPECT_EQ(areaIn(part, unitCell), 1);
}

TEST(ClippedRegion, isEmptyBesideAndInTheHoleOfAPolygon) {
    Geometry ring = Geometry::polygon({{-5, -5}, {5, -5}, {5, 5}, {-5, 5}});
    ring.addPath(std::vector<geo::Coordinate>{{-2, -2}, {2, -2}, {2, 2}, {-2, 2}, {-2, -2}});
    EXPECT_TRUE(clipped(regionOf(ring, {0, 0}), unitCell).isEmpty());
    EXPECT_TRUE(clipped(regionOf(ring, {0, 0}), {10, 0, 11, 1}).isEmpty());
    EXPECT_TRUE(clipped(regionOf(ring, {0, 0}), {0, 10, 1, 11}).isEmpty());
    EXPECT_TRUE(clipped(regionOf(ring, {0, 0}), {0, -11, 1, -10}).isEmpty());
}

TEST(ClippedRegion, needsNoEdgeForAnUprightBorder) {
    const auto region = regionOf(Geometry::polygon({{0.25, -9}, {9, -9}, {9, 9}, {0.25, 9}}), {0, 0});
    const auto part = clipped(region, unitCell);
    EXPECT_TRUE(part.edges.empty());
    EXPECT_EQ(part.above, (std::vector<geo::Step>{{0.25, 1}}));
    EXPECT_EQ(areaIn(part, unitCell), 0.75);
}

TEST(ClippedRegion, losesNoAreaWhenCutIntoQuartersAgainAndAgain) {
    samples::RandomShapes random(1);
    for (int round = 0; round < 200; ++round) {
        const Geometry shape = random.any({random.between(-1, 1), random.between(-1, 1)}, 2);
        const Extent whole{-4, -4, 4, 4};
        const auto region = clipped(regionOf(shape, {0, 0}), whole);
        double sum = 0;
        for (const Extent& quarter : quartersOf(whole)) {
            const auto part = clipped(region, quarter);
            for (const Extent& sixteenth : quartersOf(quarter))
                sum += areaIn(clipped(part, sixteenth), sixteenth);
        }
        EXPECT_NEAR(sum, geo::planarArea(shape).value, 1e-12);
    }
}

TEST(SharedArea, isTheAreaOfWhatTwoSquaresShare) {
    const Extent cell{0, 0, 16, 16};
    const auto first = clipped(regionOf(Geometry::polygon({{1, 1}, {9, 1}, {9, 9}, {1, 9}}), {0, 0}), cell);
    const auto second =
        clipped(regionOf(Geometry::polygon({{5, 7}, {15, 7}, {15, 15}, {5, 15}}), {0, 0}), cell);
    EXPECT_EQ(geo::sharedArea(first, second, cell), 8);
}

TEST(SharedArea, isTheSameWhetherCellsAreCutOrNot) {
    samples::RandomShapes random(2);
    const Extent cell{-8, -8, 8, 8};
    const auto rough = clipped(regionOf(Geometry::polygon(random.starRing({0, 0}, 6, 500)), {0, 0}), cell);
    const auto other = clipped(regionOf(Geometry::polygon(random.starRing({1, 1}, 6, 500)), {0, 0}), cell);
    std::vector<geo::BoundaryEdge> boundaryOfRough;
    std::vector<geo::BoundaryEdge> boundaryOfOther;
    appendBoundary(rough, cell, boundaryOfRough);
    appendBoundary(other, cell, boundaryOfOther);
    EXPECT_NEAR(geo::sharedArea(rough, other, cell), geo::sharedArea(boundaryOfRough, boundaryOfOther),
                1e-10);
}
