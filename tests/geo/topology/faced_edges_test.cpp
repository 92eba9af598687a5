// SPDX-License-Identifier: Apache-2.0
// Shared borders stand once, with the face on either side; in an order of their own.
#include "geo/topology/faced_edges.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "tests/geo/topology/random_shapes.hpp"

namespace {

using geo::Coordinate;
using geo::FacedEdge;
using geo::Geometry;
using geo::noFace;

Geometry square(double west, double south) {
    return Geometry::polygon({{west, south}, {west + 1, south}, {west + 1, south + 1}, {west, south + 1}});
}

std::vector<FacedEdge> edgesOf(const std::vector<Geometry>& faces) { return geo::facedEdges(faces); }

}  // namespace

TEST(FacedEdges, areThoseOfARingWithItsFaceOnTheInside) {
    const std::vector<FacedEdge> expected{{{0, 0}, {0, 1}, noFace, 0},
                                          {{0, 0}, {1, 0}, 0, noFace},
                                          {{0, 1}, {1, 1}, noFace, 0},
                                          {{1, 0}, {1, 1}, 0, noFace}};
    EXPECT_EQ(edgesOf({square(0, 0)}), expected);
}

TEST(FacedEdges, doNotDependOnTheWayARingRuns) {
    EXPECT_EQ(edgesOf({Geometry::polygon({{0, 0}, {0, 1}, {1, 1}, {1, 0}})}), edgesOf({square(0, 0)}));
}

TEST(FacedEdges, haveTheFaceOnTheOutsideOfAHole) {
    Geometry holed = Geometry::polygon({{-9, -9}, {9, -9}, {9, 9}, {-9, 9}});
    holed.addPath(square(0, 0).path(0));
    const auto edges = edgesOf({holed});
    ASSERT_EQ(edges.size(), 8U);
    EXPECT_EQ(edges[3], (FacedEdge{{0, 0}, {0, 1}, 0, noFace}));
}

TEST(FacedEdges, standOnceWhereTwoFacesShareThem) {
    const auto edges = edgesOf({square(0, 0), square(1, 0)});
    ASSERT_EQ(edges.size(), 7U);
    EXPECT_EQ(edges[3], (FacedEdge{{1, 0}, {1, 1}, 0, 1}));
}

TEST(FacedEdges, standForEachFaceWhereFacesOverlap) {
    const auto edges = edgesOf({square(0, 0), square(0, 0)});
    ASSERT_EQ(edges.size(), 8U);
    EXPECT_EQ(edges[0], (FacedEdge{{0, 0}, {0, 1}, noFace, 0}));
    EXPECT_EQ(edges[1], (FacedEdge{{0, 0}, {0, 1}, noFace, 1}));
}

TEST(FacedEdges, vanishWhereAFaceRunsAlongThemBothWays) {
    Geometry halves = asKind(square(0, 0), geo::GeometryKind::MultiPolygon);
    halves.beginPart();
    halves.addPath(square(1, 0).path(0));
    EXPECT_EQ(edgesOf({halves}).size(), 6U);
}

TEST(FacedEdges, ofWhatIsNoPolygonAreNone) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_TRUE(edgesOf({}).empty());
    EXPECT_TRUE(
        edgesOf({Geometry(), Geometry::point({1, 1}), Geometry::lineString({{0, 0}, {1, 1}})}).empty());
    EXPECT_TRUE(edgesOf({Geometry::polygon({{nan, 0}, {0, nan}, {nan, nan}})}).empty());
    EXPECT_TRUE(edgesOf({Geometry::polygon({{1, 1}, {1, 1}, {1, 1}})}).empty());
}

TEST(FacedEdges, bearExtentsAsWideAsNumbersGo) {
    const double most = std::numeric_limits<double>::max();
    EXPECT_EQ(edgesOf({Geometry::polygon({{-most, 0}, {most, 0}, {0, most}})}).size(), 3U);
}

TEST(FacedEdges, comeInTheOrderOfTheirCoordinatesWhateverTheOrderOfFaces) {
    samples::RandomShapes random(1);
    auto faces = random.mosaic({546'981.276, 2'477'623.887}, 100, 12, 9);
    const auto edges = geo::facedEdges(faces);
    std::shuffle(faces.begin(), faces.end(), std::mt19937(1));
    const auto shuffled = geo::facedEdges(faces);
    EXPECT_EQ(edges.size(), 12U * 10 + 9 * 13);
    ASSERT_EQ(shuffled.size(), edges.size());
    for (std::size_t i = 0; i < edges.size(); ++i) {
        EXPECT_EQ(shuffled[i].from, edges[i].from);
        EXPECT_EQ(shuffled[i].to, edges[i].to);
        EXPECT_EQ(shuffled[i].left == noFace, edges[i].left == noFace);
    }
}
