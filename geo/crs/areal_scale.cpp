// SPDX-License-Identifier: Apache-2.0
// ArealScale: how the CRS's own degrees spread over the plane, times what a degree is on the ellipsoid.
#include "geo/crs/areal_scale.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <optional>

#include "geo/base/error.hpp"
#include "geo/crs/transform.hpp"

namespace geo {
namespace {

constexpr double nearness = 1e-9;  // relative; what differences below leave is 1e-11
constexpr double toRadians = std::numbers::pi / 180;
// Long enough for sixteen digits of degrees, short enough for differences of the fourth order.
constexpr double halfStep_m = 500;
constexpr double halfStep_deg = 0.005;

/// Square metres that a square degree of longitude and latitude measures at a latitude: M·N·cos φ.
double squareDegree_m2(const Ellipsoid& ellipsoid, double latitude_deg) {
    const double squareOfE = ellipsoid.flattening * (2 - ellipsoid.flattening);
    const double sine = std::sin(latitude_deg * toRadians);
    const double w2 = 1 - squareOfE * sine * sine;
    const double radian_m2 = ellipsoid.semiMajor_m * ellipsoid.semiMajor_m * (1 - squareOfE) / (w2 * w2);
    return radian_m2 * std::cos(latitude_deg * toRadians) * toRadians * toRadians;
}

/// The exact factor at one place.
class ExactScale {
  public:
    explicit ExactScale(const Crs& crs)
        : m_toDegrees(crs, crs.geographicBase()),
          m_ellipsoid(crs.ellipsoid()),
          m_halfStep(crs.isGeographic() ? halfStep_deg : halfStep_m) {}

    double operator()(Coordinate place) const {
        const Coordinate east = slope(place, {m_halfStep, 0});
        const Coordinate north = slope(place, {0, m_halfStep});
        const double degrees = std::abs(east.x * north.y - east.y * north.x);
        return degrees * squareDegree_m2(m_ellipsoid, m_toDegrees.apply(place).y);
    }

  private:
    /// Degrees a unit of the plane, by central differences of the fourth order.
    Coordinate slope(Coordinate place, Coordinate half) const {
        const Coordinate near = difference(place, half);
        const Coordinate far = difference(place, {2 * half.x, 2 * half.y});
        const double steps = 12 * m_halfStep;
        return {(8 * near.x - far.x) / steps, (8 * near.y - far.y) / steps};
    }

    Coordinate difference(Coordinate place, Coordinate step) const {
        const Coordinate after = m_toDegrees.apply(Coordinate{place.x + step.x, place.y + step.y});
        const Coordinate before = m_toDegrees.apply(Coordinate{place.x - step.x, place.y - step.y});
        return {std::remainder(after.x - before.x, 360), after.y - before.y};
    }

    Transform m_toDegrees;
    Ellipsoid m_ellipsoid;
    double m_halfStep;
};

std::optional<BicubicGrid<1>> gridOf(const Crs& crs, const Extent& extent) {
    using Values = BicubicGrid<1>::Values;
    const auto isNear = [](const Values& truth, const Values& answer) {
        return std::abs(truth[0] - answer[0]) <= nearness * truth[0];
    };
    try {
        const ExactScale exact(crs);
        return BicubicGrid<1>::of([&](Coordinate place) { return Values{exact(place)}; }, extent, isNear);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::BadData) throw;
        return std::nullopt;
    }
}

BicubicGrid<1> requiredGrid(const Crs& crs, const Extent& extent) {
    auto grid = gridOf(crs, extent);
    if (!grid) throw Error(ErrorKind::BadData, "crs.no-areal-scale", {{"crs", crs.name()}});
    return *std::move(grid);
}

}  // namespace

ArealScale::ArealScale(const Crs& crs, const Extent& extent) : m_grid(requiredGrid(crs, extent)) {}

}  // namespace geo
