// SPDX-License-Identifier: Apache-2.0
// Shapes are thinned and cut without leaving the frame, and shared borders are found.
#include "styles/map/screen_paths.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "geo/topology/coverage_builder.hpp"

namespace {

const styles::RectPx frame{0, 0, 100, 100};
const styles::MapView oneToOne({0, 0, 100, 100}, frame);

double areaOf(const styles::PathPx& ring) {
    double twice = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        twice += ring[i].x * ring[i + 1].y - ring[i + 1].x * ring[i].y;
    return std::abs(twice) / 2;
}

geo::Geometry square(double west, double south, double side) {
    return geo::Geometry::polygon(
        {{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}});
}

}  // namespace

TEST(MapView, turnsNorthUp) { EXPECT_EQ(oneToOne.toPicture({10, 90}), (styles::PointPx{10, 10})); }

TEST(MapView, keepsOneScaleInBothDirections) {
    const styles::MapView view({0, 0, 1000, 200}, frame);
    EXPECT_DOUBLE_EQ(view.metresPerPixel(), 10);
    EXPECT_EQ(view.toPicture({500, 100}), (styles::PointPx{50, 50}));
}

TEST(MapView, showsASinglePointAsIfItWereAKilometreWide) {
    EXPECT_DOUBLE_EQ(styles::MapView({5, 5, 5, 5}, frame).metresPerPixel(), 10);
}

TEST(Thinned, keepsBothEndsAndEveryVisibleStep) {
    styles::PathPx path;
    for (int i = 0; i <= 100; ++i) path.push_back({i * 0.1, 0});

    const styles::PathPx kept = styles::thinned(path);

    EXPECT_EQ(kept.front(), path.front());
    EXPECT_EQ(kept.back(), path.back());
    EXPECT_LT(kept.size(), 40u);  // steps of 0.3 px or more over 10 px
}

TEST(RingsOnScreen, areCutAtTheFrame) {
    const auto rings = styles::ringsOnScreen(square(50, 50, 100), oneToOne, frame);
    ASSERT_EQ(rings.size(), 1u);
    EXPECT_NEAR(areaOf(rings[0]), 50 * 50, 1e-9);
    for (const styles::PointPx& point : rings[0]) EXPECT_TRUE(frame.contains(point));
}

TEST(RingsOnScreen, areNoneOutsideTheFrame) {
    EXPECT_TRUE(styles::ringsOnScreen(square(500, 500, 10), oneToOne, frame).empty());
}

TEST(RingsOnScreen, fillTheFrameWhenTheyEncloseIt) {
    const auto rings = styles::ringsOnScreen(square(-1000, -1000, 2000), oneToOne, frame);
    ASSERT_EQ(rings.size(), 1u);
    EXPECT_NEAR(areaOf(rings[0]), 100 * 100, 1e-6);
}

TEST(ClippedLine, endsWhereItLeavesTheFrameAndBeginsAnewWhereItComesBack) {
    const auto pieces = styles::clippedLine({{50, 50}, {150, 50}, {150, 60}, {50, 60}}, frame);
    ASSERT_EQ(pieces.size(), 2u);
    EXPECT_EQ(pieces[0].back(), (styles::PointPx{100, 50}));
    EXPECT_EQ(pieces[1].front(), (styles::PointPx{100, 60}));
}

TEST(BordersOnScreen, tellSharedBordersFromOuterOnes) {
    const geo::Geometry left = square(10, 10, 40);
    const geo::Geometry right = square(50, 10, 40);
    geo::CoverageBuilder builder;
    builder.addFace(1, left);
    builder.addFace(2, right);

    const styles::MosaicBorders borders = styles::bordersOnScreen(builder.build(), oneToOne, frame);

    ASSERT_EQ(borders.inner.size(), 1u);
    EXPECT_EQ(borders.inner[0].size(), 2u);
    std::size_t outerSegments = 0;
    for (const styles::PathPx& line : borders.outer) outerSegments += line.size() - 1;
    EXPECT_EQ(outerSegments, 6u);
    const styles::RectPx aside{0, 0, 20, 20};
    EXPECT_TRUE(styles::bordersOnScreen(builder.build(), oneToOne, aside).inner.empty());
}
