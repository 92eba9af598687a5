// SPDX-License-Identifier: Apache-2.0
// Invalid polygons become what they enclose by the even-odd rule, and the reason is named.
#include "geo/topology/repair.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "geo/measure/area.hpp"
#include "geo/topology/points.hpp"
#include "geo/topology/star_ring.hpp"
#include "tests/geo/topology/random_shapes.hpp"

namespace {

using geo::Coordinate;
using geo::Geometry;
using geo::GeometryKind;

Geometry withRings(std::vector<std::vector<Coordinate>> rings) {
    Geometry polygon(GeometryKind::Polygon);
    polygon.beginPart();
    for (const auto& ring : rings) polygon.addPath(ring);
    return polygon;
}

std::vector<Coordinate> squareRing(double x, double y, double side) {
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}};
}

struct Invalid {
    Geometry geometry;
    std::string reasonId;
    double evenOddArea;
};

std::vector<Invalid> invalidPolygons() {
    Geometry twins(GeometryKind::MultiPolygon);
    for (const double x : {0.0, 5.0}) {
        twins.beginPart();
        twins.addPath(squareRing(x, 0, 10));
    }
    const double nan = std::numeric_limits<double>::quiet_NaN();
    return {
        {Geometry::polygon({{0, 0}, {10, 10}, {10, 0}, {0, 10}}), "self-intersection", 50},
        // A loop that runs through its own corner: two triangles with one point in common.
        {Geometry::polygon({{0, 0}, {10, 0}, {5, 5}, {10, 10}, {0, 10}, {5, 5}}), "ring-self-intersection",
         50},
        {withRings({squareRing(0, 0, 10), squareRing(20, 0, 5)}), "hole-outside", 125},
        {withRings({squareRing(0, 0, 10), squareRing(1, 1, 8), squareRing(2, 2, 2)}), "nested-holes", 40},
        {twins, "self-intersection", 150},  // parts that overlap are united, as GEOS and PostGIS do
        {withRings({{{0, 0}, {1, 1}, {0, 0}}}), "too-few-points", 0},
        {Geometry::polygon({{0, 0}, {10, 0}, {nan, 10}}), "invalid-coordinate", 0},
    };
}

}  // namespace

TEST(RepairPolygon, leavesAValidPolygonAlone) {
    samples::RandomShapes random(1);
    for (int i = 0; i < 200; ++i) {
        const Geometry shape = random.any({500'000, 2'400'000}, 300);
        EXPECT_TRUE(geo::isValidPolygon(shape));
        EXPECT_FALSE(geo::repairPolygon(shape));
    }
}

TEST(RepairPolygon, keepsTheEvenOddAreaAndNamesTheReason) {
    for (const Invalid& invalid : invalidPolygons()) {
        EXPECT_FALSE(geo::isValidPolygon(invalid.geometry)) << invalid.reasonId;
        const auto repair = geo::repairPolygon(invalid.geometry);
        ASSERT_TRUE(repair) << invalid.reasonId;
        EXPECT_EQ(repair->reasonId, invalid.reasonId);
        EXPECT_NEAR(repair->areaAfter.value, invalid.evenOddArea, 1e-9) << invalid.reasonId;
        EXPECT_EQ(repair->areaAfter, geo::planarArea(repair->geometry));
        EXPECT_TRUE(repair->geometry.isPolygonal());
        EXPECT_TRUE(repair->geometry.isEmpty() || geo::isValidPolygon(repair->geometry));
    }
}

TEST(RepairPolygon, countsWhatARingRunsRoundTwiceAsOutside) {
    const Geometry curl =
        Geometry::polygon({{0, 0}, {10, 0}, {10, 6}, {4, 6}, {4, -4}, {8, -4}, {8, 4}, {0, 4}});
    int squaresInside = 0;
    for (int x = 0; x < 10; ++x) {
        for (int y = -4; y < 6; ++y) squaresInside += containsPoint(curl, {x + 0.5, y + 0.5}) ? 1 : 0;
    }
    const auto repair = geo::repairPolygon(curl);
    ASSERT_TRUE(repair);
    EXPECT_NEAR(repair->areaAfter.value, squaresInside, 1e-9);
    EXPECT_FALSE(containsPoint(repair->geometry, {6.5, 2.5}));
}

TEST(RepairPolygon, leavesOutTheLineOfASpike) {
    const Geometry spiked =
        Geometry::polygon({{0, 0}, {10, 0}, {10, 5}, {20, 5}, {10, 5}, {10, 10}, {0, 10}});
    const auto repair = geo::repairPolygon(spiked);
    ASSERT_TRUE(repair);
    EXPECT_EQ(repair->geometry.kind(), GeometryKind::Polygon);
    EXPECT_EQ(repair->areaAfter.value, 100);
    EXPECT_EQ(repair->geometry.extent().maxX, 10);
}

TEST(IsStar, holdsOnlyForRingsThatRunRoundTheirCentreOnce) {
    samples::RandomShapes random(2);
    EXPECT_TRUE(geo::isStar(Geometry::polygon({{0, 0}, {10, 0}, {10, 10}, {0, 10}})));
    EXPECT_TRUE(geo::isStar(Geometry::polygon({{0, 0}, {0, 10}, {10, 10}, {10, 0}})));
    EXPECT_FALSE(geo::isStar(Geometry::polygon({{0, 0}, {10, 10}, {10, 0}, {0, 10}})));
    EXPECT_FALSE(geo::isStar(random.twoParts({0, 0}, 10)));
    // Twice round: every turn goes the same way, yet the ring crosses itself.
    EXPECT_FALSE(geo::isStar(
        Geometry::polygon({{10, 0}, {-7, 7}, {0, -10}, {7, 7}, {-10, 0}, {7, -7}, {0, 10}, {-7, -7}})));
}
