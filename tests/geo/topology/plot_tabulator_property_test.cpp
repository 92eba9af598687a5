// SPDX-License-Identifier: Apache-2.0
// Ten thousand random plots over random zones: what GEOS's overlay says, in any order of zones.
#include <gtest/gtest.h>

#include <algorithm>

#include "geo/measure/area.hpp"
#include "geo/topology/faced_edges.hpp"
#include "geo/topology/overlay.hpp"
#include "geo/topology/plot_tabulator.hpp"
#include "geo/topology/points.hpp"
#include "geo/topology/repair.hpp"
#include "tests/geo/topology/random_shapes.hpp"

namespace {

using geo::Coordinate;
using geo::Geometry;
using geo::PlotTabulator;
using geo::ZoneIndex;
using samples::RandomShapes;

constexpr Coordinate laiChau{546'981.276, 2'477'623.887};  // coordinates as large as real ones, EPSG:9205
constexpr int rounds = 500;
constexpr int plotsInRound = 20;

Coordinate near(RandomShapes& random, double reach) {
    return {laiChau.x + random.between(-reach, reach), laiChau.y + random.between(-reach, reach)};
}

/// Overlapping zones, zones with shared borders, zones whose edges and corners meet in round numbers.
std::vector<Geometry> someZones(RandomShapes& random) {
    if (random.happens(0.3)) return random.mosaic(laiChau, 200, 3, 2);
    std::vector<Geometry> zones;
    const bool isRound = random.happens(0.3);
    for (int zone = 0; zone < 5; ++zone) {
        zones.push_back(isRound ? random.block({546'976 + 64.0 * zone, 2'477'624}, 128)
                                : random.any(near(random, 400), 350));
    }
    return zones;
}

struct Plot {
    Geometry drawn;
    Geometry valid;
    double tolerance_m2;
};

Plot somePlot(RandomShapes& random, const std::vector<Geometry>& zones) {
    const double radius = 400 * random.between(0.02, 1);
    Geometry drawn = random.happens(0.3)   ? random.anyInvalid(near(random, 500), radius)
                     : random.happens(0.1) ? zones.front()
                                           : random.any(near(random, 500), radius);
    const auto repair = geo::repairPolygon(drawn);
    Geometry valid = repair ? repair->geometry : drawn;
    const double area = geo::planarArea(valid).value;
    // A square millimetre is left out as rounding, on either side of a comparison.
    const double tolerance = (repair ? 1e-6 : 1e-9) * area + 1e-8 * samples::perimeterOf(drawn) + 2e-6;
    return {std::move(drawn), std::move(valid), tolerance};
}

double shareOf(const ZoneIndex::Shares& shares, std::size_t zone) {
    for (const auto& share : shares.inZones) {
        if (share.zone == zone) return share.area_m2;
    }
    return 0;
}

void expectAgreement(const ZoneIndex::Shares& shares, const std::vector<Geometry>& zones, const Plot& plot) {
    double sum = 0;
    for (std::size_t zone = 0; zone < zones.size(); ++zone) {
        const double expected = geo::planarArea(intersectionOf(plot.valid, zones[zone])).value;
        sum += expected;
        EXPECT_NEAR(shareOf(shares, zone), expected, plot.tolerance_m2) << "zone " << zone;
    }
    const double outside = geo::planarArea(differenceOf(plot.valid, geo::unionOf(zones))).value;
    const double area = geo::planarArea(plot.valid).value;
    EXPECT_NEAR(shares.area_m2, area, plot.tolerance_m2);
    EXPECT_NEAR(shares.outside_m2, outside, plot.tolerance_m2);
    EXPECT_NEAR(shares.overlapped_m2, sum + outside - area, 2 * plot.tolerance_m2);
}

}  // namespace

TEST(PlotTabulatorAgreesWithGeos, onTenThousandPlots) {
    RandomShapes random(11);
    for (int round = 0; round < rounds; ++round) {
        const auto zones = someZones(random);
        const ZoneIndex index(zones);
        PlotTabulator tabulator(index, PlotTabulator::Rings::Unknown);
        for (int i = 0; i < plotsInRound; ++i) {
            const Plot plot = somePlot(random, zones);
            expectAgreement(tabulator.shares(plot.drawn), zones, plot);
            ASSERT_FALSE(HasFailure()) << "round " << round << " plot " << i;
        }
    }
}

TEST(PlotTabulator, givesTheSameBytesWhateverTheOrderOfZones) {
    RandomShapes random(12);
    for (int round = 0; round < rounds; ++round) {
        auto zones = someZones(random);
        auto backwards = zones;
        std::reverse(backwards.begin(), backwards.end());
        const ZoneIndex index(zones);
        const ZoneIndex reversed(backwards);
        PlotTabulator tabulator(index, PlotTabulator::Rings::Unknown);
        PlotTabulator other(reversed, PlotTabulator::Rings::Unknown);
        for (int i = 0; i < plotsInRound; ++i) {
            const Plot plot = somePlot(random, zones);
            const auto& shares = tabulator.shares(plot.drawn);
            const auto& same = other.shares(plot.drawn);
            ASSERT_EQ(shares.outside_m2, same.outside_m2);
            ASSERT_EQ(shares.overlapped_m2, same.overlapped_m2);
            for (std::size_t zone = 0; zone < zones.size(); ++zone)
                ASSERT_EQ(shareOf(shares, zone), shareOf(same, zones.size() - 1 - zone));
        }
    }
}

TEST(ZoneIndex, locatesPointsInTheLowestZoneThatHoldsThem) {
    RandomShapes random(13);
    for (int round = 0; round < rounds; ++round) {
        const auto zones = someZones(random);
        const ZoneIndex index(zones);
        std::vector<Coordinate> points;
        for (int i = 0; i < plotsInRound; ++i) points.push_back(near(random, 700));
        std::vector<std::uint32_t> found(points.size());
        index.locate(points, found);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto holders = index.zonesAt(points[i]);
            const auto isHolder = [&](const Geometry& zone) { return containsPoint(zone, points[i]); };
            const auto first = std::find_if(zones.begin(), zones.end(), isHolder);
            const auto expected = static_cast<std::uint32_t>(first - zones.begin());
            EXPECT_EQ(found[i], first == zones.end() ? geo::noFace : expected);
            EXPECT_EQ(found[i], holders.empty() ? geo::noFace : holders.front());
        }
    }
}
