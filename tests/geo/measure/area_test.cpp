// SPDX-License-Identifier: Apache-2.0
// Areas agree with geometry on the plane and with Karney on the ellipsoid.
#include "geo/measure/area.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "geo/crs/transform.hpp"

using geo::Coordinate;
using geo::Geometry;
using geo::GeometryKind;

namespace {

Geometry withHole(double x, double y, bool isHoleTurned) {
    Geometry polygon(GeometryKind::Polygon);
    polygon.beginPart();
    polygon.addPath(std::vector<Coordinate>{{x, y}, {x + 10, y}, {x + 10, y + 10}, {x, y + 10}, {x, y}});
    std::vector<Coordinate> hole{
        {x + 4, y + 4}, {x + 6, y + 4}, {x + 6, y + 6}, {x + 4, y + 6}, {x + 4, y + 4}};
    if (isHoleTurned) std::reverse(hole.begin(), hole.end());
    polygon.addPath(hole);
    return polygon;
}

/// The area of a cell of one degree between two parallels, in closed form: Snyder 1987, USGS PP 1395, (3-12).
double cellBetweenParallels(double south_deg, double north_deg) {
    const double a = 6'378'137.0;
    const double f = 1 / 298.257223563;
    const double e = std::sqrt(f * (2 - f));
    const auto q = [&](double latitude_deg) {
        const double s = std::sin(latitude_deg * std::numbers::pi / 180);
        return (1 - e * e) * (s / (1 - e * e * s * s) + std::atanh(e * s) / e);
    };
    return a * a / 2 * (q(north_deg) - q(south_deg)) * std::numbers::pi / 180;
}

/// The cell with its parallels cut so finely that geodesics between the points follow them.
Geometry finelyCutCell(double west, double south) {
    constexpr int steps = 2000;
    std::vector<Coordinate> ring;
    for (int i = 0; i <= steps; ++i) ring.push_back({west + double(i) / steps, south});
    for (int i = steps; i >= 0; --i) ring.push_back({west + double(i) / steps, south + 1});
    return Geometry::polygon(ring);
}

}  // namespace

TEST(PlanarArea, subtractsHolesWhateverWayTheyRun) {
    EXPECT_EQ(geo::planarArea(withHole(0, 0, false)).value, 96);
    EXPECT_EQ(geo::planarArea(withHole(0, 0, true)).value, 96);
}

TEST(PlanarArea, losesNoDigitsFarFromTheOrigin) {
    EXPECT_EQ(geo::planarArea(withHole(546'981, 2'477'623, true)).value, 96);
}

TEST(PlanarArea, addsParts) {
    Geometry both = asKind(withHole(0, 0, true), GeometryKind::MultiPolygon);
    both.beginPart();
    both.addPath(std::vector<Coordinate>{{20, 0}, {30, 0}, {20, 10}, {20, 0}});
    EXPECT_EQ(geo::planarArea(both).value, 146);
}

TEST(PlanarArea, isNothingForPointsLinesAndEmptyGeometries) {
    EXPECT_EQ(geo::planarArea(Geometry::point({1, 2})).value, 0);
    EXPECT_EQ(geo::planarArea(Geometry::lineString({{0, 0}, {1, 1}, {2, 0}})).value, 0);
    EXPECT_EQ(geo::planarArea(Geometry(GeometryKind::MultiPolygon)).value, 0);
}

TEST(EllipsoidalArea, agreesWithTheClosedFormOfAOneDegreeCell) {
    for (const double south : {0.0, 22.0, 60.0}) {
        EXPECT_NEAR(
            geo::ellipsoidalArea(finelyCutCell(103, south)).value / cellBetweenParallels(south, south + 1), 1,
            1e-9);
    }
}

TEST(EllipsoidalArea, isAnEighthOfTheEllipsoidForAnOctant) {
    // The ellipsoid has 510065621724089 m² (GeographicLib, Geodesic::EllipsoidArea for WGS 84).
    const Geometry octant = Geometry::polygon({{0, 0}, {90, 0}, {0, 90}});
    EXPECT_NEAR(geo::ellipsoidalArea(octant).value, 510'065'621'724'089.0 / 8, 1);
}

TEST(EllipsoidalArea, subtractsHolesWhateverWayTheyRun) {
    const Geometry cell = Geometry::polygon({{103, 22}, {104, 22}, {104, 23}, {103, 23}});
    Geometry holed = cell;
    holed.addPath(
        std::vector<Coordinate>{{103.2, 22.2}, {103.4, 22.2}, {103.4, 22.4}, {103.2, 22.4}, {103.2, 22.2}});
    const Geometry hole = Geometry::polygon({{103.2, 22.2}, {103.2, 22.4}, {103.4, 22.4}, {103.4, 22.2}});
    EXPECT_NEAR(geo::ellipsoidalArea(holed).value,
                (geo::ellipsoidalArea(cell) - geo::ellipsoidalArea(hole)).value, 1e-3);
}

TEST(EllipsoidalArea, differsFromThePlaneOfTm3ByItsScale) {
    // On the meridian of TM-3 the scale is 0.9999, so the plane shows 0.9999² of the ground.
    const Geometry onPlane = Geometry::polygon(
        {{499'950, 2'477'600}, {500'050, 2'477'600}, {500'050, 2'477'700}, {499'950, 2'477'700}});
    const geo::Transform toDegrees(geo::Crs::fromText("EPSG:9205"), geo::Crs::fromText("EPSG:4756"));
    const double onGround = geo::ellipsoidalArea(toDegrees.apply(onPlane)).value;
    EXPECT_NEAR(10'000 / onGround, 0.9999 * 0.9999, 1e-8);
}

TEST(EllipsoidalArea, differsBetweenTheTwoDatumsByTheHeightBetweenTheirEllipsoids) {
    // EPSG:6960 puts the WGS 84 ellipsoid about 38 m from that of VN-2000 in Lai Châu: 2 · 38 m / 6,371 km.
    const Geometry onPlane = Geometry::polygon(
        {{546'900, 2'477'600}, {547'000, 2'477'600}, {547'000, 2'477'700}, {546'900, 2'477'700}});
    const geo::Crs tm3 = geo::Crs::fromText("EPSG:9205");
    const double vn2000 =
        geo::ellipsoidalArea(geo::Transform(tm3, geo::Crs::fromText("EPSG:4756")).apply(onPlane)).value;
    const double wgs84 =
        geo::ellipsoidalArea(geo::Transform(tm3, geo::Crs::fromText("EPSG:4326")).apply(onPlane)).value;
    EXPECT_NEAR(std::abs(wgs84 / vn2000 - 1), 1.2e-5, 1e-6);
}
