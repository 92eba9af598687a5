// SPDX-License-Identifier: Apache-2.0
// Prints tell shapes apart and know equal ones in any wrapping.
#include "geo/shape/shape_print.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <random>
#include <set>
#include <vector>

#include "geo/shape/wkb.hpp"

using geo::Coordinate;
using geo::Geometry;
using geo::ShapeView;

namespace {

std::uint64_t printOf(const Geometry& shape) {
    const auto blob = geo::toWkb(shape);
    return geo::shapePrint(ShapeView::ofWkb(blob));
}

std::vector<Coordinate> square(double x, double y) {
    return {{x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}, {x, y}};
}

}  // namespace

TEST(ShapePrint, isTheSameInEveryWrapping) {
    const Geometry shape = Geometry::polygon(square(3, 4));
    const auto spatialite = geo::toSpatialite(shape, 9205);
    const auto geoPackage = geo::toGeoPackage(shape, 9205);
    EXPECT_EQ(geo::shapePrint(ShapeView::ofSpatialite(spatialite)), printOf(shape));
    EXPECT_EQ(geo::shapePrint(ShapeView::ofGeoPackage(geoPackage)), printOf(shape));
}

TEST(ShapePrint, differsWhenAnyBitOfAnyCoordinateDoes) {
    const auto ring = square(547'000, 2'477'000);
    std::set<std::uint64_t> prints{printOf(Geometry::polygon(ring))};
    std::size_t shapes = 1;
    for (std::size_t corner = 1; corner + 1 < ring.size(); ++corner) {
        for (int bit = 0; bit < 52; ++bit, ++shapes) {
            auto changed = ring;
            changed[corner].y =
                std::bit_cast<double>(std::bit_cast<std::uint64_t>(changed[corner].y) ^ (std::uint64_t{1} << bit));
            prints.insert(printOf(Geometry::polygon(changed)));
        }
    }
    EXPECT_EQ(prints.size(), shapes);
}

TEST(ShapePrint, differsWhenCoordinatesChangePlaces) {
    auto turned = square(0, 0);
    std::swap(turned[1], turned[2]);
    EXPECT_NE(printOf(Geometry::polygon(turned)), printOf(Geometry::polygon(square(0, 0))));
    auto swapped = square(0, 5);
    for (Coordinate& corner : swapped) std::swap(corner.x, corner.y);
    EXPECT_NE(printOf(Geometry::polygon(swapped)), printOf(Geometry::polygon(square(0, 5))));
}

TEST(ShapePrint, differsWhenTheSameRingsArePartsOrHoles) {
    Geometry parts(geo::GeometryKind::MultiPolygon);
    Geometry hole(geo::GeometryKind::MultiPolygon);
    hole.beginPart();
    for (const double at : {0.0, 10.0}) {
        parts.beginPart();
        parts.addPath(square(at, 0));
        hole.addPath(square(at, 0));
    }
    EXPECT_NE(printOf(parts), printOf(hole));
}

TEST(ShapePrint, neverMeetsOnAGridOfWholeMetres) {
    std::set<std::uint64_t> prints;
    for (int x = 0; x < 200; ++x) {
        for (int y = 0; y < 200; ++y) prints.insert(printOf(Geometry::polygon(square(500'000 + x, 2'400'000 + y))));
    }
    EXPECT_EQ(prints.size(), 40'000u);
}
