// SPDX-License-Identifier: Apache-2.0
// Units thinned for coarse pictures still meet, and stay where they are as far as anybody sees.
#include "styles/map/unit_mosaic.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "geo/measure/area.hpp"
#include "tests/styles/map/sample_sheets.hpp"

namespace {

using styles::UnitMosaic;

constexpr double finestPixel_m = 1;

std::vector<const geo::Geometry*> shapesOf(const styles::MapSheet& sheet) {
    std::vector<const geo::Geometry*> shapes;
    for (const styles::MapUnit& unit : sheet.units) shapes.push_back(&unit.shape);
    return shapes;
}

double areaOf(const std::vector<geo::Geometry>& shapes) {
    double area = 0;
    for (const geo::Geometry& shape : shapes) area += geo::planarArea(shape).value;
    return area;
}

std::size_t coordinatesOf(const std::vector<geo::Geometry>& shapes) {
    std::size_t count = 0;
    for (const geo::Geometry& shape : shapes) count += shape.coordinates().size();
    return count;
}

std::size_t arcsOfOneUnit(const geo::Coverage& borders) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < borders.arcCount(); ++i)
        if (borders.arc(i).left == geo::noFace || borders.arc(i).right == geo::noFace) ++count;
    return count;
}

/// A ring of many corners around a place.
geo::Geometry roundShape(geo::Coordinate middle, double radius) {
    constexpr int corners = 2000;
    std::vector<geo::Coordinate> ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 6.283185307179586 * i / corners;
        ring.push_back({middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)});
    }
    return geo::Geometry::polygon(std::move(ring));
}

}  // namespace

TEST(UnitMosaic, isTheShapesThemselvesUnderAMagnifyingGlass) {
    const styles::MapSheet sheet = testing_styles::mosaic(4, 3, 1);
    const UnitMosaic mosaic(shapesOf(sheet));
    ASSERT_EQ(mosaic.size(), sheet.units.size());
    for (std::size_t i = 0; i < sheet.units.size(); ++i)
        EXPECT_EQ(mosaic.levelFor(finestPixel_m).shapes[i], sheet.units[i].shape);
}

TEST(UnitMosaic, keepsTheAreaOfTheWholeAndItsBordersSharedAtEveryScale) {
    const styles::MapSheet sheet = testing_styles::mosaic(6, 5, 2);
    const UnitMosaic mosaic(shapesOf(sheet));
    const auto& whole = mosaic.levelFor(finestPixel_m);
    for (double pixel_m = 4; pixel_m < 3000; pixel_m *= 2) {
        const auto& level = mosaic.levelFor(pixel_m);
        EXPECT_EQ(level.borders.arcCount(), whole.borders.arcCount());
        EXPECT_EQ(arcsOfOneUnit(level.borders), arcsOfOneUnit(whole.borders));
        // What one unit loses its neighbour gains; only along the rim may a fifth of a pixel go.
        double rim = 0;
        for (const geo::Geometry& shape : whole.shapes) rim += 4 * shape.extent().width();
        EXPECT_NEAR(areaOf(level.shapes), areaOf(whole.shapes), 0.2 * pixel_m * rim);
    }
}

TEST(UnitMosaic, movesNoBorderByAFifthOfAPixel) {
    const double radius = 20'000;
    const geo::Geometry round = roundShape({500'000, 2'400'000}, radius);
    const std::vector<const geo::Geometry*> shapes{&round};
    const UnitMosaic mosaic(shapes);
    for (const double pixel_m : {5.0, 40.0, 150.0}) {
        const auto& level = mosaic.levelFor(pixel_m);
        EXPECT_LT(coordinatesOf(level.shapes), round.coordinates().size());
        const geo::Path ring = level.shapes[0].path(0);
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const geo::Coordinate between{(ring[i - 1].x + ring[i].x) / 2, (ring[i - 1].y + ring[i].y) / 2};
            const double inside = radius - std::hypot(between.x - 500'000, between.y - 2'400'000);
            EXPECT_LT(std::abs(inside), 0.2 * pixel_m);
        }
    }
}

TEST(UnitMosaic, leavesWhatIsNoPlaceOnTheMapAsItIs) {
    const double nowhere = std::numeric_limits<double>::quiet_NaN();
    const geo::Geometry nothing;
    const geo::Geometry lost = geo::Geometry::polygon({{nowhere, 0}, {1, 1}, {2, 0}});
    const std::vector<const geo::Geometry*> shapes{&nothing, &lost};
    const UnitMosaic mosaic(shapes);
    EXPECT_TRUE(mosaic.levelFor(1000).shapes[0].isEmpty());
    EXPECT_EQ(mosaic.levelFor(1000).shapes[1].coordinates().size(), 4u);
    EXPECT_EQ(mosaic.levelFor(1000).borders.arcCount(), 0u);
}
