// SPDX-License-Identifier: Apache-2.0
// Verdicts against plain reckoning: distance to a square, twice the accuracy, nothing else.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "layers/checks/field_visits.hpp"
#include "layers/checks/site_locations.hpp"
#include "tests/layers/checks/square_units.hpp"

using layers::FieldPoint;
using layers::Site;
using layers::Verdict;

namespace {

constexpr double side_m = 1000;
constexpr int across = 4;
constexpr double rounding_m = 1e-7;
constexpr geo::Extent around{539'500, 2'469'500, 544'500, 2'474'500};

geo::Coordinate cornerOf(int number) {
    return {540'000 + side_m * (number % across), 2'470'000 + side_m * (number / across)};
}

std::string codeOf(int number) { return std::to_string(20'000 + number); }

layers::UnitMap chessboard() {
    std::vector<layers::MappedUnit> units;
    for (int number = 0; number < across * across; ++number) {
        units.push_back({codeOf(number), "Xã " + codeOf(number), samples::square(cornerOf(number), side_m)});
    }
    return layers::UnitMap(std::move(units));
}

/// Metres from the border of a square, positive inside.
double inwardOf(int number, geo::Coordinate position) {
    const geo::Coordinate corner = cornerOf(number);
    const double x = std::max(corner.x - position.x, position.x - corner.x - side_m);
    const double y = std::max(corner.y - position.y, position.y - corner.y - side_m);
    if (x <= 0 && y <= 0) return std::min(-x, -y);
    return -std::hypot(std::max(x, 0.0), std::max(y, 0.0));
}

Verdict reckoned(double inward_m, double accuracy_m) {
    if (std::abs(inward_m) <= 2 * accuracy_m) return Verdict::Undetermined;
    return inward_m > 0 ? Verdict::Inside : Verdict::Outside;
}

}  // namespace

TEST(Verdicts, followFromDistanceAndAccuracyAlone) {
    const layers::UnitMap map = chessboard();
    samples::RandomPositions random(1);
    for (int i = 0; i < 20'000; ++i) {
        const geo::Coordinate position = random.within(around);
        const int declared = static_cast<int>(random.between(0, across * across - 0.01));
        FieldPoint point;
        point.accuracy_m = random.between(0.5, 200);
        point.declaredCommune = codeOf(declared);
        const auto answer = layers::judgeVisit(point, position, map, {}, {});
        const double inward_m = inwardOf(declared, position);
        ASSERT_NEAR(answer.toBorder.value, std::abs(inward_m), rounding_m);
        if (std::abs(std::abs(inward_m) - 2 * *point.accuracy_m) < rounding_m) continue;
        ASSERT_EQ(answer.verdict, reckoned(inward_m, *point.accuracy_m));
        ASSERT_EQ(answer.probabilityInside > 0.5, inward_m > 0);
        if (answer.verdict == Verdict::Inside) {
            ASSERT_GT(answer.probabilityInside, 0.977);
        }
        if (answer.verdict == Verdict::Outside) {
            ASSERT_LT(answer.probabilityInside, 0.023);
        }
    }
}

TEST(Verdicts, areUndeterminedWhereverAnotherUnitMayBeMeant) {
    const layers::UnitMap map = chessboard();
    samples::RandomPositions random(2);
    for (int i = 0; i < 5'000; ++i) {
        FieldPoint point;
        point.accuracy_m = random.between(0.5, 100);
        const geo::Coordinate position = random.within({540'000, 2'470'000, 544'000, 2'474'000});
        const auto answer = layers::judgeVisit(point, position, map, {}, {});
        ASSERT_EQ(answer.declaredCode, answer.actualCode);
        ASSERT_NE(answer.verdict, Verdict::Outside);
        if (!answer.neighbourCode.empty()) {
            ASSERT_EQ(answer.verdict, Verdict::Undetermined);
        }
    }
}

TEST(ProbabilityInside, growsInwardAndIsSymmetric) {
    for (const double accuracy_m : {1.0, 5.0, 15.0, 80.0}) {
        double before = 0;
        for (double inward_m = -5 * accuracy_m; inward_m <= 5 * accuracy_m; inward_m += accuracy_m / 10) {
            const double probability = layers::probabilityInside(geo::Metres{inward_m}, accuracy_m);
            ASSERT_GT(probability, before);
            ASSERT_NEAR(probability + layers::probabilityInside(geo::Metres{-inward_m}, accuracy_m), 1,
                        1e-15);
            before = probability;
        }
        EXPECT_EQ(layers::probabilityInside(geo::Metres{0}, accuracy_m), 0.5);
    }
}

TEST(SiteLocations, followFromDistanceAndToleranceAlone) {
    const layers::UnitMap map = chessboard();
    samples::RandomPositions random(3);
    for (int i = 0; i < 5'000; ++i) {
        const int declared = static_cast<int>(random.between(0, across * across - 0.01));
        Site site;
        site.at = random.within(around);
        site.communeCode = codeOf(declared);
        const auto findings = layers::checkSiteLocations({&site, 1}, map);
        const double inward_m = inwardOf(declared, *site.at);
        ASSERT_EQ(findings.empty(), inward_m >= -layers::siteTolerance.value) << inward_m;
    }
}
