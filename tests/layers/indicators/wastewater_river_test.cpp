// SPDX-License-Identifier: Apache-2.0
// Outfalls find the reach of their own sub-basin, and the river carries every litre to an outlet.
#include "layers/indicators/wastewater_river.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "geo/network/banded_polygon.hpp"
#include "geo/topology/points.hpp"
#include "tests/geo/topology/random_shapes.hpp"

using geo::Coordinate;
using geo::Geometry;
using layers::LedgerEntry;
using layers::LedgerSide;
using layers::Outfall;
using layers::RiverReach;
using layers::SubBasin;
using layers::Volumes;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

using Index = std::optional<std::size_t>;

Outfall outfallAt(std::string id, double x, double y, std::optional<double> discharged = 10.0,
                  std::optional<double> treated = 4.0) {
    Outfall made;
    made.id = std::move(id);
    made.name = "Điểm xả " + made.id;
    made.inPlan = true;
    made.discharged_m3_day = discharged;
    made.treated_m3_day = treated;
    made.at = Coordinate{x, y};
    return made;
}

Geometry block(double west, double south, double east, double north) {
    return Geometry::polygon({{west, south}, {east, south}, {east, north}, {west, north}});
}

RiverReach reach(std::string id, std::vector<Coordinate> line) {
    return {id, "Sông " + id, Geometry::lineString(std::move(line))};
}

