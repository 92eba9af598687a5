// SPDX-License-Identifier: Apache-2.0
// Points found by table are those that PROJ and a look at every zone find.
#include "geo/topology/point_locator.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "geo/topology/faced_edges.hpp"
#include "geo/topology/points.hpp"
#include "tests/geo/topology/random_shapes.hpp"

namespace {

using geo::Coordinate;
using geo::Crs;
using geo::Geometry;
using geo::PointLocator;

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
/// The table is within a micrometre of PROJ: nearer to a border than that, either side may be told.
constexpr double tableTolerance_m = 1e-6;

const Crs plane = Crs::fromText("EPSG:9205");
const Crs degrees = Crs::fromText("EPSG:4326");

/// Cells that share their borders, with shapes of every sort over them, somewhere in Lai Châu.
std::vector<Geometry> someZones(samples::RandomShapes& random) {
    auto zones = random.mosaic({520'000, 2'440'000}, 4'000, 6, 5);
    for (int i = 0; i < 4; ++i)
        zones.push_back(random.any({random.between(522'000, 542'000), random.between(2'442'000, 2'458'000)},
                                   random.between(100, 3'000)));
    return zones;
}

/// Over the zones and a little around them.
std::vector<Coordinate> somePoints(samples::RandomShapes& random, std::size_t count) {
    std::vector<Coordinate> points(count);
    for (Coordinate& point : points) point = {random.between(103.17, 103.47), random.between(22.03, 22.28)};
    return points;
}

struct Located {
    std::vector<Coordinate> at;
    std::vector<std::uint32_t> zones;
    bool operator==(const Located&) const = default;
};

Located located(const PointLocator& locator, std::vector<Coordinate> points, unsigned threads = 1) {
    Located located{std::move(points), {}};
    located.zones.resize(located.at.size());
    locator.locate(located.at, located.zones, threads);
    return located;
}

std::uint32_t lowestZoneAt(const std::vector<Geometry>& zones, Coordinate position) {
    for (std::uint32_t zone = 0; zone < zones.size(); ++zone)
        if (geo::containsPoint(zones[zone], position)) return zone;
    return geo::noFace;
}

double toNearestBorder(const std::vector<Geometry>& zones, Coordinate position) {
    double least = std::numeric_limits<double>::infinity();
    for (const Geometry& zone : zones) least = std::min(least, geo::distanceToBoundary(zone, position).value);
    return least;
}

}  // namespace

TEST(PointLocator, findsWhatProjAndALookAtEveryZoneFind) {
    samples::RandomShapes random(20'250'701);
    const geo::Transform exact(degrees, plane);
    std::size_t inZones = 0;
    for (int round = 0; round < 10; ++round) {
        const auto zones = someZones(random);
        const auto points = somePoints(random, 2'000);
        const auto found = located(PointLocator(zones, plane, degrees), points);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const Coordinate truth = exact.apply(points[i]);
            ASSERT_LT(std::hypot(found.at[i].x - truth.x, found.at[i].y - truth.y), tableTolerance_m);
            if (toNearestBorder(zones, truth) < tableTolerance_m) continue;
            ASSERT_EQ(found.zones[i], lowestZoneAt(zones, truth)) << points[i].x << ' ' << points[i].y;
            inZones += found.zones[i] != geo::noFace ? 1U : 0U;
        }
    }
    EXPECT_GT(inZones, 5'000u);
}

TEST(PointLocator, anyNumberOfThreadsGivesTheSameBytes) {
    samples::RandomShapes random(7);
    const auto zones = someZones(random);
    auto points = somePoints(random, 30'000);
    for (std::size_t i = 0; i < points.size(); i += 97) points[i] = {105.85, 21.03};
    const PointLocator locator(zones, plane, degrees);
    const auto alone = located(locator, points, 1);
    EXPECT_EQ(located(locator, points, 2), alone);
    EXPECT_EQ(located(locator, points, 8), alone);
}

TEST(PointLocator, farFromTheZonesProjItselfMovesAPoint) {
    samples::RandomShapes random(7);
    const auto zones = someZones(random);
    const std::vector<Coordinate> points{{105.85, 21.03}, {103.3, 22.1}, {0, 0}};
    const auto found = located(PointLocator(zones, plane, degrees), points);
    const geo::Transform exact(degrees, plane);
    EXPECT_EQ(found.at[0], exact.apply(points[0]));
    EXPECT_EQ(found.at[2], exact.apply(points[2]));
    EXPECT_EQ(found.zones[0], geo::noFace);
    EXPECT_NE(found.zones[1], geo::noFace);
}

TEST(PointLocator, whatIsNoNumberOrHasNoPlaceIsNowhere) {
    samples::RandomShapes random(7);
    const auto zones = someZones(random);
    const double infinite = std::numeric_limits<double>::infinity();
    const auto found =
        located(PointLocator(zones, plane, degrees),
                {{unknown, 22}, {103, unknown}, {infinite, 22}, {103, -infinite}, {1e300, 1e300}});
    for (std::size_t i = 0; i < found.at.size(); ++i) {
        EXPECT_TRUE(std::isnan(found.at[i].x) && std::isnan(found.at[i].y)) << i;
        EXPECT_EQ(found.zones[i], geo::noFace) << i;
    }
}

TEST(PointLocator, pointsInTheSystemOfTheZonesStayWhereTheyAre) {
    samples::RandomShapes random(7);
    const auto zones = someZones(random);
    const std::vector<Coordinate> points{{530'000.125, 2'450'000.5}, {1, 2}};
    const auto found = located(PointLocator(zones, plane, plane), points);
    EXPECT_EQ(found.at, points);
    EXPECT_EQ(found.zones[0], lowestZoneAt(zones, points[0]));
    EXPECT_EQ(found.zones[1], geo::noFace);
}

TEST(PointLocator, withoutZonesEverythingIsOutside) {
    const std::vector<Geometry> none;
    const std::vector<Geometry> empty(2);
    for (const auto* zones : {&none, &empty}) {
        const PointLocator locator(*zones, plane, degrees);
        EXPECT_EQ(located(locator, {{103, 22}}).zones.front(), geo::noFace);
        EXPECT_TRUE(located(locator, {}).zones.empty());
    }
}
