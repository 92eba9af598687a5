// SPDX-License-Identifier: Apache-2.0
// Which line flows into which, at the edges of what may be drawn.
#include "geo/network/flow_network.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "geo/base/error.hpp"

using geo::Coordinate;
using geo::FlowNetwork;
using geo::Geometry;
using geo::Metres;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

using Index = std::optional<std::size_t>;

constexpr Metres snap{10};
constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();

Geometry line(std::vector<Coordinate> corners) { return Geometry::lineString(std::move(corners)); }

FlowNetwork networkOf(const std::vector<Geometry>& lines, Metres within = snap) {
    return FlowNetwork::fromLines(lines, within);
}

}  // namespace

TEST(FlowNetwork, leadsTheEndOfALineToTheStartOfTheNext) {
    const auto network = networkOf({line({{1000, 0}, {2000, 0}}), line({{0, 0}, {1000, 0}})});
    EXPECT_EQ(network.downstreamOf(1), Index(0));
    EXPECT_EQ(network.downstreamOf(0), Index());
    EXPECT_THAT(network.outlets(), ElementsAre(0));
    EXPECT_THAT(network.order(), ElementsAre(1, 0));
    EXPECT_THAT(network.upstreamOf(0), ElementsAre(1));
    EXPECT_THAT(network.upstreamOf(1), IsEmpty());
}

TEST(FlowNetwork, leadsATributaryIntoTheMiddleOfALine) {
    const auto network = networkOf({line({{0, 0}, {2000, 0}}), line({{700, 900}, {700, 4}})});
    EXPECT_EQ(network.downstreamOf(1), Index(0));
}

TEST(FlowNetwork, prefersAStartToALineThatPassesNearer) {
    const auto network =
        networkOf({line({{0, 0}, {2000, 0}}), line({{700, 900}, {700, 0}}), line({{700, -9}, {700, -900}})});
    EXPECT_EQ(network.downstreamOf(1), Index(2));
}

TEST(FlowNetwork, takesTheNearestOfSeveralStartsAndOfSeveralPassingLines) {
    const auto starts =
        networkOf({line({{0, 0}, {100, 0}}), line({{105, 0}, {200, 50}}), line({{103, 0}, {200, -50}})});
    const auto passing =
        networkOf({line({{0, 500}, {0, 10}}), line({{-500, 2}, {500, 2}}), line({{-500, 5}, {500, 5}})});
    EXPECT_EQ(starts.downstreamOf(0), Index(2));
    EXPECT_EQ(passing.downstreamOf(0), Index(2));  // 5 m from its end, the other 8 m
}

TEST(FlowNetwork, takesTheFirstOfTwoLinesEquallyNear) {
    const auto starts =
        networkOf({line({{100, 0}, {200, 50}}), line({{100, 0}, {200, -50}}), line({{0, 0}, {100, 0}})});
    const auto passing =
        networkOf({line({{-500, 5}, {500, 5}}), line({{-500, -5}, {500, -5}}), line({{0, 500}, {0, 0}})});
    EXPECT_EQ(starts.downstreamOf(2), Index(0));
    EXPECT_EQ(passing.downstreamOf(2), Index(0));
}

TEST(FlowNetwork, countsTheToleranceItselfAsNearAndNothingBeyondIt) {
    const std::vector<Geometry> lines{line({{0, 0}, {100, 0}}), line({{110, 0}, {200, 0}}),
                                      line({{50, 500}, {50, 10}})};
    const auto at = networkOf(lines, Metres{10});
    const auto below = networkOf(lines, Metres{9.999});
    EXPECT_EQ(at.downstreamOf(0), Index(1));
    EXPECT_EQ(at.downstreamOf(2), Index(0));
    EXPECT_THAT(below.outlets(), ElementsAre(0, 1, 2));
}

TEST(FlowNetwork, joinsWithoutToleranceOnlyWhatMeetsExactly) {
    const auto network =
        networkOf({line({{0, 0}, {100, 0}}), line({{100, 0}, {200, 0}}), line({{50, 50}, {50, 0.001}})}, {});
    EXPECT_EQ(network.downstreamOf(0), Index(1));
    EXPECT_EQ(network.downstreamOf(2), Index());
}

TEST(FlowNetwork, joinsNothingUnderAToleranceThatIsNone) {
    const std::vector<Geometry> lines{line({{0, 0}, {100, 0}}), line({{100, 0}, {200, 0}})};
    EXPECT_THAT(networkOf(lines, Metres{-1}).outlets(), ElementsAre(0, 1));
    EXPECT_THAT(networkOf(lines, Metres{noNumber}).outlets(), ElementsAre(0, 1));
}

TEST(FlowNetwork, doesNotLeadLinesThatEndInOneSpotIntoEachOther) {
    const auto network = networkOf({line({{0, 100}, {0, 0}}), line({{100, 0}, {0, 0}})});
    EXPECT_THAT(network.outlets(), ElementsAre(0, 1));
    EXPECT_THAT(network.loops(), IsEmpty());
}

TEST(FlowNetwork, prefersTheRiverToANearerTributaryThatEndsThereToo) {
    // The second overshoots the end of the first by 3 m; the river passes 4 m from both.
    const auto network =
        networkOf({line({{0, 100}, {0, 4}}), line({{-80, 4}, {3, 4}}), line({{-500, 0}, {500, 0}})});
    EXPECT_THAT(network.upstreamOf(2), ElementsAre(0, 1));
}