/// Two valleys of 10 km side by side; their divide runs along x = 10.000. A river in each, the western one of
/// two reaches; both leave in the south.
std::vector<SubBasin> valleys() {
    return {{"W", "Thung lũng Tây", block(0, 0, 10'000, 20'000)},
            {"E", "Thung lũng Đông", block(10'000, 0, 20'000, 20'000)}};
}

std::vector<RiverReach> rivers() {
    return {reach("w1", {{2'000, 20'000}, {2'000, 10'000}}), reach("w2", {{2'000, 10'000}, {2'000, 0}}),
            reach("e1", {{10'500, 20'000}, {10'500, 0}})};
}

layers::WastewaterByRiver tallied(const std::vector<Outfall>& outfalls,
                                  const std::vector<RiverReach>& reaches = rivers(),
                                  const std::vector<SubBasin>& basins = valleys()) {
    return layers::tallyByRiver(outfalls, layers::judgeOutfalls(outfalls), reaches, basins);
}

Volumes sumAtOutlets(const layers::WastewaterByRiver& tally) {
    Volumes sum;
    for (const std::size_t outlet : tally.outlets) sum += tally.reaches[outlet].accumulated;
    return sum;
}

std::int64_t litres(const layers::Ledger& ledger, LedgerSide side) {
    std::int64_t sum = 0;
    for (const LedgerEntry& entry : ledger.entries(side)) sum += std::llround(entry.amount * 1000);
    return sum;
}

}  // namespace

TEST(WastewaterByRiver, leadsOutfallsToTheirReachAndSumsDownstream) {
    const auto tally = tallied({outfallAt("a", 3'000, 15'000), outfallAt("b", 1'000, 5'000, 2.5, 2.5)});
    EXPECT_THAT(tally.reachOfOutfall, ElementsAre(Index(0), Index(1)));
    EXPECT_EQ(tally.reaches[0].accumulated, (Volumes{10'000, 4'000, 1, 0, 0}));
    EXPECT_EQ(tally.reaches[1].own, (Volumes{2'500, 2'500, 1, 0, 0}));
    EXPECT_EQ(tally.reaches[1].accumulated, (Volumes{12'500, 6'500, 2, 0, 0}));
    EXPECT_EQ(tally.basins[0], (layers::BasinVolumes{"W", "Thung lũng Tây", {12'500, 6'500, 2, 0, 0}}));
    EXPECT_THAT(tally.outlets, ElementsAre(1, 2));
    EXPECT_EQ(tally.unplaced, Volumes{});
    EXPECT_THAT(tally.findings, IsEmpty());
}

TEST(WastewaterByRiver, neverTakesANearerReachBeyondTheDivide) {
    // 400 m west of the divide: the eastern river is 900 m away, the western one 7.600 m, the limit 10 km.
    const std::vector outfalls{outfallAt("a", 9'600, 15'000)};
    const auto verdicts = layers::judgeOutfalls(outfalls);
    const auto tally = layers::tallyByRiver(outfalls, verdicts, rivers(), valleys(), geo::Metres{10'000});
    EXPECT_THAT(tally.reachOfOutfall, ElementsAre(Index(0)));
}

TEST(WastewaterByRiver, leavesUnplacedWhatIsFarFromEveryStreamOfItsBasin) {
    const auto tally = tallied({outfallAt("a", 9'600, 15'000), outfallAt("b", 7'000, 15'000)});
    EXPECT_THAT(tally.reachOfOutfall, ElementsAre(Index(), Index(0)));  // 5 km is not too far
    EXPECT_EQ(tally.unplaced, (Volumes{10'000, 4'000, 1, 0, 0}));
    ASSERT_THAT(tally.findings, SizeIs(1));
    EXPECT_EQ(tally.findings[0].message,
              (geo::Message{"outfall.far-from-stream",
                            {{"id", "a"}, {"name", "Điểm xả a"}, {"distance_m", 7'600.0}}}));
    EXPECT_THAT(tally.ledger.out, ElementsAre(LedgerEntry{"counted", 1, 10}));
    EXPECT_THAT(tally.ledger.lost, ElementsAre(LedgerEntry{"far-from-stream", 1, 10}));
}

TEST(WastewaterByRiver, leavesUnplacedWhatLiesOffAllBasins) {
    const auto tally = tallied({outfallAt("a", 25'000, 5'000)});
    EXPECT_EQ(tally.unplaced.outfalls, 1);
    EXPECT_EQ(tally.findings.at(0).message,
              (geo::Message{"outfall.off-basins", {{"id", "a"}, {"name", "Điểm xả a"}}}));
    EXPECT_THAT(tally.ledger.lost, ElementsAre(LedgerEntry{"off-basins", 1, 10}));
}

TEST(WastewaterByRiver, putsAnOutfallOnTheDivideIntoExactlyOneBasin) {
    const auto tally = layers::tallyByRiver(std::vector{outfallAt("a", 10'000, 5'000)},
                                            std::vector{layers::OutfallVerdict::Counts}, rivers(), valleys(),
                                            geo::Metres{9'000});
    EXPECT_EQ(tally.basins[0].own.outfalls + tally.basins[1].own.outfalls, 1);
    EXPECT_TRUE(tally.reachOfOutfall[0].has_value());
}

TEST(WastewaterByRiver, givesAReachToTheBasinThatHoldsMostOfIt) {
    // Begins in the west, runs 2 km there and 8 km in the east.
    const auto crossing = std::vector{reach("x", {{8'000, 5'000}, {18'000, 5'000}})};
    const auto tally = tallied({outfallAt("w", 8'500, 5'010), outfallAt("e", 15'000, 5'010)}, crossing);
    EXPECT_THAT(tally.reachOfOutfall, ElementsAre(Index(), Index(0)));
    EXPECT_EQ(tally.findings.at(0).message,
              (geo::Message{"outfall.no-stream-in-basin",
                            {{"id", "w"}, {"name", "Điểm xả w"}, {"basin", "Thung lũng Tây"}}}));
}

TEST(WastewaterByRiver, takesTheSmallestOfBasinsWithinEachOther) {
    auto basins = valleys();
    basins.push_back({"I", "Suối nhỏ", block(1'000, 1'000, 4'000, 4'000)});
    auto reaches = rivers();
    reaches.push_back(reach("i1", {{3'500, 3'500}, {3'500, 1'500}}));
    const auto tally = tallied({outfallAt("a", 2'100, 2'000)}, reaches, basins);
    EXPECT_THAT(tally.reachOfOutfall,
                ElementsAre(Index(3)));  // 1.400 m, though the great river is 100 m away
}

TEST(WastewaterByRiver, bringsTheUnknownDownstreamBesideTheKnown) {
    const auto tally = tallied({outfallAt("a", 3'000, 15'000, 7.0, {}), outfallAt("b", 3'000, 16'000, {}, {}),
                                outfallAt("c", 3'000, 5'000)});
    EXPECT_EQ(tally.reaches[1].accumulated, (Volumes{10'000, 4'000, 1, 2, 7'000}));
}

TEST(WastewaterByRiver, findsAwaitedOutfallsWithoutAPositionAndNoOthers) {
    Outfall lost = outfallAt("a", 0, 0);
    lost.at.reset();
    Outfall nowhere = outfallAt("b", std::numeric_limits<double>::quiet_NaN(), 0);
    Outfall household = outfallAt("c", 25'000, 0);
    household.inPlan = false;
    const auto tally = tallied({lost, nowhere, household, outfallAt("d", 25'000, 0, -1)});
    ASSERT_THAT(tally.findings, SizeIs(2));
    EXPECT_EQ(tally.findings[0].message.id, "outfall.no-position");
    EXPECT_EQ(tally.findings[1].message.id, "outfall.no-position");
    EXPECT_EQ(tally.unplaced.outfalls, 2);
}

TEST(WastewaterByRiver, namesReachesThatFlowInACircleAndLosesNothingInThem) {
    const std::vector circle{reach("c1", {{2'000, 15'000}, {3'000, 12'000}}),
                             reach("c2", {{3'000, 12'000}, {1'000, 12'000}}),
                             reach("c3", {{1'000, 12'000}, {2'000, 15'000}})};
    const auto tally = tallied({outfallAt("a", 2'000, 11'900), outfallAt("b", 1'200, 13'500)}, circle);
    ASSERT_THAT(tally.findings, SizeIs(1));
    EXPECT_EQ(tally.findings[0].message,
              (geo::Message{"river.flows-in-circle", {{"id", "c1"}, {"name", "Sông c1"}}}));
    EXPECT_EQ(sumAtOutlets(tally), (Volumes{20'000, 8'000, 2, 0, 0}));
}

TEST(WastewaterByRiver, worksWithoutOutfallsReachesOrBasins) {
    EXPECT_THAT(tallied({}).ledger.in, IsEmpty());
    EXPECT_EQ(tallied({outfallAt("a", 1, 1)}, {}).unplaced.outfalls, 1);
    EXPECT_EQ(tallied({outfallAt("a", 1, 1)}, rivers(), {}).unplaced.outfalls, 1);
    EXPECT_EQ(tallied({outfallAt("a", 1, 1)}, {reach("empty", {})}).unplaced.outfalls, 1);
}

namespace {

constexpr Coordinate laiChau{546'981.276, 2'477'623.887};  // coordinates as large as real ones, EPSG:9205

/// A crooked country of valleys, a tangle of reaches that meet at random, outfalls of every sort.
struct RandomCountry {
    std::vector<SubBasin> basins;
    std::vector<RiverReach> reaches;
    std::vector<Outfall> outfalls;
};

class RandomCountries {
  public:
    explicit RandomCountries(unsigned seed) : m_shapes(seed), m_random(seed) {}

    RandomCountry next() {
        RandomCountry country;
        for (Geometry& cell : m_shapes.mosaic(laiChau, 5'000, 3, 3)) {
            country.basins.push_back({std::to_string(country.basins.size()), "", std::move(cell)});
        }
        for (std::int64_t count = below(25); count > 0; --count) addReach(country);
        for (std::int64_t count = below(60); count > 0; --count) addOutfall(country);
        return country;
    }

  private:
    std::int64_t below(std::int64_t bound) {
        return std::uniform_int_distribution<std::int64_t>(0, bound - 1)(m_random);
    }

    Coordinate anywhere() {
        return {laiChau.x + m_shapes.between(-1'000, 16'000), laiChau.y + m_shapes.between(-1'000, 16'000)};
    }

    void addReach(RandomCountry& country) {
        std::vector<Coordinate> line{anywhere(), anywhere()};
        if (!country.reaches.empty() && below(4) > 0) {
            const auto& into = country.reaches[static_cast<std::size_t>(below(std::ssize(country.reaches)))];
            line.push_back(below(2) == 0 ? into.line.coordinates().front() : into.line.coordinates()[1]);
        }
        country.reaches.push_back(reach(std::to_string(country.reaches.size()), std::move(line)));
    }

    void addOutfall(RandomCountry& country) {
        const Coordinate place = anywhere();
        const auto volume = [&] { return static_cast<double>(below(5'000'000) - 50'000) / 1000; };
        Outfall made = outfallAt(std::to_string(below(200)), place.x, place.y, volume(), volume());
        if (below(8) == 0) made.treated_m3_day.reset();
        if (below(8) == 0) made.discharged_m3_day.reset();
        if (below(8) == 0) made.at.reset();
        made.inPlan = below(8) > 0;
        country.outfalls.push_back(made);
    }

    samples::RandomShapes m_shapes;
    std::mt19937 m_random;
};

Volumes countedSum(const std::vector<Outfall>& outfalls) {
    const auto verdicts = layers::judgeOutfalls(outfalls);
    Volumes sum;
    for (std::size_t i = 0; i < outfalls.size(); ++i) sum += layers::volumesOf(outfalls[i], verdicts[i]);
    return sum;
}

Index basinAt(const RandomCountry& country, Coordinate position) {
    for (std::size_t i = 0; i < country.basins.size(); ++i) {
        if (geo::containsPoint(country.basins[i].shape, position)) return i;
    }
    return std::nullopt;
}

Index basinOfReach(const RandomCountry& country, const RiverReach& reach) {
    Index found;
    geo::Metres longest;
    for (std::size_t i = 0; i < country.basins.size(); ++i) {
        const geo::Metres inside = geo::BandedPolygon(country.basins[i].shape).lengthInside(reach.line);
        if (inside <= longest) continue;
        longest = inside;
        found = i;
    }
    return found;
}

/// By measuring to every reach.
Index reachByLooking(const RandomCountry& country, const std::vector<Index>& basinOf,
                     const Outfall& outfall) {
    const Index basin = outfall.at ? basinAt(country, *outfall.at) : std::nullopt;
    if (!basin) return std::nullopt;
    Index found;
    geo::Metres nearest = layers::farthestStream;
    for (std::size_t i = 0; i < country.reaches.size(); ++i) {
        const geo::Metres distance = geo::distanceToBoundary(country.reaches[i].line, *outfall.at);
        if (basinOf[i] != basin || distance > nearest || (found && distance == nearest)) continue;
        nearest = distance;
        found = i;
    }
    return found;
}

}  // namespace

TEST(WastewaterByRiverProperty, bringsEveryLitreToAnOutletOrLeavesItUnplaced) {
    RandomCountries countries(41);
    for (int round = 0; round < 1'000; ++round) {
        const RandomCountry country = countries.next();
        const auto tally = tallied(country.outfalls, country.reaches, country.basins);
        const Volumes counted = countedSum(country.outfalls);
        Volumes atOutlets = sumAtOutlets(tally);
        Volumes inBasins = tally.unplaced;
        for (const auto& basin : tally.basins) inBasins += basin.own;
        const std::int64_t flowsOut = atOutlets.discharged_l_day;
        ASSERT_EQ(atOutlets += tally.unplaced, counted) << "round " << round;
        ASSERT_EQ(inBasins, counted) << "round " << round;
        ASSERT_EQ(litres(tally.ledger, LedgerSide::Out), flowsOut);
        ASSERT_EQ(litres(tally.ledger, LedgerSide::In),
                  litres(tally.ledger, LedgerSide::Out) + litres(tally.ledger, LedgerSide::Lost));
    }
}

TEST(WastewaterByRiverProperty, findsTheReachThatLookingAtEachOneFinds) {
    RandomCountries countries(42);
    for (int round = 0; round < 200; ++round) {
        const RandomCountry country = countries.next();
        const auto tally = tallied(country.outfalls, country.reaches, country.basins);
        std::vector<Index> basinOf;
        for (const RiverReach& one : country.reaches) basinOf.push_back(basinOfReach(country, one));
        for (std::size_t i = 0; i < country.outfalls.size(); ++i) {
            ASSERT_EQ(tally.reachOfOutfall[i], reachByLooking(country, basinOf, country.outfalls[i]))
                << "round " << round << " outfall " << i;
        }
    }
}
