// SPDX-License-Identifier: Apache-2.0
// Every written row comes out placed or named, whatever the order of its numbers.
#include "layers/checks/point_placement.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "geo/base/error.hpp"
#include "tests/layers/checks/square_units.hpp"

using layers::AxisNames;
using layers::AxisOrder;
using layers::PlacedPoints;
using layers::placePoints;
using layers::WrittenPoint;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

// The province in EPSG:9205 and in degrees.
constexpr geo::Extent inMetres{429'233, 2'399'495, 600'818, 2'523'906};
constexpr geo::Extent inDegrees{102.32, 21.68, 103.99, 22.82};

std::vector<std::string> idsOf(const PlacedPoints& placed) {
    std::vector<std::string> ids;
    for (const auto& finding : placed.findings) ids.push_back(finding.message.id);
    return ids;
}

std::string faultOf(std::span<const WrittenPoint> points, AxisNames names, const geo::Extent& province) {
    try {
        placePoints(points, names, province);
    } catch (const geo::Error& error) {
        return error.message().id;
    }
    return {};
}

std::vector<WrittenPoint> turnedRound(std::vector<WrittenPoint> points) {
    for (WrittenPoint& point : points) std::swap(point.first, point.second);
    return points;
}

}  // namespace

TEST(PlacePoints, readsXAsNorthWhereThatPutsThePointsIntoTheProvince) {
    const std::vector<WrittenPoint> points{{2'477'623.9, 546'981.3, 1}, {2'470'000.0, 540'000.0, 2}};
    const auto placed = placePoints(points, AxisNames::Xy, inMetres);
    EXPECT_EQ(placed.order, AxisOrder::NorthFirst);
    EXPECT_EQ(placed.at[0], (geo::Coordinate{546'981.3, 2'477'623.9}));
    ASSERT_THAT(idsOf(placed), ElementsAre("coordinates.xy-read-as"));
    EXPECT_EQ(placed.findings[0].message.arguments,
              (std::vector<geo::Argument>{{"columns", "X, Y"}, {"order", "north-east"}}));
}

TEST(PlacePoints, readsXAsEastWhereThatPutsThePointsIntoTheProvince) {
    const std::vector<WrittenPoint> points{{103.4582, 22.3964, 1}};
    const auto placed = placePoints(points, AxisNames::Xy, inDegrees);
    EXPECT_EQ(placed.at[0], (geo::Coordinate{103.4582, 22.3964}));
    ASSERT_THAT(idsOf(placed), ElementsAre("coordinates.xy-read-as"));
    EXPECT_EQ(placed.findings[0].message.arguments[1], (geo::Argument{"order", "east-north"}));
}

TEST(PlacePoints, saysNothingOfTheOrderWhereTheHeadsDo) {
    const std::vector<WrittenPoint> points{{103.4582, 22.3964, 1}};
    EXPECT_THAT(placePoints(points, AxisNames::LonLat, inDegrees).findings, IsEmpty());
}

TEST(PlacePoints, refusesXAndYThatNoPointDecides) {
    EXPECT_EQ(faultOf(std::vector<WrittenPoint>{{1, 2, 1}}, AxisNames::Xy, inMetres),
              "coordinates.undecided");
    const std::vector<WrittenPoint> contradicting{{103.4, 22.4, 1}, {22.4, 103.4, 2}};
    EXPECT_EQ(faultOf(contradicting, AxisNames::Xy, inDegrees), "coordinates.undecided");
}

TEST(PlacePoints, refusesXAndYWhereBothOrdersFit) {
    constexpr geo::Extent lyingOnTheDiagonal{0, 0, 10, 10};
    EXPECT_EQ(faultOf(std::vector<WrittenPoint>{{3, 4, 1}}, AxisNames::Xy, lyingOnTheDiagonal),
              "coordinates.undecided");
    EXPECT_EQ(faultOf(std::vector<WrittenPoint>{{3, 4, 1}}, AxisNames::EastNorth, lyingOnTheDiagonal), "");
}

TEST(PlacePoints, turnsTheRowInTheOtherOrderAndShowsBothItsNumbers) {
    const std::vector<WrittenPoint> points{{103.4, 22.4, 1}, {22.3, 103.5, 2}, {103.6, 22.2, 3}};
    const auto placed = placePoints(points, AxisNames::LonLat, inDegrees);
    EXPECT_EQ(placed.at[1], (geo::Coordinate{103.5, 22.3}));
    ASSERT_EQ(placed.findings.size(), 1u);
    EXPECT_EQ(placed.findings[0].row, 2);
    EXPECT_EQ(
        placed.findings[0].message,
        (geo::Message{"point.axes-swapped", {{"row", std::int64_t{2}}, {"first", 22.3}, {"second", 103.5}}}));
}

TEST(PlacePoints, turnsASingleRowWithoutBlamingTheHeads) {
    const auto placed =
        placePoints(std::vector<WrittenPoint>{{22.3, 103.5, 1}}, AxisNames::LonLat, inDegrees);
    EXPECT_THAT(idsOf(placed), ElementsAre("point.axes-swapped"));
}

TEST(PlacePoints, blamesTheHeadsOnceWhereEveryRowContradictsThem) {
    const std::vector<WrittenPoint> points{{22.3, 103.5, 1}, {22.4, 103.4, 2}, {22.5, 103.3, 3}};
    const auto placed = placePoints(points, AxisNames::LonLat, inDegrees, "kinh_do, vi_do");
    EXPECT_EQ(placed.at[2], (geo::Coordinate{103.3, 22.5}));
    ASSERT_THAT(idsOf(placed), ElementsAre("coordinates.heads-exchanged"));
    EXPECT_EQ(placed.findings[0].message.arguments,
              (std::vector<geo::Argument>{{"columns", "kinh_do, vi_do"}, {"count", std::int64_t{3}}}));
}

TEST(PlacePoints, keepsARowOffTheProvinceInTheOrderOfItsFileAndNamesIt) {
    const std::vector<WrittenPoint> points{{2'477'000, 546'000, 1}, {1'000'000, 500'000, 2}};
    const auto placed = placePoints(points, AxisNames::Xy, inMetres);
    EXPECT_EQ(placed.at[1], (geo::Coordinate{500'000, 1'000'000}));
    ASSERT_THAT(idsOf(placed), ElementsAre("coordinates.xy-read-as", "point.off-province"));
    EXPECT_EQ(placed.findings[1].row, 2);
}

TEST(PlacePoints, leavesRowsWithoutTwoNumbersWithoutPosition) {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinite = std::numeric_limits<double>::infinity();
    const std::vector<WrittenPoint> points{
        {std::nullopt, 22.4, 1}, {103.4, std::nullopt, 2}, {unknown, 22.4, 3}, {103.4, infinite, 4}};
    const auto placed = placePoints(points, AxisNames::LonLat, inDegrees);
    EXPECT_THAT(placed.at, ElementsAre(std::nullopt, std::nullopt, std::nullopt, std::nullopt));
    EXPECT_EQ(idsOf(placed), std::vector<std::string>(4, "point.no-position"));
}

TEST(PlacePoints, asksNothingOfXAndYWithoutAnyNumber) {
    EXPECT_THAT(placePoints({}, AxisNames::Xy, inMetres).findings, IsEmpty());
    const auto placed = placePoints(std::vector<WrittenPoint>{{{}, {}, 7}}, AxisNames::Xy, inMetres);
    EXPECT_THAT(idsOf(placed), ElementsAre("point.no-position"));
}

TEST(PlacePoints, knowsNoProvinceInAnEmptyExtent) {
    const std::vector<WrittenPoint> points{{103.4, 22.4, 1}};
    EXPECT_EQ(faultOf(points, AxisNames::Xy, geo::Extent()), "coordinates.undecided");
    EXPECT_THAT(idsOf(placePoints(points, AxisNames::LonLat, geo::Extent())),
                ElementsAre("point.off-province"));
}

namespace {

/// Rows in both orders, off the province, and without numbers; one in eight of each fault.
std::vector<WrittenPoint> manyRows(std::uint32_t seed) {
    samples::RandomPositions random(seed);
    std::vector<WrittenPoint> points;
    for (std::int64_t row = 1; row <= 200; ++row) {
        const geo::Coordinate at = random.within(inMetres);
        const double draw = random.between(0, 8);
        WrittenPoint point{at.x, at.y, row};
        if (draw < 1) std::swap(point.first, point.second);
        if (draw >= 1 && draw < 2) point.first = random.between(-1e7, 4e5);
        if (draw >= 2 && draw < 3) point.second = std::nullopt;
        points.push_back(point);
    }
    return points;
}

bool isNamed(const PlacedPoints& placed, std::int64_t row) {
    return std::ranges::any_of(placed.findings, [&](const auto& finding) { return finding.row == row; });
}

}  // namespace

TEST(PlacePoints, placeOrNameEveryRow) {
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        const auto points = manyRows(seed);
        for (const AxisNames names : {AxisNames::Xy, AxisNames::EastNorth}) {
            const auto placed = placePoints(points, names, inMetres);
            ASSERT_EQ(placed.at.size(), points.size());
            for (std::size_t i = 0; i < points.size(); ++i) {
                const bool isPlacedAsWritten =
                    placed.at[i] && *placed.at[i] == geo::Coordinate{points[i].first.value_or(0),
                                                                     points[i].second.value_or(0)};
                const bool isFine = isPlacedAsWritten && inMetres.contains(*placed.at[i]);
                ASSERT_NE(isFine, isNamed(placed, points[i].row)) << "seed " << seed << " row " << i + 1;
            }
        }
    }
}

TEST(PlacePoints, putXAndYInTheSamePlacesWhenTheColumnsAreExchanged) {
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        const auto points = manyRows(seed);
        const auto placed = placePoints(points, AxisNames::Xy, inMetres);
        const auto exchanged = placePoints(turnedRound(points), AxisNames::Xy, inMetres);
        ASSERT_EQ(placed.at, exchanged.at) << "seed " << seed;
        ASSERT_NE(placed.order, exchanged.order) << "seed " << seed;
        ASSERT_EQ(placePoints(turnedRound(turnedRound(points)), AxisNames::Xy, inMetres).findings,
                  placed.findings);
    }
}
