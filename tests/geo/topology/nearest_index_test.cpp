// SPDX-License-Identifier: Apache-2.0
// The nearest of many shapes is the one that looking at every shape finds.
#include "geo/topology/nearest_index.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <thread>

#include "geo/topology/points.hpp"
#include "tests/geo/topology/random_shapes.hpp"

using geo::Coordinate;
using geo::Geometry;
using geo::Metres;
using geo::Nearest;
using geo::NearestIndex;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr Metres anywhere{std::numeric_limits<double>::infinity()};
// Coordinates of VN-2000 need 22 bits before the point, which leaves steps of 5e-10 m behind it.
constexpr double rounding_m = 1e-8;

/// A line of a few corners, some of them repeated.
Geometry brokenLine(samples::RandomShapes& random, Coordinate start) {
    std::vector<Coordinate> line{start};
    const int corners = static_cast<int>(random.between(0, 12));
    for (int i = 0; i < corners; ++i) {
        if (random.happens(0.2)) line.push_back(line.back());
        line.push_back(
            {line.back().x + random.between(-900, 900), line.back().y + random.between(-900, 900)});
    }
    return Geometry::lineString(line);
}

Coordinate somewhere(samples::RandomShapes& random) {
    return {random.between(500'000, 540'000), random.between(2'450'000, 2'480'000)};
}

/// Points, lines, polygons with holes, and shapes without coordinates.
std::vector<Geometry> anyShapes(samples::RandomShapes& random, int count) {
    std::vector<Geometry> shapes;
    for (int i = 0; i < count; ++i) {
        const Coordinate centre = somewhere(random);
        if (random.happens(0.1))
            shapes.emplace_back();
        else if (random.happens(0.3))
            shapes.push_back(Geometry::point(centre));
        else if (random.happens(0.5))
            shapes.push_back(brokenLine(random, centre));
        else
            shapes.push_back(random.any(centre, random.between(1, 4000)));
    }
    return shapes;
}

/// What looking at every shape finds, the first of several within rounding.
double leastDistance(const std::vector<Geometry>& shapes, Coordinate position) {
    double least = std::numeric_limits<double>::infinity();
    for (const Geometry& shape : shapes)
        least = std::min(least, geo::distanceToBoundary(shape, position).value);
    return least;
}

double between(Coordinate a, Coordinate b) { return std::hypot(a.x - b.x, a.y - b.y); }

void expectAsBruteForce(const std::vector<Geometry>& shapes, const NearestIndex& index, Coordinate position) {
    const double least = leastDistance(shapes, position);
    const auto found = index.nearest(position, anywhere);
    ASSERT_EQ(found.has_value(), std::isfinite(least));
    if (!found) return;
    EXPECT_NEAR(found->distance.value, least, rounding_m);
    EXPECT_NEAR(geo::distanceToBoundary(shapes[found->shape], position).value, least, rounding_m);
    EXPECT_NEAR(between(found->at, position), found->distance.value, rounding_m);
    EXPECT_NEAR(geo::distanceToBoundary(shapes[found->shape], found->at).value, 0, rounding_m);
}

}  // namespace

TEST(NearestIndex, findsWhatLookingAtEveryShapeFinds) {
    samples::RandomShapes random(20'250'701);
    for (int round = 0; round < 60; ++round) {
        const auto shapes = anyShapes(random, static_cast<int>(random.between(0, 120)));
        const NearestIndex index(shapes);
        for (int i = 0; i < 40; ++i) expectAsBruteForce(shapes, index, somewhere(random));
        for (const Geometry& shape : shapes) {
            if (!shape.isEmpty()) expectAsBruteForce(shapes, index, shape.coordinates().front());
        }
    }
}

TEST(NearestIndex, findsAmongTheWantedWhatLookingAtThemAloneFinds) {
    samples::RandomShapes random(12);
    for (int round = 0; round < 20; ++round) {
        const auto shapes = anyShapes(random, 90);
        auto wanted = shapes;
        for (std::size_t i = 0; i < wanted.size(); ++i)
            if (i % 3 != 0) wanted[i] = Geometry();
        const NearestIndex all(shapes);
        const NearestIndex some(wanted);
        for (int i = 0; i < 40; ++i) {
            const Coordinate position = somewhere(random);
            const auto found =
                all.nearest(position, anywhere, [](std::size_t shape) { return shape % 3 == 0; });
            const auto alone = some.nearest(position, anywhere);
            ASSERT_EQ(found.has_value(), alone.has_value());
            if (!found) continue;
            EXPECT_EQ(found->shape, alone->shape);
            EXPECT_EQ(found->distance, alone->distance);
        }
    }
}

TEST(NearestIndex, findsNothingFartherThanAsked) {
    const std::vector<Geometry> shapes{Geometry::point({3, 4})};
    const NearestIndex index(shapes);
    EXPECT_TRUE(index.nearest({0, 0}, Metres{5}));
    EXPECT_FALSE(index.nearest({0, 0}, Metres{4.999999}));
    EXPECT_FALSE(index.nearest({0, 0}, Metres{-5}));
    EXPECT_FALSE(index.nearest({0, 0}, Metres{unknown}));
    EXPECT_TRUE(index.nearest({3, 4}, Metres{0}));
}

