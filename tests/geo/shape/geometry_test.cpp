// SPDX-License-Identifier: Apache-2.0
// A geometry keeps its parts and changes its kind only where nothing is lost.
#include "geo/shape/geometry.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "geo/base/error.hpp"
#include "tests/geo/shape/samples.hpp"

using geo::Geometry;
using geo::GeometryKind;

TEST(Geometry, closesARingThatWasLeftOpen) {
    const Geometry triangle = Geometry::polygon({{0, 0}, {1, 0}, {0, 1}});
    EXPECT_EQ(triangle.path(0).size(), 4U);
    EXPECT_EQ(triangle.path(0).back(), (geo::Coordinate{0, 0}));
}

TEST(Geometry, keepsPartsOfSeveralRingsApart) {
    const Geometry both = samples::multiPolygon();
    ASSERT_EQ(both.partCount(), 2U);
    EXPECT_EQ(both.partPaths(0).end, 2U);
    EXPECT_EQ(both.partPaths(1).begin, 2U);
    EXPECT_EQ(both.path(2).size(), 4U);
    EXPECT_EQ(both.extent(), (geo::Extent{0, 0, 30, 10}));
}

TEST(AsKind, makesAMultiOfASingleAndBack) {
    const Geometry polygon = samples::polygonWithHole();
    const Geometry promoted = asKind(polygon, GeometryKind::MultiPolygon);
    EXPECT_EQ(promoted.kind(), GeometryKind::MultiPolygon);
    EXPECT_EQ(promoted.partCount(), 1U);
    EXPECT_EQ(asKind(promoted, GeometryKind::Polygon), polygon);
}

TEST(AsKind, refusesToLoseParts) {
    try {
        asKind(samples::multiPolygon(), GeometryKind::Polygon);
        FAIL();
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.message(),
                  (geo::Message{"shape.kind-mismatch", {{"found", "MultiPolygon"}, {"wanted", "Polygon"}}}));
    }
    EXPECT_THROW(asKind(Geometry::point({1, 2}), GeometryKind::MultiPolygon), geo::Error);
}

TEST(AsKind, letsNothingBeOfAnyKind) {
    EXPECT_EQ(asKind(Geometry(), GeometryKind::MultiPolygon).kind(), GeometryKind::MultiPolygon);
}

TEST(HasFiniteCoordinates, seesNanAndInfinity) {
    EXPECT_TRUE(hasFiniteCoordinates(samples::multiPolygon()));
    EXPECT_FALSE(hasFiniteCoordinates(Geometry::point({std::numeric_limits<double>::quiet_NaN(), 0})));
    EXPECT_FALSE(hasFiniteCoordinates(Geometry::point({0, std::numeric_limits<double>::infinity()})));
}
