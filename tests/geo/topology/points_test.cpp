// SPDX-License-Identifier: Apache-2.0
// Where a point lies, and where a label stands.
#include "geo/topology/points.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/geo/topology/random_shapes.hpp"

namespace {

using geo::Geometry;

Geometry frame() {
    Geometry ring = Geometry::polygon({{0, 0}, {100, 0}, {100, 100}, {0, 100}});
    ring.addPath(std::vector<geo::Coordinate>{{30, 30}, {90, 30}, {90, 90}, {30, 90}, {30, 30}});
    return ring;
}

}  // namespace

TEST(ContainsPoint, knowsHolesFromGround) {
    EXPECT_TRUE(containsPoint(frame(), {10, 50}));
    EXPECT_FALSE(containsPoint(frame(), {50, 50}));
    EXPECT_FALSE(containsPoint(frame(), {-1, 50}));
    EXPECT_FALSE(containsPoint(Geometry(), {0, 0}));
}

TEST(DistanceToBoundary, isToTheNearestEdgeOfAnyRing) {
    EXPECT_EQ(distanceToBoundary(frame(), {50, 50}).value, 20);
    EXPECT_EQ(distanceToBoundary(frame(), {-3, -4}).value, 5);
    EXPECT_EQ(distanceToBoundary(Geometry::point({3, 4}), {0, 0}).value, 5);
    EXPECT_TRUE(std::isinf(distanceToBoundary(Geometry(), {0, 0}).value));
}

TEST(LabelPoint, standsFarthestFromEveryBorder) {
    const geo::Coordinate place = labelPoint(frame());
    EXPECT_TRUE(containsPoint(frame(), place));
    // The largest circle in the corner between two 30 wide arms touches both sides and the hole's corner.
    const double radius = 30 * std::sqrt(2.0) / (1 + std::sqrt(2.0));
    EXPECT_NEAR(distanceToBoundary(frame(), place).value, radius, 0.5);
}

TEST(LabelPoint, liesInsideEveryShape) {
    samples::RandomShapes random(1);
    for (int i = 0; i < 200; ++i) {
        const Geometry shape = random.any({500'000, 2'400'000}, 1'000);
        const geo::Coordinate place = labelPoint(shape);
        EXPECT_TRUE(containsPoint(shape, place) || distanceToBoundary(shape, place).value < 1e-6) << i;
    }
}

TEST(LabelPoint, isFoundForShapesWithoutAreaToo) {
    const Geometry flat = Geometry::polygon({{0, 0}, {10, 10}, {20, 20}});
    const geo::Coordinate place = labelPoint(flat);
    EXPECT_TRUE(flat.extent().contains(place));
    EXPECT_EQ(labelPoint(Geometry()), geo::Coordinate{});
}
