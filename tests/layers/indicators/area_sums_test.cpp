// SPDX-License-Identifier: Apache-2.0
// Areas add up to the square millimetre, in any order, and can be taken out again.
#include "layers/indicators/area_sums.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

using layers::AreaSums;
using layers::Booking;
using layers::PlotAreas;
using layers::PlotSum;

namespace {

PlotAreas plotOver(std::vector<PlotAreas::InZone> inZones, std::int64_t outside = 0) {
    PlotAreas plot{std::move(inZones), {outside}, {outside}, {}};
    for (const auto& share : plot.inZones) plot.area += share.area;
    return plot;
}

/// Zones 0 and 1 are of unit 0, zone 2 of unit 1.
AreaSums threeZones() { return AreaSums({0, 0, 1}); }

}  // namespace

TEST(AreaSums, countAPlotOnceInAUnitOfSeveralZones) {
    AreaSums sums = threeZones();
    sums.book(0, plotOver({{0, {5}}, {1, {7}}, {2, {1}}}));
    EXPECT_EQ(sums.inUnit(0, 0), (PlotSum{1, {12}}));
    EXPECT_EQ(sums.inUnit(1, 0), (PlotSum{1, {1}}));
    EXPECT_EQ(sums.whole(0), (PlotSum{1, {13}}));
}

TEST(AreaSums, keepClassesApart) {
    AreaSums sums = threeZones();
    sums.book(0, plotOver({{2, {5}}}));
    sums.book(3, plotOver({{2, {7}}}, 2));
    EXPECT_EQ(sums.inUnit(1, 0), (PlotSum{1, {5}}));
    EXPECT_EQ(sums.inUnit(1, 3), (PlotSum{1, {7}}));
    EXPECT_EQ(sums.outside(3), (PlotSum{1, {2}}));
    EXPECT_EQ(sums.whole(1), PlotSum{});
    EXPECT_EQ(sums.whole(9), PlotSum{});
}

TEST(AreaSums, takeOutWhatWasAdded) {
    AreaSums sums = threeZones();
    const auto plot = plotOver({{0, {5}}, {2, {1}}}, 3);
    sums.book(1, plot);
    sums.book(1, plot, Booking::TakeOut);
    EXPECT_EQ(sums.inUnit(0, 1), PlotSum{});
    EXPECT_EQ(sums.outside(1), PlotSum{});
    EXPECT_EQ(sums.whole(1), PlotSum{});
}

TEST(AreaSums, areTheSameInAnyOrderAndHoweverCut) {
    std::mt19937 random(5);
    std::uniform_int_distribution<std::uint32_t> zone(0, 2);
    std::uniform_int_distribution<std::int64_t> area(0, 1'000'000'007);
    std::vector<PlotAreas> plots;
    for (int i = 0; i < 1000; ++i) plots.push_back(plotOver({{zone(random), {area(random)}}}, area(random)));
    AreaSums forwards = threeZones();
    for (const PlotAreas& plot : plots) forwards.book(0, plot);
    std::ranges::shuffle(plots, random);
    AreaSums first = threeZones();
    AreaSums second = threeZones();
    for (std::size_t i = 0; i < plots.size(); ++i) (i % 7 == 0 ? first : second).book(0, plots[i]);
    first += second;
    EXPECT_EQ(first.whole(0), forwards.whole(0));
    for (const std::uint32_t unit : {0U, 1U}) EXPECT_EQ(first.inUnit(unit, 0), forwards.inUnit(unit, 0));
}

TEST(PlotAreas, balanceAfterAFactorToTheSquareMillimetre) {
    geo::ZoneIndex::Shares shares;
    shares.inZones = {{0, 1234.567891}, {2, 0.000001}};
    shares.outside_m2 = 77.1;
    shares.overlapped_m2 = 3.3;
    PlotAreas plot;
    plot.take(shares, 0.99984);
    std::int64_t parts = plot.outside.value;
    for (const auto& share : plot.inZones) parts += share.area.value;
    EXPECT_EQ(plot.area.value + plot.overlapped.value, parts);
    EXPECT_NEAR(toHectares(plot.area).value, 0.99984 * (1234.567892 + 77.1 - 3.3) / 10'000, 1e-9);
}