TEST(NearestIndex, measuresToTheBorderFromInsideAPolygon) {
    const std::vector<Geometry> shapes{Geometry::polygon({{0, 0}, {100, 0}, {100, 60}, {0, 60}})};
    EXPECT_EQ(NearestIndex(shapes).nearest({50, 20}, anywhere), (Nearest{0, Metres{20}, {50, 0}}));
}

TEST(NearestIndex, measuresToTheBorderOfAHole) {
    Geometry ring = Geometry::polygon({{0, 0}, {100, 0}, {100, 100}, {0, 100}});
    ring.addPath(std::vector<Coordinate>{{40, 40}, {60, 40}, {60, 60}, {40, 60}, {40, 40}});
    const std::vector<Geometry> shapes{ring};
    EXPECT_EQ(NearestIndex(shapes).nearest({37, 50}, anywhere), (Nearest{0, Metres{3}, {40, 50}}));
}

TEST(NearestIndex, answersTheFirstOfShapesThatAreEquallyNear) {
    std::vector<Geometry> shapes(50, Geometry::point({10, 10}));
    shapes[0] = Geometry::point({1'000, 0});
    const NearestIndex index(shapes);
    EXPECT_EQ(index.nearest({0, 0}, anywhere)->shape, 1u);
    EXPECT_EQ(index.nearest({0, 0}, anywhere, [](std::size_t shape) { return shape > 20; })->shape, 21u);
}

TEST(NearestIndex, answersTheFirstOfTwoPolygonsWhoseBorderIsShared) {
    samples::RandomShapes random(7);
    for (int round = 0; round < 200; ++round) {
        const Coordinate from = somewhere(random);
        const Coordinate to = somewhere(random);
        const Geometry east = Geometry::polygon({from, to, {700'000, 2'465'000}});
        const Geometry west = Geometry::polygon({to, from, {400'000, 2'465'000}});
        const double share = random.between(0.2, 0.8);
        const Coordinate near{from.x + share * (to.x - from.x) + random.between(-5, 5),
                              from.y + share * (to.y - from.y) + random.between(-5, 5)};
        const std::vector<Geometry> one{east, west};
        const std::vector<Geometry> other{west, east};
        EXPECT_EQ(NearestIndex(one).nearest(near, anywhere)->shape, 0u);
        EXPECT_EQ(NearestIndex(other).nearest(near, anywhere)->shape, 0u);
    }
}

TEST(NearestIndex, leavesOutCoordinatesThatAreNoNumbers) {
    const std::vector<Geometry> shapes{Geometry::lineString({{0, 0}, {unknown, 5}, {10, 0}, {20, 0}}),
                                       Geometry::point({unknown, unknown}),
                                       Geometry::lineString({{anywhere.value, 0}, {unknown, 0}})};
    const NearestIndex index(shapes);
    EXPECT_EQ(index.nearest({6, 0}, anywhere), (Nearest{0, Metres{4}, {10, 0}}));
    EXPECT_EQ(index.nearest({-3, 0}, anywhere), (Nearest{0, Metres{3}, {0, 0}}));
    EXPECT_EQ(index.nearest({15, 2}, anywhere), (Nearest{0, Metres{2}, {15, 0}}));
    EXPECT_FALSE(index.nearest({5, unknown}, anywhere));
}

TEST(NearestIndex, answersNothingWhereThereIsNothing) {
    const std::vector<Geometry> empty(3);
    EXPECT_FALSE(NearestIndex().nearest({0, 0}, anywhere));
    EXPECT_FALSE(NearestIndex(empty).nearest({0, 0}, anywhere));
    EXPECT_FALSE(
        NearestIndex(std::vector{Geometry::point({0, 0})}).nearest({0, 0}, anywhere, [](std::size_t) {
            return false;
        }));
}

TEST(NearestIndex, standsLinesWithoutLengthAndCoordinatesBeyondMeasure) {
    constexpr double huge = std::numeric_limits<double>::max();
    const std::vector<Geometry> shapes{Geometry::lineString({{5, 5}, {5, 5}, {5, 5}}),
                                       Geometry::lineString({{-huge, -huge}, {huge, huge}})};
    const NearestIndex index(shapes);
    EXPECT_EQ(index.nearest({5, 7}, Metres{10}), (Nearest{0, Metres{2}, {5, 5}}));
    EXPECT_TRUE(index.nearest({huge, -huge}, anywhere));
}

TEST(NearestIndex, mayBeAskedByManyThreads) {
    samples::RandomShapes random(3);
    const auto shapes = anyShapes(random, 400);
    const NearestIndex index(shapes);
    const auto expected = index.nearest({520'000, 2'465'000}, anywhere);
    std::vector<std::optional<Nearest>> answers(4);
    {
        std::vector<std::jthread> threads;
        for (auto& answer : answers)
            threads.emplace_back([&] { answer = index.nearest({520'000, 2'465'000}, anywhere); });
    }
    for (const auto& answer : answers) EXPECT_EQ(answer, expected);
}
