// SPDX-License-Identifier: Apache-2.0
// What a plot's shares mean, on zones simple enough to reckon by hand.
#include "geo/topology/zone_index.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "geo/base/parallel.hpp"
#include "geo/measure/area.hpp"
#include "tests/geo/topology/random_shapes.hpp"

namespace {

using geo::Geometry;
using geo::ZoneIndex;
using Shares = std::vector<ZoneIndex::Share>;
using Zones = std::vector<std::uint32_t>;

Geometry rectangle(double minX, double minY, double maxX, double maxY) {
    return Geometry::polygon({{minX, minY}, {maxX, minY}, {maxX, maxY}, {minX, maxY}});
}

ZoneIndex::Shares tabulated(const std::vector<Geometry>& zones, const Geometry& plot) {
    ZoneIndex::Shares shares;
    ZoneIndex(zones).tabulate(plot, shares);
    return shares;
}

const std::vector<Geometry> westAndEast{rectangle(0, 0, 100, 100), rectangle(100, 0, 200, 100)};

}  // namespace

TEST(ZoneIndex, givesAPlotInsideOneZoneItsWholeArea) {
    const auto shares = tabulated(westAndEast, rectangle(10, 10, 20, 30));
    EXPECT_EQ(shares.inZones, (Shares{{0, 200}}));
    EXPECT_EQ(shares.area_m2, 200);
    EXPECT_EQ(shares.outside_m2, 0);
    EXPECT_EQ(shares.overlapped_m2, 0);
}

TEST(ZoneIndex, dividesAPlotAtTheBorder) {
    const auto shares = tabulated(westAndEast, rectangle(90, 40, 130, 50));
    EXPECT_EQ(shares.inZones, (Shares{{0, 100}, {1, 300}}));
    EXPECT_EQ(shares.outside_m2, 0);
}

TEST(ZoneIndex, countsWhatLiesOutsideAllZones) {
    EXPECT_EQ(tabulated(westAndEast, rectangle(-50, 0, 50, 10)).outside_m2, 500);
    EXPECT_EQ(tabulated(westAndEast, rectangle(-5000, 0, -4000, 10)).outside_m2, 10'000);
    EXPECT_TRUE(tabulated(westAndEast, rectangle(-5000, 0, -4000, 10)).inZones.empty());
}

TEST(ZoneIndex, countsWhatLiesInTwoZonesTwiceAndSaysSo) {
    const auto shares =
        tabulated({rectangle(0, 0, 100, 100), rectangle(90, 0, 200, 100)}, rectangle(80, 0, 100, 10));
    ASSERT_EQ(shares.inZones.size(), 2U);
    EXPECT_NEAR(shares.inZones[0].area_m2, 200, 1e-9);
    EXPECT_NEAR(shares.inZones[1].area_m2, 100, 1e-9);
    EXPECT_NEAR(shares.overlapped_m2, 100, 1e-9);
    EXPECT_EQ(shares.outside_m2, 0);
}

TEST(ZoneIndex, leavesOutTheHoleOfAZone) {
    Geometry ring = rectangle(0, 0, 100, 100);
    ring.addPath(std::vector<geo::Coordinate>{{40, 40}, {60, 40}, {60, 60}, {40, 60}, {40, 40}});
    EXPECT_NEAR(tabulated({ring}, rectangle(30, 45, 70, 55)).outside_m2, 200, 1e-9);
    EXPECT_TRUE(ZoneIndex(std::vector{ring}).zonesAt({50, 50}).empty());
    EXPECT_EQ(ZoneIndex(std::vector{ring}).zonesAt({20, 50}), Zones{0});
}

TEST(ZoneIndex, takesACrossedZoneForWhatItEncloses) {
    const Geometry bowTie = Geometry::polygon({{0, 0}, {10, 10}, {10, 0}, {0, 10}});
    EXPECT_NEAR(tabulated({bowTie}, rectangle(0, 0, 10, 10)).inZones.at(0).area_m2, 50, 1e-9);
}

TEST(ZoneIndex, putsAPointOnASharedBorderIntoExactlyOneZone) {
    samples::RandomShapes random(1);
    const auto zones = random.mosaic({0, 0}, 100, 4, 4);
    const ZoneIndex index(zones);
    for (const Geometry& zone : zones) {
        for (const geo::Coordinate corner : zone.coordinates()) EXPECT_LE(index.zonesAt(corner).size(), 1U);
    }
    EXPECT_EQ(ZoneIndex(westAndEast).zonesAt({100, 50}), Zones{1});
}

TEST(ZoneIndex, ofNothingAnswersNothing) {
    const auto shares = tabulated({}, rectangle(0, 0, 1, 1));
    EXPECT_TRUE(shares.inZones.empty());
    EXPECT_EQ(shares.outside_m2, 1);
    EXPECT_TRUE(ZoneIndex(std::vector<Geometry>{Geometry()}).zonesAt({0, 0}).empty());
}

TEST(ZoneIndex, givesNothingForPlotsWithoutArea) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const Geometry& plot :
         {Geometry(), Geometry::point({5, 5}), Geometry::polygon({{0, 0}, {nan, 5}, {5, 0}})}) {
        const auto shares = tabulated(westAndEast, plot);
        EXPECT_TRUE(shares.inZones.empty());
        EXPECT_EQ(shares.area_m2, 0);
    }
}

TEST(ZoneIndex, conservesTheAreaOfAMosaicOverAMosaic) {
    samples::RandomShapes random(2);
    const ZoneIndex index(random.mosaic({0, 0}, 300, 5, 5));
    double inZones = 0;
    double expected = 0;
    for (const Geometry& plot : random.mosaic({300, 300}, 30, 30, 30)) {
        ZoneIndex::Shares shares;
        index.tabulate(plot, shares);
        EXPECT_EQ(shares.outside_m2, 0);
        expected += shares.area_m2;
        for (const auto& share : shares.inZones) inZones += share.area_m2;
    }
    EXPECT_NEAR(inZones, expected, 1e-6);
}

TEST(ZoneIndex, answersManyThreadsAlike) {
    samples::RandomShapes random(3);
    const ZoneIndex index(random.mosaic({0, 0}, 100, 8, 8));
    std::vector<Geometry> plots;
    for (int i = 0; i < 2'000; ++i)
        plots.push_back(random.any({random.between(0, 800), random.between(0, 800)}, 60));
    const auto tabulateAll = [&](unsigned threads) {
        std::vector<Shares> all(plots.size());
        geo::parallelFor(
            plots.size(), 64,
            [&](const geo::Chunk& chunk) {
                ZoneIndex::Shares shares;
                for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
                    index.tabulate(plots[i], shares);
                    all[i] = shares.inZones;
                }
            },
            threads);
        return all;
    };
    EXPECT_EQ(tabulateAll(1), tabulateAll(8));
}
