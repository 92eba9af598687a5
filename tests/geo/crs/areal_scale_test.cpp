// SPDX-License-Identifier: Apache-2.0
// The areal factor against closed forms.
#include "geo/crs/areal_scale.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

#include "geo/base/error.hpp"
#include "geo/crs/transform.hpp"
#include "geo/crs/vn2000.hpp"

namespace {

using geo::ArealScale;
using geo::Coordinate;
using geo::Crs;
using geo::Extent;

constexpr Extent provinceOnPlane{416'000, 2'377'000, 614'000, 2'534'000};

/// 1/k² of the transverse Mercator projection of an ellipsoid by its series in the distance from the
/// meridian, good to 1e-10 within 150 km: Snyder 1987, USGS PP 1395, (8-8) turned to x.
double byTheSeries(double fromMeridian_m, double latitude_deg, double scale) {
    const double a = 6'378'137.0;
    const double f = 1 / 298.257223563;
    const double squareOfE = f * (2 - f);
    const double sine = std::sin(latitude_deg * std::numbers::pi / 180);
    const double w2 = 1 - squareOfE * sine * sine;
    const double squareOfR = a * a * (1 - squareOfE) / (w2 * w2);
    const double x2 = fromMeridian_m * fromMeridian_m / (scale * scale * squareOfR);
    const double k = scale * (1 + x2 / 2 + x2 * x2 / 24);
    return 1 / (k * k);
}

}  // namespace

TEST(ArealScale, onTheMeridianItIsTheSquareOfItsScale) {
    const ArealScale scale(Crs::fromText("EPSG:9205"), provinceOnPlane);
    EXPECT_NEAR(scale.at({500'000, 2'450'000}), 1 / (0.9999 * 0.9999), 1e-9);
}

TEST(ArealScale, followsTheSeriesAwayFromTheMeridian) {
    const Crs crs = Crs::fromText("EPSG:9205");
    const ArealScale scale(crs, provinceOnPlane);
    const geo::Transform toDegrees(crs, Crs::fromText("EPSG:4756"));
    for (double x = provinceOnPlane.minX; x <= provinceOnPlane.maxX; x += 6'600) {
        for (double y = provinceOnPlane.minY; y <= provinceOnPlane.maxY; y += 7'850) {
            const double latitude_deg = toDegrees.apply(Coordinate{x, y}).y;
            ASSERT_NEAR(scale.at({x, y}), byTheSeries(x - 500'000, latitude_deg, 0.9999), 1e-8)
                << x << ' ' << y;
        }
    }
}

TEST(ArealScale, twinsOfOneMeridianDifferByTheirScalesAlone) {
    const ArealScale fine(Crs::fromText("EPSG:9205"), provinceOnPlane);
    const ArealScale utmLike(geo::vn2000TransverseMercator(103, 0.9996), provinceOnPlane);
    EXPECT_NEAR(utmLike.at({500'000, 2'450'000}) / fine.at({500'000, 2'450'000}),
                0.9999 * 0.9999 / (0.9996 * 0.9996), 1e-9);
}

TEST(ArealScale, aDegreeIsWhatItMeasuresOnTheEllipsoid) {
    const ArealScale scale(Crs::fromText("EPSG:4756"), {102, 21, 104, 23});
    // M·N·cos φ at 22°, worked out from a = 6,378,137 m and 1/f = 298.257223563 with fifty digits.
    const double a = 6'378'137.0;
    const double squareOfE = 0.00669437999014131699613723;
    const double sine = std::sin(22 * std::numbers::pi / 180);
    const double w2 = 1 - squareOfE * sine * sine;
    const double degree_m2 = a * a * (1 - squareOfE) / (w2 * w2) * std::cos(22 * std::numbers::pi / 180) *
                             std::pow(std::numbers::pi / 180, 2);
    EXPECT_NEAR(scale.at({103, 22}) / degree_m2, 1, 1e-8);
}

TEST(ArealScale, theEllipsoidIsThatOfTheSystem) {
    // Indian 1960 stands on Everest's figure, whose axes are 0.9 km shorter.
    const Crs crs = Crs::fromText("EPSG:3148");
    EXPECT_NEAR(crs.ellipsoid().semiMajor_m, 6'377'276.345, 1e-6);
    EXPECT_NEAR(1 / crs.ellipsoid().flattening, 300.8017, 1e-9);
    const ArealScale scale(crs, {180'000, 2'377'000, 420'000, 2'534'000});
    EXPECT_NEAR(scale.at({300'000, 2'450'000}),
                1 / std::pow(0.9996 * (1 + 0.5 * std::pow(200e3 / 6.36e6, 2)), 2), 1e-5);
}

TEST(ArealScale, strayPlacesAnswerAsTheNearestOneInside) {
    const ArealScale scale(Crs::fromText("EPSG:9205"), provinceOnPlane);
    EXPECT_EQ(scale.at({1e9, 2'450'000}), scale.at({provinceOnPlane.maxX, 2'450'000}));
    EXPECT_TRUE(std::isfinite(scale.at({std::numeric_limits<double>::quiet_NaN(), 0})));
}

TEST(ArealScale, anExtentWithoutScaleIsAnError) {
    const auto idOf = [](const Crs& crs, const Extent& extent) -> std::string {
        try {
            const ArealScale scale(crs, extent);
        } catch (const geo::Error& error) {
            return error.message().id;
        }
        return {};
    };
    const Crs crs = Crs::fromText("EPSG:9205");
    EXPECT_EQ(idOf(crs, Extent{}), "crs.no-areal-scale");
    EXPECT_EQ(idOf(crs, {-1e9, -1e9, 1e9, 1e9}), "crs.no-areal-scale");
    EXPECT_EQ(idOf(Crs(), provinceOnPlane), "crs.no-areal-scale");
    EXPECT_EQ(idOf(Crs::fromText("EPSG:4978"), {0, 0, 1, 1}), "crs.no-areal-scale");  // geocentric
}
