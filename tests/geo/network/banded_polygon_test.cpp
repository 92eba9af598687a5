// SPDX-License-Identifier: Apache-2.0
// How much of a line runs inside a polygon.
#include "geo/network/banded_polygon.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "tests/geo/topology/random_shapes.hpp"

using geo::BandedPolygon;
using geo::Coordinate;
using geo::Geometry;

namespace {

constexpr Coordinate laiChau{546'981.276, 2'477'623.887};  // coordinates as large as real ones, EPSG:9205

Geometry line(std::vector<Coordinate> corners) { return Geometry::lineString(std::move(corners)); }

Geometry square() { return Geometry::polygon({{0, 0}, {100, 0}, {100, 100}, {0, 100}}); }

double inside(const Geometry& polygon, const Geometry& shape) {
    return BandedPolygon(polygon).lengthInside(shape).value;
}

std::vector<Coordinate> randomWalk(samples::RandomShapes& random, double reach) {
    std::vector<Coordinate> corners;
    for (int i = 0; i < 12; ++i) {
        corners.push_back(
            {laiChau.x + random.between(-reach, reach), laiChau.y + random.between(-reach, reach)});
    }
    return corners;
}

/// By the even-odd rule at very many places along the line.
double sampledInside(const Geometry& polygon, const std::vector<Coordinate>& corners) {
    constexpr int places = 4'000;
    const BandedPolygon banded(polygon);
    double length = 0;
    for (std::size_t i = 1; i < corners.size(); ++i) {
        const Coordinate along{corners[i].x - corners[i - 1].x, corners[i].y - corners[i - 1].y};
        int hits = 0;
        for (int place = 0; place < places; ++place) {
            const double share = (place + 0.5) / places;
            if (banded.contains({corners[i - 1].x + share * along.x, corners[i - 1].y + share * along.y}))
                ++hits;
        }
        length += std::hypot(along.x, along.y) * hits / places;
    }
    return length;
}

/// The rule itself, edge by edge, without bands.
bool isInside(const Geometry& polygon, Coordinate point) {
    bool isOdd = false;
    for (std::size_t index = 0; index < polygon.pathCount(); ++index) {
        const geo::Path ring = polygon.path(index);
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const Coordinate west = ring[i - 1].x <= ring[i].x ? ring[i - 1] : ring[i];
            const Coordinate east = ring[i - 1].x <= ring[i].x ? ring[i] : ring[i - 1];
            if (point.x < west.x || point.x >= east.x) continue;
            isOdd ^= west.y + (point.x - west.x) * ((east.y - west.y) / (east.x - west.x)) > point.y;
        }
    }
    return isOdd;
}

}  // namespace

TEST(BandedPolygon, measuresWhatOfALineLiesInside) {
    EXPECT_DOUBLE_EQ(inside(square(), line({{-50, 50}, {150, 50}})), 100);
    EXPECT_DOUBLE_EQ(inside(square(), line({{50, 50}, {50, 250}})), 50);
    EXPECT_DOUBLE_EQ(inside(square(), line({{10, 10}, {40, 50}})), 50);  // 30-40-50
    EXPECT_DOUBLE_EQ(inside(square(), line({{200, 0}, {200, 100}})), 0);
}

TEST(BandedPolygon, leavesOutHolesAndCountsEveryPart) {
    Geometry ring = square();
    ring.addPath(Geometry::polygon({{40, 40}, {60, 40}, {60, 60}, {40, 60}}).path(0));
    EXPECT_DOUBLE_EQ(inside(ring, line({{-50, 50}, {150, 50}})), 80);
    Geometry two(geo::GeometryKind::MultiPolygon);
    for (const double x : {0.0, 300.0}) {
        two.beginPart();
        two.addPath(Geometry::polygon({{x, 0}, {x + 100, 0}, {x + 100, 100}, {x, 100}}).path(0));
    }
    EXPECT_DOUBLE_EQ(inside(two, line({{-50, 50}, {450, 50}})), 200);
}

TEST(BandedPolygon, countsALineAlongASharedBorderOnce) {
    const Geometry east = Geometry::polygon({{100, 0}, {200, 0}, {200, 100}, {100, 100}});
    const Geometry north = Geometry::polygon({{0, 100}, {100, 100}, {100, 200}, {0, 200}});
    const auto upright = line({{100, 0}, {100, 100}});
    const auto level = line({{0, 100}, {100, 100}});
    EXPECT_DOUBLE_EQ(inside(square(), upright) + inside(east, upright), 100);
    EXPECT_DOUBLE_EQ(inside(square(), level) + inside(north, level), 100);
}

TEST(BandedPolygon, hasNothingInsideWhenItIsNoPolygon) {
    constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();
    const auto through = line({{-50, 50}, {150, 50}});
    EXPECT_EQ(inside(Geometry(), through), 0);
    EXPECT_EQ(inside(through, through), 0);
    EXPECT_EQ(inside(Geometry::polygon({{0, 0}, {noNumber, 0}, {100, 100}}), through), 0);
    EXPECT_EQ(inside(Geometry::polygon({{0, 0}, {0, 0}, {0, 0}}), through), 0);
}

TEST(BandedPolygon, passesOverSegmentsThatAreNoNumbersOrHaveNoLength) {
    constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(inside(square(), line({{50, 50}, {50, 50}})), 0);
    EXPECT_EQ(inside(square(), line({{50, 50}, {noNumber, 50}})), 0);
    EXPECT_EQ(inside(square(), Geometry::point({50, 50})), 0);
    EXPECT_EQ(inside(square(), Geometry()), 0);
}

TEST(BandedPolygon, containsWhatTheEvenOddRuleSays) {
    samples::RandomShapes random(21);
    for (int round = 0; round < 200; ++round) {
        const Geometry polygon = random.any(laiChau, 500);
        const BandedPolygon banded(polygon);
        for (const Coordinate point : randomWalk(random, 600)) {
            ASSERT_EQ(banded.contains(point), isInside(polygon, point));
        }
    }
}

TEST(BandedPolygon, agreesWithLookingAtManyPlacesOfTheLine) {
    samples::RandomShapes random(22);
    for (int round = 0; round < 60; ++round) {
        const Geometry polygon = random.any(laiChau, 500);
        const auto corners = randomWalk(random, 600);
        // Each of 11 segments, at most 1.7 km, is off by a place of 4 000 at each of at most about 80
        // crossings.
        EXPECT_NEAR(inside(polygon, line(corners)), sampledInside(polygon, corners), 20);
    }
}

TEST(BandedPolygon, dividesALineAmongTheCellsOfAMosaicWithoutLoss) {
    samples::RandomShapes random(23);
    for (int round = 0; round < 50; ++round) {
        const auto cells = random.mosaic(laiChau, 200, 8, 8);
        std::vector<Coordinate> corners;  // well inside the mosaic of 1.600 m, its crooked rim left out
        for (int i = 0; i < 20; ++i) {
            corners.push_back(
                {laiChau.x + random.between(100, 1'500), laiChau.y + random.between(100, 1'500)});
        }
        const Geometry walk = line(corners);
        double sum = 0;
        for (const Geometry& cell : cells) sum += inside(cell, walk);
        EXPECT_NEAR(sum, samples::perimeterOf(walk), 1e-6);
    }
}
