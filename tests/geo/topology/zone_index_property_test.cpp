// SPDX-License-Identifier: Apache-2.0
// The index agrees with GEOS's overlay on thousands of random plots and zones.
#include <gtest/gtest.h>

#include <numeric>

#include "geo/measure/area.hpp"
#include "geo/topology/overlay.hpp"
#include "geo/topology/points.hpp"
#include "geo/topology/repair.hpp"
#include "geo/topology/zone_index.hpp"
#include "tests/geo/topology/random_shapes.hpp"

namespace {

using geo::Coordinate;
using geo::Geometry;
using geo::ZoneIndex;
using samples::RandomShapes;

constexpr Coordinate laiChau{546'981.276, 2'477'623.887};  // coordinates as large as real ones, EPSG:9205

double shareOf(const ZoneIndex::Shares& shares, std::size_t zone) {
    for (const auto& share : shares.inZones) {
        if (share.zone == zone) return share.area_m2;
    }
    return 0;
}

/// Every figure of one plot against intersections, differences and unions made by GEOS.
void expectAgreement(const ZoneIndex& index, const std::vector<Geometry>& zones, const Geometry& united,
                     const Geometry& plot) {
    ZoneIndex::Shares shares;
    index.tabulate(plot, shares);
    const double area = geo::planarArea(plot).value;
    const double tolerance =
        1e-9 * area + 1e-8 * samples::perimeterOf(plot) + 2e-6;  // 1e-6 is booked as rounding
    double expectedSum = 0;
    for (std::size_t zone = 0; zone < zones.size(); ++zone) {
        const double expected = geo::planarArea(intersectionOf(plot, zones[zone])).value;
        expectedSum += expected;
        EXPECT_NEAR(shareOf(shares, zone), expected, tolerance) << "zone " << zone;
    }
    const double inUnion = geo::planarArea(intersectionOf(plot, united)).value;
    EXPECT_NEAR(shares.area_m2, area, tolerance);
    EXPECT_NEAR(shares.outside_m2, area - inUnion, tolerance);
    EXPECT_NEAR(shares.overlapped_m2, expectedSum - inUnion, tolerance);
    const double inZones = std::accumulate(shares.inZones.begin(), shares.inZones.end(), 0.0,
                                           [](double sum, const auto& share) { return sum + share.area_m2; });
    EXPECT_NEAR(shares.area_m2 + shares.overlapped_m2, inZones + shares.outside_m2, 1e-9 * area);
}

Coordinate near(RandomShapes& random, double reach) {
    return {laiChau.x + random.between(-reach, reach), laiChau.y + random.between(-reach, reach)};
}

void expectAgreementOnPlots(RandomShapes& random, const std::vector<Geometry>& zones, int plots,
                            double reach) {
    const ZoneIndex index(zones);
    const Geometry united = geo::unionOf(zones);
    for (int i = 0; i < plots; ++i) {
        const Geometry plot = random.any(near(random, reach), reach * random.between(0.02, 1));
        ASSERT_TRUE(geo::isValidPolygon(plot));
        expectAgreement(index, zones, united, plot);
    }
}

}  // namespace

TEST(ZoneIndexAgreesWithGeos, onZonesThatOverlapAndLeaveGaps) {
    RandomShapes random(1);
    for (int round = 0; round < 60; ++round) {
        std::vector<Geometry> zones;
        for (int zone = 0; zone < 6; ++zone) zones.push_back(random.any(near(random, 600), 500));
        expectAgreementOnPlots(random, zones, 20, 700);
    }
}

TEST(ZoneIndexAgreesWithGeos, onZonesThatShareTheirBorders) {
    RandomShapes random(2);
    for (int round = 0; round < 20; ++round) {
        expectAgreementOnPlots(random, random.mosaic(laiChau, 200, 6, 5), 50, 1'000);
    }
}

TEST(ZoneIndexAgreesWithGeos, onZonesWhoseEdgesLieOnCellBorders) {
    RandomShapes random(3);
    for (int round = 0; round < 30; ++round) {
        std::vector<Geometry> zones;
        for (int zone = 0; zone < 5; ++zone)
            zones.push_back(random.block({546'976 + 64.0 * zone, 2'477'624}, 128));
        expectAgreementOnPlots(random, zones, 20, 200);
    }
}

TEST(ZoneIndexAgreesWithGeos, onZonesOfManyCorners) {
    RandomShapes random(4);
    std::vector<Geometry> zones;
    for (int zone = 0; zone < 4; ++zone)
        zones.push_back(Geometry::polygon(random.starRing(near(random, 2'000), 5'000, 1'500)));
    expectAgreementOnPlots(random, zones, 25, 5'000);
}

TEST(ZoneIndexAgreesWithGeos, onPlotsOfManyCorners) {
    RandomShapes random(5);
    const auto zones = random.mosaic(laiChau, 50, 20, 20);
    const ZoneIndex index(zones);
    const Geometry united = geo::unionOf(zones);
    for (int i = 0; i < 2; ++i) {
        expectAgreement(index, zones, united,
                        Geometry::polygon(random.starRing({laiChau.x + 500, laiChau.y + 500}, 600, 1'000)));
    }
}

TEST(ZoneIndexAgreesWithGeos, onPlotsThatAreZones) {
    RandomShapes random(6);
    const auto zones = random.mosaic(laiChau, 200, 6, 5);
    const ZoneIndex index(zones);
    const Geometry united = geo::unionOf(zones);
    for (const Geometry& zone : zones) expectAgreement(index, zones, united, zone);
}

TEST(ZoneIndexAgreesWithTheEvenOddRule, onPointsInEveryZone) {
    RandomShapes random(7);
    for (int round = 0; round < 50; ++round) {
        std::vector<Geometry> zones;
        for (int zone = 0; zone < 6; ++zone) zones.push_back(random.any(near(random, 600), 500));
        const ZoneIndex index(zones);
        for (int i = 0; i < 200; ++i) {
            const Coordinate point = near(random, 900);
            std::vector<std::uint32_t> expected;
            for (std::uint32_t zone = 0; zone < zones.size(); ++zone) {
                if (containsPoint(zones[zone], point)) expected.push_back(zone);
            }
            EXPECT_EQ(index.zonesAt(point), expected);
        }
    }
}
