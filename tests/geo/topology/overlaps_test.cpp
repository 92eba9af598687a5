// SPDX-License-Identifier: Apache-2.0
// Overlaps between the polygons of a layer are found, measured and ordered.
#include "geo/topology/overlaps.hpp"

#include <gtest/gtest.h>

#include "geo/base/error.hpp"
#include "geo/measure/area.hpp"
#include "geo/topology/overlay.hpp"
#include "tests/geo/topology/random_shapes.hpp"

namespace {

using geo::Geometry;
using geo::OverlapPair;
using geo::SquareMetres;

Geometry square(double x, double y, double side) {
    return Geometry::polygon({{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}});
}

std::vector<OverlapPair> overlapsOf(const std::vector<Geometry>& polygons, double ignoreBelow_m2 = 0) {
    geo::Progress progress;
    return findOverlaps(polygons, SquareMetres{ignoreBelow_m2}, progress);
}

}  // namespace

TEST(FindOverlaps, namesEveryPairOnceWithItsArea) {
    const auto pairs = overlapsOf({square(100, 0, 10), square(0, 0, 10), square(5, 5, 10), square(6, 6, 2)});
    EXPECT_EQ(pairs, (std::vector<OverlapPair>{{1, 2, 25}, {1, 3, 4}, {2, 3, 4}}));
}

TEST(FindOverlaps, leavesOutWhatIsBelowTheLimit) {
    EXPECT_EQ(overlapsOf({square(0, 0, 10), square(5, 5, 10), square(9, 0, 10)}, 20).size(), 2U);
    EXPECT_EQ(overlapsOf({square(0, 0, 10), square(5, 5, 10)}, 25).size(), 0U);
}

TEST(FindOverlaps, findsNoneInAMosaic) {
    samples::RandomShapes random(1);
    EXPECT_TRUE(overlapsOf(random.mosaic({546'000, 2'477'000}, 100, 30, 30)).empty());
}

TEST(FindOverlaps, findsNoneWithoutPolygons) {
    EXPECT_TRUE(overlapsOf({}).empty());
    EXPECT_TRUE(overlapsOf({Geometry(), Geometry::point({1, 1}), square(0, 0, 10)}).empty());
}

TEST(FindOverlaps, agreesWithGeosOnRandomShapes) {
    samples::RandomShapes random(2);
    std::vector<Geometry> shapes;
    for (int i = 0; i < 120; ++i) {
        shapes.push_back(
            random.any({546'000 + random.between(0, 1'000), 2'477'000 + random.between(0, 1'000)}, 200));
    }
    const auto pairs = overlapsOf(shapes, 0.001);
    std::vector<OverlapPair> expected;
    for (std::uint32_t i = 0; i < shapes.size(); ++i) {
        for (std::uint32_t j = i + 1; j < shapes.size(); ++j) {
            const double area = geo::planarArea(intersectionOf(shapes[i], shapes[j])).value;
            if (area > 0.001) expected.push_back({i, j, area});
        }
    }
    ASSERT_EQ(pairs.size(), expected.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        EXPECT_EQ(pairs[i].first, expected[i].first);
        EXPECT_EQ(pairs[i].second, expected[i].second);
        EXPECT_NEAR(pairs[i].area_m2, expected[i].area_m2, 1e-5);
    }
}

TEST(FindOverlaps, stopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    geo::Progress progress({}, stop.get_token());
    EXPECT_THROW(findOverlaps(std::vector{square(0, 0, 1)}, SquareMetres{0}, progress), geo::Error);
}