TEST(FlowNetwork, joinsARiverJustBeforeItsLastEnd) {
    const auto network = networkOf({line({{0, 0}, {1000, 0}}), line({{995, 300}, {995, 0}})});
    EXPECT_EQ(network.downstreamOf(1), Index(0));
}

TEST(FlowNetwork, leadsTributariesThatMeetOnARiverIntoTheRiver) {
    const auto network =
        networkOf({line({{0, 100}, {0, 0}}), line({{0, -100}, {0, 0}}), line({{-500, 0}, {500, 0}})});
    EXPECT_THAT(network.upstreamOf(2), ElementsAre(0, 1));
}

TEST(FlowNetwork, cutsACircleAtItsLowestLineAndNamesIt) {
    // A spring (0) flows into a triangle of three lines.
    const auto network = networkOf({line({{0, -500}, {0, 0}}), line({{300, 0}, {150, 200}}),
                                    line({{150, 200}, {0, 0}}), line({{0, 0}, {300, 0}})});
    EXPECT_THAT(network.loops(), ElementsAre(1));
    EXPECT_EQ(network.downstreamOf(1), Index());
    EXPECT_THAT(network.outlets(), ElementsAre(1));
    EXPECT_THAT(network.order(), ElementsAre(0, 2, 3, 1));
    const std::vector<std::int64_t> entering{1, 10, 100, 1000};
    EXPECT_THAT(geo::accumulated(network, entering), ElementsAre(1, 1111, 100, 1101));
}

TEST(FlowNetwork, cutsALineAndItsReversedDuplicate) {
    const auto network = networkOf({line({{0, 0}, {50, 9}, {100, 0}}), line({{100, 0}, {50, 9}, {0, 0}})});
    EXPECT_THAT(network.loops(), ElementsAre(0));
    EXPECT_EQ(network.downstreamOf(1), Index(0));
}

TEST(FlowNetwork, passesByAReversedDuplicateWhereTheRiverGoesOn) {
    const auto network =
        networkOf({line({{0, 0}, {100, 0}}), line({{100, 0}, {0, 0}}), line({{100, 0}, {200, 0}})});
    EXPECT_EQ(network.downstreamOf(0), Index(2));
    EXPECT_EQ(network.downstreamOf(1), Index(0));
    EXPECT_THAT(network.loops(), IsEmpty());
}

TEST(FlowNetwork, keepsALineDrawnTwiceFromFlowingIntoItself) {
    const auto network =
        networkOf({line({{0, 0}, {100, 0}}), line({{0, 0}, {100, 0}}), line({{100, 0}, {200, 0}})});
    EXPECT_THAT(network.upstreamOf(2), ElementsAre(0, 1));
    EXPECT_THAT(networkOf({line({{0, 0}, {100, 0}}), line({{0, 0}, {100, 0}})}).outlets(), ElementsAre(0, 1));
}

TEST(FlowNetwork, doesNotLeadARingIntoItself) {
    const auto network = networkOf({line({{0, 0}, {100, 0}, {50, 80}, {0, 0}})});
    EXPECT_THAT(network.outlets(), ElementsAre(0));
    EXPECT_THAT(network.loops(), IsEmpty());
}

TEST(FlowNetwork, leadsThroughALineWithoutLength) {
    const auto network =
        networkOf({line({{0, 0}, {100, 0}}), line({{100, 0}, {100, 0}}), line({{100, 0}, {200, 0}})});
    const std::vector<std::int64_t> entering{1, 2, 4};
    EXPECT_EQ(geo::accumulated(network, entering)[2], 7);
    EXPECT_THAT(network.loops(), IsEmpty());
}

TEST(FlowNetwork, leavesAloneWhatIsEmptyOrNoNumber) {
    const auto network = networkOf(
        {line({{0, 0}, {100, 0}}), Geometry(), line({{100, 0}, {noNumber, 0}}), Geometry::lineString({})});
    EXPECT_THAT(network.outlets(), ElementsAre(0, 1, 2, 3));
    EXPECT_EQ(networkOf({}).size(), 0u);
}

TEST(FlowNetwork, takesALineOfSeveralPartsFromItsFirstStartToItsLastEnd) {
    Geometry parts(geo::GeometryKind::MultiLineString);
    for (const double x : {0.0, 200.0}) {
        const std::vector<Coordinate> path{{x, 0}, {x + 150, 0}};
        parts.beginPart();
        parts.addPath(path);
    }
    const auto network = networkOf(
        {line({{350, 0}, {400, 0}}), parts, line({{-50, 0}, {0, 0}}), line({{300, 300}, {300, 0}})});
    EXPECT_EQ(network.downstreamOf(1), Index(0));
    EXPECT_THAT(network.upstreamOf(1), ElementsAre(2, 3));
}

TEST(Accumulated, needsOneNumberForEachLine) {
    const auto network = networkOf({line({{0, 0}, {100, 0}})});
    try {
        geo::accumulated(network, {});
        FAIL();
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.kind(), geo::ErrorKind::Internal);
        EXPECT_EQ(error.message().id, "network.lines-differ");
    }
}
