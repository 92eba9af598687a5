// SPDX-License-Identifier: Apache-2.0
// Area on the plane × factor at the centroid against Karney's geodesic area, on one datum.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <string>
#include <vector>

#include "geo/crs/areal_scale.hpp"
#include "geo/crs/transform.hpp"
#include "geo/measure/area.hpp"

namespace {

using geo::Coordinate;
using geo::Crs;
using geo::Extent;
using geo::Geometry;

constexpr double radiusOfEarth_m = 6'371'000;
// What geodesic polygons leave of sixteen digits of a sixth of the ellipsoid, seen on plots of 20 m.
constexpr double roundingOfGeodesics_m2 = 2e-4;

/// Lai Châu in a system, rounded outwards.
struct Ground {
    std::string crs;
    Extent extent;
};
const Ground meridianOfTheProvince{"EPSG:9205", {416'000, 2'377'000, 614'000, 2'534'000}};
/// Its meridian runs 200 to 290 km east of it.
const Ground utm{"EPSG:3405", {217'000, 2'377'000, 413'000, 2'534'000}};
/// The same on WGS 84, whose degrees are its own.
const Ground utmOfWgs84{"EPSG:32648", utm.extent};
/// The meridian of a province farther east, 104°45'.
const Ground neighbours{"EPSG:9208", {243'000, 2'377'000, 439'000, 2'534'000}};

double between(std::mt19937_64& random, double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
}

/// A star of random rays: most of its diameter away from its centre in every direction.
std::vector<Coordinate> star(std::mt19937_64& random, Coordinate centre, double diameter_m, int corners) {
    std::vector<Coordinate> ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        const double ray = diameter_m / 2 * between(random, 0.4, 1);
        ring.push_back({centre.x + ray * std::cos(angle), centre.y + ray * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

/// The same sides with corners so close that their geodesics follow them.
std::vector<Coordinate> withSidesCut(const std::vector<Coordinate>& ring, double longest_m) {
    std::vector<Coordinate> cut{ring.front()};
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Coordinate from = ring[i - 1];
        const Coordinate to = ring[i];
        const double pieces = std::ceil(std::hypot(to.x - from.x, to.y - from.y) / longest_m);
        for (double piece = 1; piece <= pieces; ++piece) {
            const double share = piece / pieces;
            cut.push_back({from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)});
        }
    }
    cut.back() = cut.front();
    return cut;
}

Coordinate centroidOf(const std::vector<Coordinate>& ring) {
    double twice = 0;
    Coordinate sum;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Coordinate a{ring[i - 1].x - ring[0].x, ring[i - 1].y - ring[0].y};
        const Coordinate b{ring[i].x - ring[0].x, ring[i].y - ring[0].y};
        const double cross = a.x * b.y - a.y * b.x;
        twice += cross;
        sum = {sum.x + cross * (a.x + b.x), sum.y + cross * (a.y + b.y)};
    }
    return {ring[0].x + sum.x / (3 * twice), ring[0].y + sum.y / (3 * twice)};
}

/// Measures rings both ways, on the system's own datum.
class Rule {
  public:
    explicit Rule(const Ground& ground)
        : m_scale(Crs::fromText(ground.crs), ground.extent),
          m_toDegrees(Crs::fromText(ground.crs), Crs::fromText(ground.crs).geographicBase()) {}

    /// How far plane × factor is off beyond rounding, as a share of the geodesic area.
    double error(const std::vector<Coordinate>& ring, double longestSide_m) const {
        const Geometry drawn = Geometry::polygon(withSidesCut(ring, longestSide_m));
        const double geodesic_m2 = geo::ellipsoidalArea(m_toDegrees.apply(drawn)).value;
        const double ours_m2 = geo::planarArea(Geometry::polygon(ring)).value * m_scale.at(centroidOf(ring));
        return std::max(0.0, std::abs(ours_m2 - geodesic_m2) - roundingOfGeodesics_m2) / geodesic_m2;
    }

  private:
    geo::ArealScale m_scale;
    geo::Transform m_toDegrees;
};

Coordinate somewhere(std::mt19937_64& random, const Extent& extent, double margin) {
    return {between(random, extent.minX + margin, extent.maxX - margin),
            between(random, extent.minY + margin, extent.maxY - margin)};
}

double worstOfPlots(const Ground& ground, double largest_m) {
    const Rule rule(ground);
    std::mt19937_64 random(2025);
    double worst = 0;
    for (int i = 0; i < 2'000; ++i) {
        const double diameter_m = between(random, 20, largest_m);
        const auto plot = star(random, somewhere(random, ground.extent, diameter_m), diameter_m, 49);
        worst = std::max(worst, rule.error(plot, 1e9));
    }
    return worst;
}

}  // namespace

TEST(ArealScaleArea, plotsOfAnInventoryAreWithinAMillionthOfTheirGeodesicArea) {
    // 49 corners, up to 3 km across, corners as they are: sides of up to 200 m are almost geodesics.
    EXPECT_LT(worstOfPlots(meridianOfTheProvince, 3'000), 2e-7);
    EXPECT_LT(worstOfPlots(utm, 3'000), 2e-7);
    EXPECT_LT(worstOfPlots(utmOfWgs84, 3'000), 2e-7);
    EXPECT_LT(worstOfPlots(neighbours, 3'000), 2e-7);
}

TEST(ArealScaleArea, theErrorOfLargeShapesGrowsAsTheSquareOfTheirSize) {
    for (const Ground& ground : {meridianOfTheProvince, utm, utmOfWgs84, neighbours}) {
        const Rule rule(ground);
        std::mt19937_64 random(1975);
        for (const double diameter_m : {100.0, 1'000.0, 5'000.0, 12'000.0, 40'000.0, 100'000.0}) {
            const double bound = std::pow(diameter_m / radiusOfEarth_m, 2) / 4 + 5e-9;
            for (int i = 0; i < 40; ++i) {
                const auto shape =
                    star(random, somewhere(random, ground.extent, diameter_m / 2), diameter_m, 24);
                ASSERT_LT(rule.error(shape, 100), bound) << ground.crs << ' ' << diameter_m;
            }
        }
    }
}

TEST(ArealScaleArea, theRouteThroughAnotherDatumIsNotWithinAMillionth) {
    // The shift of VN-2000 to WGS 84 leaves the ellipsoid by some forty metres: areas change by 1.2e-5.
    const Crs crs = Crs::fromText("EPSG:9205");
    const geo::Transform ownDatum(crs, crs.geographicBase());
    const geo::Transform throughWgs84(crs, Crs::fromText("EPSG:4326"));
    const Geometry square = Geometry::polygon(std::vector<Coordinate>{{540'000, 2'470'000},
                                                                      {541'000, 2'470'000},
                                                                      {541'000, 2'471'000},
                                                                      {540'000, 2'471'000},
                                                                      {540'000, 2'470'000}});
    const double own_m2 = geo::ellipsoidalArea(ownDatum.apply(square)).value;
    const double other_m2 = geo::ellipsoidalArea(throughWgs84.apply(square)).value;
    EXPECT_GT(std::abs(other_m2 / own_m2 - 1), 5e-6);
    EXPECT_LT(std::abs(other_m2 / own_m2 - 1), 2e-5);
}
