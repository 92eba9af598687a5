// SPDX-License-Identifier: Apache-2.0
// One field point held against the ground.
#include <limits>
#include <utility>

#include "app/jobs/check_report.hpp"
#include "geo/base/error.hpp"

namespace app {
namespace {

/// Nothing where the workspace's CRS has no place for the point, as on the other side of the earth.
std::optional<geo::Coordinate> planeOf(const geo::Transform& transform, geo::Coordinate degrees) {
    try {
        return transform.apply(degrees);
    } catch (const geo::Error& error) {
        if (error.kind() != geo::ErrorKind::BadData) throw;
        return std::nullopt;
    }
}

/// Where no plane reaches there is no unit either.
layers::VisitAnswer answerFarOff(const layers::FieldPoint& point) {
    constexpr geo::Metres infinite{std::numeric_limits<double>::infinity()};
    layers::VisitAnswer answer;
    answer.verdict = layers::Verdict::Outside;
    answer.isAccuracyAssumed = !point.accuracy_m;
    answer.accuracy_m = point.accuracy_m.value_or(layers::assumedAccuracy_m);
    answer.probabilityInside = 0;
    answer.toBorder = infinite;
    answer.toSite = infinite;
    return answer;
}

}  // namespace

CheckedPoint judgedPoint(layers::FieldPoint point, const geo::Transform& toPlane, const CheckGround& ground) {
    CheckedPoint checked{.point = std::move(point), .at = {}, .answer = {}, .underfoot = {}};
    checked.at = planeOf(toPlane, checked.point.lonLat_deg);
    if (!checked.at) {
        checked.answer = answerFarOff(checked.point);
        return checked;
    }
    checked.answer =
        layers::judgeVisit(checked.point, *checked.at, ground.communes(), ground.sites(), ground.siteIndex());
    checked.underfoot = ground.at(*checked.at);
    return checked;
}

}  // namespace app
