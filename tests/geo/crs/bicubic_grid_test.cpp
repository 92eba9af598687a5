// SPDX-License-Identifier: Apache-2.0
// The table answers as its function does, or there is no table.
#include "geo/crs/bicubic_grid.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace {

using geo::Coordinate;
using geo::Extent;
using Grid = geo::BicubicGrid<1>;

constexpr Extent square{-1, 2, 3, 5};

auto within(double tolerance) {
    return [tolerance](const Grid::Values& truth, const Grid::Values& answer) {
        return std::abs(truth[0] - answer[0]) <= tolerance;
    };
}

Grid::Values wave(Coordinate place) { return {std::sin(2 * place.x) * std::cos(3 * place.y)}; }

}  // namespace

TEST(BicubicGrid, isExactForCubics) {
    const auto cubic = [](Coordinate c) {
        return Grid::Values{c.x * c.x * c.x - 2 * c.x * c.y * c.y + 7 * c.y * c.y * c.y - 1};
    };
    const auto grid = Grid::of(cubic, square, within(1e-9));
    ASSERT_TRUE(grid);
    EXPECT_NEAR(grid->at({0.123, 4.567})[0], cubic({0.123, 4.567})[0], 1e-10);
}

TEST(BicubicGrid, isRefinedUntilItIsNearAlsoWhereNobodyProbed) {
    const auto grid = Grid::of(wave, square, within(1e-6));
    ASSERT_TRUE(grid);
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> x(square.minX, square.maxX);
    std::uniform_real_distribution<double> y(square.minY, square.maxY);
    for (int i = 0; i < 20'000; ++i) {
        const Coordinate place{x(random), y(random)};
        // Twice: cubics may be a little farther off beside the middle of a cell than in it.
        ASSERT_NEAR(grid->at(place)[0], wave(place)[0], 2e-6) << place.x << ' ' << place.y;
    }
}

TEST(BicubicGrid, aCornerOfItsExtentIsANode) {
    const auto grid = Grid::of(wave, square, within(1e-6));
    ASSERT_TRUE(grid);
    EXPECT_NEAR(grid->at({square.minX, square.minY})[0], wave({square.minX, square.minY})[0], 1e-14);
    EXPECT_NEAR(grid->at({square.maxX, square.maxY})[0], wave({square.maxX, square.maxY})[0], 1e-14);
}

TEST(BicubicGrid, beyondItsExtentTheNearestPlaceAnswers) {
    const auto grid = Grid::of(wave, square, within(1e-6));
    ASSERT_TRUE(grid);
    EXPECT_EQ(grid->at({-100, 3}), grid->at({square.minX, 3}));
    EXPECT_EQ(grid->at({100, 100}), grid->at({square.maxX, square.maxY}));
    EXPECT_EQ(grid->at({std::numeric_limits<double>::infinity(), 3}), grid->at({square.maxX, 3}));
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(grid->at({nan, nan}), grid->at({square.minX, square.minY}));
}

TEST(BicubicGrid, aJumpHasNoTable) {
    const auto jump = [](Coordinate place) { return Grid::Values{place.x < 0.7 ? 0.0 : 1.0}; };
    EXPECT_FALSE(Grid::of(jump, square, within(1e-6)));
}

TEST(BicubicGrid, anExtentOfNoAreaHasNoTable) {
    EXPECT_FALSE(Grid::of(wave, Extent{}, within(1)));
    EXPECT_FALSE(Grid::of(wave, Extent{1, 1, 1, 2}, within(1)));
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(Grid::of(wave, Extent{nan, 0, 1, 1}, within(1)));
}
