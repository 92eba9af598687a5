// SPDX-License-Identifier: Apache-2.0
// Heaps of points become rings with their number, and open when looked at from nearer.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "styles/map/compose_map.hpp"
#include "styles/map/point_clusters.hpp"
#include "tests/styles/map/recording_canvas.hpp"
#include "tests/styles/map/sample_sheets.hpp"

namespace {

using styles::ClusteredPoints;
using styles::PointPx;
using styles::ScreenPoint;
using testing::HasSubstr;

constexpr double symbol_px = 10;

std::vector<ScreenPoint> pointsAt(const std::vector<PointPx>& places) {
    static const styles::MapPoint point{"1", "Mô hình", {}, 80};
    std::vector<ScreenPoint> points;
    for (const PointPx place : places)
        points.push_back({&point, place, {styles::Symbol::Circle, symbol_px, {}}});
    return points;
}

std::vector<ScreenPoint> somewhere(std::size_t count, double side_px, unsigned seed) {
    std::mt19937 random(seed);
    const auto upTo = [&](double most) { return most * static_cast<double>(random() % 10'000) / 10'000; };
    std::vector<PointPx> places(count);
    for (PointPx& place : places) place = {upTo(side_px), upTo(side_px)};
    return pointsAt(places);
}

std::size_t membersOf(const ClusteredPoints& all) {
    std::size_t members = all.alone.size();
    for (const auto& cluster : all.clusters) members += cluster.members.size();
    return members;
}

bool touch(const styles::PointCluster& a, PointPx centre, double diameter_px) {
    return std::hypot(a.centre.x - centre.x, a.centre.y - centre.y) < (a.diameter_px + diameter_px) / 2 - 1e-9;
}

}  // namespace

TEST(PointClusters, leaveAloneWhatCanBeToldApart) {
    const auto all = styles::clusteredPoints(pointsAt({{0, 0}, {8, 0}, {100, 0}}), 1);

    EXPECT_EQ(all.alone.size(), 3u);
    EXPECT_TRUE(all.clusters.empty());
}

TEST(PointClusters, joinWhatHidesEachOtherInTheMiddleOfAll) {
    const auto all = styles::clusteredPoints(pointsAt({{0, 0}, {2, 0}, {4, 0}, {100, 0}}), 1);

    ASSERT_EQ(all.clusters.size(), 1u);
    EXPECT_EQ(all.clusters[0].members.size(), 3u);
    EXPECT_DOUBLE_EQ(all.clusters[0].centre.x, 2);
    EXPECT_EQ(all.alone.size(), 1u);
}

TEST(PointClusters, openWhenTheSameIsDrawnLarger) {
    EXPECT_EQ(styles::clusteredPoints(pointsAt({{0, 0}, {3, 0}}), 1).clusters.size(), 1u);
    EXPECT_TRUE(styles::clusteredPoints(pointsAt({{0, 0}, {30, 0}}), 1).clusters.empty());
}

TEST(PointClusters, neverTouchAndNeverLoseAPoint) {
    for (unsigned seed = 0; seed < 60; ++seed) {
        const auto points = somewhere(20 + seed * 10, 300, seed);

        const ClusteredPoints all = styles::clusteredPoints(points, 1);

        EXPECT_EQ(membersOf(all), points.size()) << seed;
        for (std::size_t i = 0; i < all.clusters.size(); ++i) {
            for (std::size_t j = i + 1; j < all.clusters.size(); ++j)
                EXPECT_FALSE(touch(all.clusters[i], all.clusters[j].centre, all.clusters[j].diameter_px))
                    << seed;
            for (const ScreenPoint& point : all.alone)
                EXPECT_FALSE(touch(all.clusters[i], point.centre, point.look.size)) << seed;
        }
    }
}

TEST(PointClusters, areTheSameTwice) {
    const auto points = somewhere(400, 300, 7);
    const ClusteredPoints first = styles::clusteredPoints(points, 1);
    const ClusteredPoints second = styles::clusteredPoints(points, 1);

    ASSERT_EQ(first.clusters.size(), second.clusters.size());
    for (std::size_t i = 0; i < first.clusters.size(); ++i)
        EXPECT_EQ(first.clusters[i].centre, second.clusters[i].centre);
}

TEST(PointClusters, areDrawnWithTheirNumberWhereTheThemeAsksForThem) {
    styles::MapSheet sheet = testing_styles::crowdedSheet(60, 3);
    sheet.theme.points->isClustered = true;

    testing_styles::RecordingCanvas canvas;
    const auto map = styles::composeMap(sheet, canvas, testing_styles::FixedMeasure());

    const auto isNumber = [](const styles::PlacedLabel& label) {
        return label.placeCode.empty() && label.unitCode.empty() &&
               label.text.find_first_not_of("0123456789") == std::string::npos;
    };
    EXPECT_TRUE(std::ranges::any_of(map.labels, isNumber));
    for (std::size_t i = 0; i < map.labels.size(); ++i) {
        for (std::size_t j = i + 1; j < map.labels.size(); ++j)
            EXPECT_FALSE(map.labels[i].box.overlaps(map.labels[j].box))
                << map.labels[i].text << " upon " << map.labels[j].text;
    }
}
