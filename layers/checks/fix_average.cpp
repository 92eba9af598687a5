// SPDX-License-Identifier: Apache-2.0
// Gate, median, mean.
#include "layers/checks/fix_average.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace layers {
namespace {

// Fixes gathered on one spot lie within metres of each other: a sphere is good enough to skip by.
constexpr double metresPerDegree = 111'320;
constexpr double farOff = 3;
/// Whoever stood still for so many seconds has arrived; one jump among so many fixes is outvoted.
constexpr std::size_t newest = 5;

geo::Metres distanceBetween(geo::Coordinate a, geo::Coordinate b) {
    const double narrowing = std::cos(a.y * std::numbers::pi / 180);
    return {metresPerDegree * std::hypot((a.x - b.x) * narrowing, a.y - b.y)};
}

double medianOf(std::vector<double> numbers) {
    const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
    std::nth_element(numbers.begin(), middle, numbers.end());
    return *middle;
}

/// Of the newest fixes: on the way here the others lie behind.
geo::Coordinate medianPosition(std::span<const FieldPoint> fixes) {
    if (fixes.size() > newest) fixes = fixes.last(newest);
    std::vector<double> x;
    std::vector<double> y;
    for (const FieldPoint& fix : fixes) {
        x.push_back(fix.lonLat_deg.x);
        y.push_back(fix.lonLat_deg.y);
    }
    return {medianOf(std::move(x)), medianOf(std::move(y))};
}

std::vector<FieldPoint> goodFixes(std::span<const FieldPoint> fixes, geo::Metres gate) {
    std::vector<FieldPoint> good;
    std::ranges::copy_if(fixes, std::back_inserter(good), [&](const FieldPoint& fix) {
        return fix.accuracy_m && *fix.accuracy_m > 0 && *fix.accuracy_m <= gate.value;
    });
    if (good.empty()) return good;
    const geo::Coordinate median = medianPosition(good);
    std::erase_if(good, [&](const FieldPoint& fix) {
        return distanceBetween(fix.lonLat_deg, median).value > farOff * *fix.accuracy_m;
    });
    return good;
}

/// The mean of what is known; nothing where nobody knows.
template <class Member>
std::optional<double> meanOf(const std::vector<FieldPoint>& fixes, Member member) {
    double sum = 0;
    std::size_t count = 0;
    for (const FieldPoint& fix : fixes) {
        if (!(fix.*member)) continue;
        sum += *(fix.*member);
        ++count;
    }
    if (count == 0) return std::nullopt;
    return sum / static_cast<double>(count);
}

}  // namespace

std::optional<FixAverage> averageFixes(std::span<const FieldPoint> fixes, geo::Metres gate) {
    const auto good = goodFixes(fixes, gate);
    if (good.empty()) return std::nullopt;
    FixAverage average{good.back(), good.size(), fixes.size() - good.size()};
    const geo::Coordinate origin = good.front().lonLat_deg;
    geo::Coordinate shift;
    for (const FieldPoint& fix : good) {
        shift.x += fix.lonLat_deg.x - origin.x;
        shift.y += fix.lonLat_deg.y - origin.y;
    }
    const auto count = static_cast<double>(good.size());
    average.point.lonLat_deg = {origin.x + shift.x / count, origin.y + shift.y / count};
    average.point.accuracy_m = meanOf(good, &FieldPoint::accuracy_m);
    average.point.elevation_m = meanOf(good, &FieldPoint::elevation_m);
    average.point.isTrack = false;
    return average;
}

}  // namespace layers
