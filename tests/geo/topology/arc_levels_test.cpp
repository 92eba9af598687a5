// SPDX-License-Identifier: Apache-2.0
// Every scale keeps the mosaic whole: areas hardly change, borders move little, neighbours stay joined.
#include "geo/topology/arc_levels.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>

#include "geo/topology/coverage_builder.hpp"

namespace {

constexpr double side_m = 100;

/// A side from corner to corner that wavers on its way, the same seen from either end.
std::vector<geo::Coordinate> waver(geo::Coordinate from, geo::Coordinate to) {
    const bool isBackward = to.x < from.x || (to.x == from.x && to.y < from.y);
    if (isBackward) std::swap(from, to);
    std::mt19937 random(static_cast<unsigned>(from.x * 31 + from.y * 17 + to.x * 7 + to.y));
    std::vector<geo::Coordinate> path{from};
    constexpr int steps = 20;
    for (int i = 1; i < steps; ++i) {
        const double part = double{1} * i / steps;
        const double off = 6.0 * static_cast<double>(random() % 1000) / 1000 - 3;
        path.push_back({from.x + part * (to.x - from.x) + off, from.y + part * (to.y - from.y) + off});
    }
    path.push_back(to);
    if (isBackward) std::ranges::reverse(path);
    return path;
}

geo::Geometry cell(int column, int row) {
    const geo::Coordinate low{side_m * column, side_m * row};
    const std::vector<geo::Coordinate> corners{
        low, {low.x + side_m, low.y}, {low.x + side_m, low.y + side_m}, {low.x, low.y + side_m}, low};
    std::vector<geo::Coordinate> ring;
    for (std::size_t i = 1; i < corners.size(); ++i) {
        const auto side = waver(corners[i - 1], corners[i]);
        ring.insert(ring.end(), side.begin(), side.end() - 1);
    }
    return geo::Geometry::polygon(std::move(ring));
}

/// Columns from one to another as own faces, the rest as their neighbours.
geo::Coverage columns(int begin, int end, int all) {
    geo::CoverageBuilder builder;
    for (const bool isOwn : {true, false}) {
        for (int i = 0; i < all * all; ++i) {
            const bool lies = i % all >= begin && i % all < end;
            if (lies != isOwn) continue;
            if (isOwn) builder.addFace(i, cell(i % all, i / all));
            if (!isOwn) builder.addNeighbour(i, cell(i % all, i / all));
        }
    }
    return builder.build();
}

/// Each face a class of its own.
std::vector<std::uint16_t> ownKeys(const geo::Coverage& coverage) {
    std::vector<std::uint16_t> classes;
    for (std::size_t i = 0; i < coverage.ownFaceCount(); ++i)
        classes.push_back(static_cast<std::uint16_t>(coverage.faceKeys()[i]));
    return classes;
}

double areaLeftOf(std::span<const geo::GridPoint> path, double step_m) {
    double sum = 0;
    for (std::size_t i = 1; i < path.size(); ++i) {
        sum += (double{1} * path[i - 1].x + path[i].x) / 2 * (double{1} * path[i].y - path[i - 1].y);
    }
    return sum * step_m * step_m;
}

std::map<std::uint16_t, double> areas(const geo::ArcTile& tile) {
    std::map<std::uint16_t, double> areas;
    for (std::size_t i = 0; i < tile.arcs.size(); ++i) {
        const double area = areaLeftOf(tile.path(i), tile.step_m);
        areas[tile.arcs[i].left] += area;
        areas[tile.arcs[i].right] -= area;
    }
    areas.erase(geo::ArcTile::noClass);
    return areas;
}

constexpr geo::LevelLadder ladder{{-50, -50}, 4, 4, 4};

}  // namespace

TEST(ArcLevels, keepAreasThoughPointsGetFewer) {
    const geo::Coverage coverage = columns(0, 6, 6);
    const auto levels = geo::arcLevels(coverage, ownKeys(coverage), ladder);
    ASSERT_EQ(levels.size(), 4u);
    std::size_t before = 100'000;
    double pixel_m = 4;
    for (const geo::ArcTile& level : levels) {
        EXPECT_LT(level.points.size(), before);
        before = level.points.size();
        const auto found = areas(level);
        EXPECT_EQ(found.size(), 36u);
        // A fifth of a pixel along all of its border, were it moved one way everywhere.
        for (const auto& [face, area] : found) EXPECT_NEAR(area, side_m * side_m, 4 * 110 * pixel_m / 5);
        pixel_m *= 2;
    }
}

TEST(ArcLevels, drawTheSameFromTwoTilesAsFromOne) {
    const geo::Coverage whole = columns(0, 6, 6), west = columns(0, 3, 6), east = columns(3, 6, 6);
    const auto ofWhole = geo::arcLevels(whole, ownKeys(whole), ladder);
    const auto ofWest = geo::arcLevels(west, ownKeys(west), ladder);
    const auto ofEast = geo::arcLevels(east, ownKeys(east), ladder);
    for (std::size_t level = 0; level < ofWhole.size(); ++level) {
        auto parts = areas(ofWest[level]);
        parts.merge(areas(ofEast[level]));
        const auto all = areas(ofWhole[level]);
        ASSERT_EQ(parts.size(), all.size());
        for (const auto& [face, area] : all) EXPECT_NEAR(parts[face], area, 1e-6) << face;
    }
}

TEST(ArcLevels, leaveOutBordersWithinAClassWhereNothingIsOutlined) {
    const geo::Coverage coverage = columns(0, 4, 4);
    const std::vector<std::uint16_t> alike(16, 3);
    const auto levels = geo::arcLevels(coverage, alike, {{-50, -50}, 4, 2, 1});

    EXPECT_EQ(levels[0].arcs.size(), coverage.arcCount());
    for (const auto& arc : levels[1].arcs)
        EXPECT_TRUE(arc.left == geo::ArcTile::noClass || arc.right == geo::ArcTile::noClass);
    EXPECT_NEAR(areas(levels[1])[3], 16 * side_m * side_m, 1'500);
}

TEST(ArcLevels, keepAnIslandThoughItsBorderHasNoEnds) {
    geo::CoverageBuilder builder;
    std::vector<geo::Coordinate> ring;
    for (int i = 0; i < 60; ++i) ring.push_back({50 * std::cos(i * 0.1047), 50 * std::sin(i * 0.1047)});
    builder.addFace(1, geo::Geometry::polygon(std::move(ring)));
    const std::vector<std::uint16_t> classes{1};
    const auto levels = geo::arcLevels(builder.build(), classes, {{-60, -60}, 10, 3, 3});

    for (const auto& level : levels) EXPECT_NEAR(areas(level)[1], 7'854, 700);
}

TEST(ArcLevels, haveNothingToShowWithoutFaces) {
    for (const auto& level : geo::arcLevels(geo::CoverageBuilder().build(), {}, ladder))
        EXPECT_TRUE(level.arcs.empty());
}
