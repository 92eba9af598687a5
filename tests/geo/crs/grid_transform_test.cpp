// SPDX-License-Identifier: Apache-2.0
// The table of a transformation against the transformation itself.
#include "geo/crs/grid_transform.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace {

using geo::Coordinate;
using geo::Crs;
using geo::Extent;
using geo::GridTransform;
using geo::Transform;

/// Lai Châu and some kilometres around it, in degrees.
constexpr Extent province{102.2, 21.5, 104.1, 22.9};
/// The same in EPSG:9205, rounded outwards.
constexpr Extent provinceOnPlane{416'000, 2'377'000, 614'000, 2'534'000};

std::vector<Coordinate> randomPlaces(const Extent& extent, std::size_t count) {
    std::mt19937_64 random(20'250'701);
    std::uniform_real_distribution<double> x(extent.minX, extent.maxX);
    std::uniform_real_distribution<double> y(extent.minY, extent.maxY);
    std::vector<Coordinate> places(count);
    for (Coordinate& place : places) place = {x(random), y(random)};
    return places;
}

double farthestApart(const std::vector<Coordinate>& a, const std::vector<Coordinate>& b) {
    double farthest = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double apart = std::hypot(a[i].x - b[i].x, a[i].y - b[i].y);
        // A NaN must not pass as near.
        if (!(apart <= farthest)) farthest = apart;
    }
    return farthest;
}

/// How far a table is from its transformation at the worst of many random places.
double worstOf(const std::string& from, const std::string& to, const Extent& extent,
               double tolerance_m = 1e-6) {
    const Transform exact(Crs::fromText(from), Crs::fromText(to));
    const GridTransform table(exact, extent, {tolerance_m});
    auto answers = randomPlaces(extent, 100'000);
    auto truth = answers;
    exact.apply(std::span(truth));
    table.apply(answers);
    return farthestApart(truth, answers);
}

bool isNowhere(Coordinate place) { return std::isnan(place.x) && std::isnan(place.y); }

}  // namespace

TEST(GridTransform, isWithinAMicrometreOfProjOverTheProvince) {
    EXPECT_LT(worstOf("EPSG:4326", "EPSG:9205", province), 1e-6);
    EXPECT_LT(worstOf("EPSG:4326", "EPSG:3405", province), 1e-6);
    EXPECT_LT(worstOf("EPSG:4756", "EPSG:9205", province), 1e-6);
    EXPECT_LT(worstOf("EPSG:3405", "EPSG:9205", {217'000, 2'377'000, 413'000, 2'534'000}), 1e-6);
}

TEST(GridTransform, isAsNearInDegrees) {
    constexpr double micrometre_deg = 1e-6 / 111'320;
    EXPECT_LT(worstOf("EPSG:9205", "EPSG:4326", provinceOnPlane), micrometre_deg);
}

TEST(GridTransform, aFinerToleranceIsKeptAndACoarserOneIsToo) {
    EXPECT_LT(worstOf("EPSG:4326", "EPSG:9205", province, 1e-3), 1e-3);
    EXPECT_LT(worstOf("EPSG:4326", "EPSG:9205", province, 2e-8), 2e-8);
}

TEST(GridTransform, allOfVietnamIsCoveredToo) {
    EXPECT_LT(worstOf("EPSG:4326", "EPSG:3405", {102, 8, 110, 23.5}), 1e-6);
}

TEST(GridTransform, whatIsOutsideItsExtentIsLeftToTheTransform) {
    const Transform exact(Crs::fromText("EPSG:4326"), Crs::fromText("EPSG:9205"));
    const GridTransform table(exact, province);
    std::vector<Coordinate> places{{103, 22}, {105.85, 21.03}, {102.2, 21.5}, {104.1, 22.9}, {104.2, 22}};
    table.apply(places);
    EXPECT_EQ(table.covered(), province);
    EXPECT_FALSE(isNowhere(places[0]));
    EXPECT_TRUE(isNowhere(places[1]));
    EXPECT_FALSE(isNowhere(places[2]));
    EXPECT_FALSE(isNowhere(places[3]));
    EXPECT_TRUE(isNowhere(places[4]));
}

TEST(GridTransform, whatIsNoNumberIsNowhere) {
    const Transform exact(Crs::fromText("EPSG:4326"), Crs::fromText("EPSG:9205"));
    const GridTransform table(exact, province);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinite = std::numeric_limits<double>::infinity();
    std::vector<Coordinate> places{{nan, 22}, {103, nan}, {infinite, 22}, {103, -infinite}, {1e300, -1e300}};
    table.apply(places);
    for (const Coordinate place : places) EXPECT_TRUE(isNowhere(place));
}

TEST(GridTransform, theIdentityMovesNothing) {
    const Transform exact(Crs::fromText("EPSG:9205"), Crs::fromText("EPSG:9205"));
    const GridTransform table(exact, provinceOnPlane);
    std::vector<Coordinate> places{{546'981.276, 2'477'623.887}, {0, 0}};
    table.apply(places);
    EXPECT_EQ(places[0], (Coordinate{546'981.276, 2'477'623.887}));
    EXPECT_TRUE(isNowhere(places[1]));
}

TEST(GridTransform, coversNothingWhereNoTableIsNearEnough) {
    const Transform exact(Crs::fromText("EPSG:4326"), Crs::fromText("EPSG:9205"));
    // Beyond what sixteen digits of a northing can tell; the whole earth; a place; nothing.
    EXPECT_TRUE(GridTransform(exact, province, {1e-12}).covered().isEmpty());
    EXPECT_TRUE(GridTransform(exact, {-180, -90, 180, 90}).covered().isEmpty());
    EXPECT_TRUE(GridTransform(exact, {103, 22, 103, 22}).covered().isEmpty());
    EXPECT_TRUE(GridTransform(exact, Extent{}).covered().isEmpty());
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_TRUE(GridTransform(exact, {nan, nan, nan, nan}).covered().isEmpty());
    EXPECT_TRUE(GridTransform(exact, {-1e300, -1e300, 1e300, 1e300}).covered().isEmpty());
}

TEST(GridTransform, aTableOfNothingLeavesEverythingToTheTransform) {
    const Transform exact(Crs::fromText("EPSG:4326"), Crs::fromText("EPSG:9205"));
    std::vector<Coordinate> places{{103, 22}};
    GridTransform(exact, Extent{}).apply(places);
    EXPECT_TRUE(isNowhere(places[0]));
}

TEST(GridTransform, manyThreadsGetTheSameBytes) {
    const Transform exact(Crs::fromText("EPSG:4326"), Crs::fromText("EPSG:9205"));
    const GridTransform table(exact, province);
    const auto places = randomPlaces(province, 20'000);
    std::vector<std::vector<Coordinate>> answers(8, places);
    {
        std::vector<std::jthread> threads;
        for (auto& answer : answers) threads.emplace_back([&] { table.apply(answer); });
    }
    for (const auto& answer : answers) EXPECT_EQ(answer, answers.front());
}
