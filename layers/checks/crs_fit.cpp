// SPDX-License-Identifier: Apache-2.0
// Misses measured under every reading, then readings compared square by square.
#include "layers/checks/crs_fit.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "geo/base/error.hpp"
#include "geo/crs/transform.hpp"

namespace layers {
namespace {

/// Beyond it a miss says no more than that the place is elsewhere.
constexpr double farthestMiss_m = 1000;
/// Shapes that follow no border lie this far from one by chance.
constexpr double farthestFollowing_m = 200;
/// Neighbouring vertices miss alike: a square counts once.
constexpr double square_m = 3000;
constexpr double clearRatio = 2;
/// Left over by the better reading, as a share of the distance between both.
constexpr double explained = 0.25;
/// Nearer or farther by less than this share of that distance is neither.
constexpr double negligible = 0.05;
/// Control as exact as this can show a shift of 0.8 m.
constexpr double exactControl_m = 3;

/// The controls under one reading.
struct Reading {
    geo::CrsCandidate candidate;
    std::vector<geo::Coordinate> at;
    std::vector<double> misses_m;
};

double missOf(const CrsControls& controls, const CrsControl& control, geo::Coordinate at) {
    switch (controls.kind) {
        case ControlKind::OwnBorder:
            return std::min(farthestMiss_m, controls.map.distanceToBorder(*control.unit, at).value);
        case ControlKind::OwnUnit:
            return std::min(farthestMiss_m, controls.map.distanceTo(*control.unit, at).value);
        case ControlKind::AnyBorder:
            break;
    }
    const auto* const nearest = controls.map.nearest(at, geo::Metres{farthestFollowing_m});
    return nearest == nullptr ? farthestFollowing_m : controls.map.distanceToBorder(*nearest, at).value;
}

geo::Coordinate inOrder(geo::Coordinate numbers, geo::AxesRead axes) {
    return axes == geo::AxesRead::Exchanged ? geo::Coordinate{numbers.y, numbers.x} : numbers;
}

/// Not a number where the system has no place for the numbers: it misses everything.
geo::Coordinate movedOrNowhere(const geo::Transform& transform, geo::Coordinate numbers) {
    try {
        return transform.apply(numbers);
    } catch (const geo::Error&) {
        return {std::nan(""), std::nan("")};
    }
}

Reading readAs(const CrsControls& controls, const geo::CrsCandidate& candidate) {
    const geo::Transform transform(candidate.crs, controls.plane);
    Reading reading{candidate, {}, {}};
    reading.at.reserve(controls.points.size());
    reading.misses_m.reserve(controls.points.size());
    for (const CrsControl& control : controls.points) {
        reading.at.push_back(movedOrNowhere(transform, inOrder(control.numbers, candidate.axes)));
        reading.misses_m.push_back(missOf(controls, control, reading.at.back()));
    }
    return reading;
}

double medianOf(std::vector<double> values) {
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

double meanMiss(const Reading& reading) {
    double sum = 0;
    for (const double miss : reading.misses_m) sum += miss;
    return reading.misses_m.empty() ? 0 : sum / static_cast<double>(reading.misses_m.size());
}

CrsFit fitOf(const Reading& reading) {
    const auto fitting =
        std::ranges::count_if(reading.misses_m, [](double miss) { return miss <= fitTolerance.value; });
    const double all = static_cast<double>(std::max<std::size_t>(reading.misses_m.size(), 1));
    return {reading.candidate, static_cast<double>(fitting) / all, geo::Metres{medianOf(reading.misses_m)}};
}

double apart_m(const Reading& first, const Reading& second) {
    std::vector<double> distances;
    for (std::size_t i = 0; i < first.at.size(); ++i) {
        const double distance = std::hypot(first.at[i].x - second.at[i].x, first.at[i].y - second.at[i].y);
        if (std::isfinite(distance)) distances.push_back(distance);
    }
    // One that puts nothing anywhere lies as far as can be.
    return distances.empty() ? farthestMiss_m : medianOf(std::move(distances));
}

/// Squares by whether the first or the second reading lies nearer in them, and how near the first comes.
struct Comparison {
    std::int64_t nearer = 0;
    std::int64_t farther = 0;
    double left_m = 0;
};

Comparison compare(const Reading& first, const Reading& second, double apart) {
    std::map<std::pair<std::int64_t, std::int64_t>, int> squares;
    std::vector<double> left;
    for (std::size_t i = 0; i < first.at.size(); ++i) {
        const double gain = second.misses_m[i] - first.misses_m[i];
        if (!std::isfinite(first.at[i].x) || std::abs(gain) <= negligible * std::min(apart, farthestMiss_m))
            continue;
        left.push_back(first.misses_m[i]);
        squares[{std::llround(first.at[i].x / square_m), std::llround(first.at[i].y / square_m)}] +=
            gain > 0 ? 1 : -1;
    }
    Comparison comparison{.left_m = medianOf(std::move(left))};
    for (const auto& [square, vote] : squares) {
        comparison.nearer += vote > 0 ? 1 : 0;
        comparison.farther += vote < 0 ? 1 : 0;
    }
    return comparison;
}

/// By the sign test: shapes that only happen to lie near borders must be rarer than 1 in 30,000.
double deviationsNeeded(ControlKind kind) { return kind == ControlKind::AnyBorder ? 4 : 2.8; }

bool isClearlyBetter(const Reading& first, const Reading& second, ControlKind kind) {
    const double apart = apart_m(first, second);
    const Comparison squares = compare(first, second, apart);
    const auto nearer = static_cast<double>(squares.nearer);
    const auto farther = static_cast<double>(squares.farther);
    if (nearer < clearRatio * farther || squares.left_m > explained * apart) return false;
    return nearer - farther >= deviationsNeeded(kind) * std::sqrt(nearer + farther) && nearer > 0;
}

bool isNearer(const Reading& first, const Reading& second) { return meanMiss(first) < meanMiss(second); }

/// Half of the places of a layer that follows borders lie on them; of one that need not, some.
bool fits(const CrsFit& fit, ControlKind kind) {
    return fit.share >= (kind == ControlKind::AnyBorder ? 0.1 : 0.5);
}

std::vector<Reading> readAll(const CrsControls& controls, std::span<const geo::CrsCandidate> candidates) {
    std::vector<Reading> readings;
    for (const geo::CrsCandidate& candidate : candidates) readings.push_back(readAs(controls, candidate));
    std::ranges::stable_sort(readings, isNearer);
    return readings;
}

/// Turned signs of the rotations, where they and nothing else are the fault of the declared reading.
std::optional<CrsContradiction> turnedSigns(const CrsControls& controls, const Reading& asDeclared) {
    const bool isExact =
        controls.kind != ControlKind::AnyBorder && medianOf(asDeclared.misses_m) <= exactControl_m;
    const auto candidate = isExact ? geo::withRotationSignsTurned(asDeclared.candidate) : std::nullopt;
    if (!candidate) return std::nullopt;
    const Reading turned = readAs(controls, *candidate);
    if (!isClearlyBetter(turned, asDeclared, controls.kind)) return std::nullopt;
    return CrsContradiction{fitOf(asDeclared), fitOf(turned), geo::Metres{apart_m(turned, asDeclared)}};
}

}  // namespace

CrsRanking rankReadings(const CrsControls& controls, std::span<const geo::CrsCandidate> candidates) {
    CrsRanking ranking;
    const std::vector<Reading> readings = readAll(controls, candidates);
    for (const Reading& reading : readings) ranking.fits.push_back(fitOf(reading));
    if (readings.empty() || controls.points.empty()) return ranking;
    if (!fits(ranking.fits.front(), controls.kind)) return ranking;
    const auto isAlike = [&](const Reading& other) {
        return !isClearlyBetter(readings.front(), other, controls.kind);
    };
    ranking.alike =
        1 + static_cast<std::size_t>(std::count_if(readings.begin() + 1, readings.end(), isAlike));
    ranking.verdict = ranking.alike == 1 ? CrsVerdict::Sure : CrsVerdict::Unsure;
    return ranking;
}

bool fitsAsDeclared(const CrsControls& controls, const geo::CrsCandidate& declared) {
    constexpr double exact_m = 0.05;
    constexpr double nearlyAll = 0.98;
    const Reading reading = readAs(controls, declared);
    const auto exact = std::ranges::count_if(reading.misses_m, [](double miss) { return miss <= exact_m; });
    return static_cast<double>(exact) >= nearlyAll * static_cast<double>(controls.points.size());
}

std::optional<CrsContradiction> contradictionOf(const CrsControls& controls,
                                                const geo::CrsCandidate& declared,
                                                std::span<const geo::CrsCandidate> rivals) {
    if (controls.points.empty()) return std::nullopt;
    const Reading asDeclared = readAs(controls, declared);
    for (const Reading& rival : readAll(controls, rivals)) {
        const CrsFit fit = fitOf(rival);
        if (!fits(fit, controls.kind) || !isClearlyBetter(rival, asDeclared, controls.kind)) continue;
        return CrsContradiction{fitOf(asDeclared), fit, geo::Metres{apart_m(rival, asDeclared)}};
    }
    return turnedSigns(controls, asDeclared);
}

}  // namespace layers
