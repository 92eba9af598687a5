// SPDX-License-Identifier: Apache-2.0
// Overlay gives polygons and nothing else.
#include "geo/topology/overlay.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "geo/measure/area.hpp"

namespace {

using geo::Geometry;
using geo::GeometryKind;

Geometry square(double x, double y, double side) {
    return Geometry::polygon({{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}});
}

}  // namespace

TEST(UnionOf, joinsNeighboursIntoOnePolygon) {
    const Geometry joined = geo::unionOf(std::vector{square(0, 0, 10), square(10, 0, 10)});
    EXPECT_EQ(joined.kind(), GeometryKind::Polygon);
    EXPECT_EQ(geo::planarArea(joined).value, 200);
}

TEST(UnionOf, keepsPartsThatDoNotTouch) {
    const Geometry joined = geo::unionOf(std::vector{square(0, 0, 10), square(20, 0, 10)});
    EXPECT_EQ(joined.kind(), GeometryKind::MultiPolygon);
    EXPECT_EQ(joined.partCount(), 2U);
}

TEST(UnionOf, ofNothingIsEmpty) {
    EXPECT_TRUE(geo::unionOf({}).isEmpty());
    EXPECT_TRUE(geo::unionOf(std::vector{Geometry(GeometryKind::MultiPolygon), Geometry()}).isEmpty());
}

TEST(IntersectionOf, isWhatBothCoverAndNeverALine) {
    EXPECT_EQ(geo::planarArea(intersectionOf(square(0, 0, 10), square(5, 5, 10))).value, 25);
    EXPECT_TRUE(intersectionOf(square(0, 0, 10), square(10, 0, 10)).isEmpty());
}

TEST(DifferenceOf, cutsAHole) {
    const Geometry holed = differenceOf(square(0, 0, 10), square(4, 4, 2));
    EXPECT_EQ(holed.pathCount(), 2U);
    EXPECT_EQ(geo::planarArea(holed).value, 96);
}

TEST(GridIntersectionOf, standsOnTheGrid) {
    const Geometry shared = gridIntersectionOf(square(0, 0, 10.00037), square(5.00044, 5, 10));
    for (const geo::Coordinate corner : shared.coordinates()) {
        EXPECT_NEAR(std::remainder(corner.x, geo::pieceGrid.value), 0, 1e-12);
    }
    EXPECT_NEAR(geo::planarArea(shared).value, 25, 0.01);
}

TEST(GridDifferenceOf, dropsWhatIsNarrowerThanTheGrid) {
    const Geometry strip = Geometry::polygon({{0, 0}, {10, 0}, {10, 0.0004}, {0, 0.0004}});
    EXPECT_TRUE(gridDifferenceOf(strip, square(20, 20, 1)).isEmpty());
}

TEST(GridUnionOf, closesGapsNarrowerThanTheGrid) {
    EXPECT_EQ(geo::gridUnionOf(std::vector{square(0, 0, 10), square(10.0004, 0, 10)}).partCount(), 1U);
}

TEST(CoverageUnionOf, movesNoCornerOfAMosaic) {
    const Geometry joined =
        geo::coverageUnionOf(std::vector{square(0.12345678, 0, 10), square(10.12345678, 0, 10)});
    EXPECT_EQ(joined.extent().minX, 0.12345678);
    EXPECT_NEAR(geo::planarArea(joined).value, 200, 1e-9);
}
