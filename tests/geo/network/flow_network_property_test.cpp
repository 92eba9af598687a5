// SPDX-License-Identifier: Apache-2.0
// Random forests of rivers against their plan, and random tangles against brute force.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

#include "geo/network/flow_network.hpp"

namespace {

using geo::Coordinate;
using geo::FlowNetwork;
using geo::Geometry;
using Index = std::optional<std::size_t>;
using Lines = std::vector<std::vector<Coordinate>>;

constexpr geo::Metres snap{1};
constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<Geometry> geometriesOf(const Lines& lines) {
    std::vector<Geometry> shapes;
    for (const auto& line : lines) shapes.push_back(Geometry::lineString(line));
    return shapes;
}

/// A river system as it was meant: which line each flows into.
struct Planned {
    Lines lines;
    std::vector<Index> downstream;
    std::vector<std::size_t> loops;
};

class Planner {
  public:
    explicit Planner(unsigned seed) : m_random(seed) {}

    std::size_t below(std::size_t bound) {
        return std::uniform_int_distribution<std::size_t>(0, bound - 1)(m_random);
    }
    double between(double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(m_random);
    }
    Coordinate anywhere() {
        return {between(0, 1e7), between(0, 1e7)};
    }  // so wide that nothing meets by chance

    std::vector<std::int64_t> volumes(std::size_t count) {
        std::vector<std::int64_t> numbers(count);
        for (auto& number : numbers)
            number = std::uniform_int_distribution<std::int64_t>(0, 1'000'000)(m_random);
        return numbers;
    }

    /// A circle of at least two lines; its lowest is where it will be cut.
    void addCircle(Planned& plan, std::size_t count) {
        const std::size_t first = plan.lines.size();
        std::vector<Coordinate> corners(count);
        for (Coordinate& corner : corners) corner = anywhere();
        for (std::size_t i = 0; i < count; ++i) {
            plan.lines.push_back({corners[i], anywhere(), corners[(i + 1) % count]});
            plan.downstream.push_back(first + (i + 1) % count);
        }
        plan.downstream[first].reset();
        plan.loops.push_back(first);
    }

    void addRiver(Planned& plan) {
        plan.lines.push_back({anywhere(), anywhere(), anywhere()});
        plan.downstream.push_back(std::nullopt);
    }

    /// Ends where another begins, or somewhere on its way, up to the tolerance beside it.
    void addTributary(Planned& plan) {
        const std::size_t into = below(plan.lines.size());
        const auto& line = plan.lines[into];
        Coordinate end = line.front();
        if (below(2) == 0) {
            const std::size_t i = below(line.size() - 1);
            const double share = between(0.2, 0.8);
            end = {line[i].x + share * (line[i + 1].x - line[i].x),
                   line[i].y + share * (line[i + 1].y - line[i].y)};
        }
        const Coordinate beside{end.x + between(-0.7, 0.7), end.y + between(-0.7, 0.7)};  // √2 · 0.7 m < 1 m
        plan.lines.push_back({anywhere(), anywhere(), beside});
        plan.downstream.push_back(into);
    }

    Planned forest(std::size_t count) {
        Planned plan;
        addRiver(plan);
        if (below(3) == 0) addCircle(plan, 2 + below(5));
        while (plan.lines.size() < count) below(8) == 0 ? addRiver(plan) : addTributary(plan);
        return plan;
    }

    std::vector<std::size_t> shuffled(std::size_t count) {
        std::vector<std::size_t> places(count);
        std::iota(places.begin(), places.end(), 0);
        std::ranges::shuffle(places, m_random);
        return places;
    }

    /// Short lines on a narrow grid: they meet, pass, repeat and turn back everywhere.
    Lines tangle(std::size_t count) {
        const auto corner = [&] {
            return Coordinate{static_cast<double>(below(7)), static_cast<double>(below(7))};
        };
        Lines lines(count);
        for (auto& line : lines) {
            for (std::size_t corners = below(4) + 1; corners > 0; --corners) line.push_back(corner());
        }
        return lines;
    }

  private:
    std::mt19937 m_random;
};

/// Adds what enters each line to every line on its way down.
std::vector<std::int64_t> walkedSums(const std::vector<Index>& downstream,
                                     const std::vector<std::int64_t>& entering) {
    std::vector<std::int64_t> sums(entering.size());
    for (std::size_t line = 0; line < entering.size(); ++line) {
        for (Index at = line; at; at = downstream[*at]) sums[*at] += entering[line];
    }
    return sums;
}

std::vector<Index> downstreamIn(const FlowNetwork& network) {
    std::vector<Index> downstream;
    for (std::size_t line = 0; line < network.size(); ++line)
        downstream.push_back(network.downstreamOf(line));
    return downstream;
}

std::int64_t sumAtOutlets(const FlowNetwork& network, const std::vector<std::int64_t>& sums) {
    std::int64_t sum = 0;
    for (const std::size_t outlet : network.outlets()) sum += sums[outlet];
    return sum;
}

double apart(Coordinate a, Coordinate b) { return std::hypot(a.x - b.x, a.y - b.y); }

double distanceTo(Coordinate from, Coordinate to, Coordinate point) {
    const double x = to.x - from.x;
    const double y = to.y - from.y;
    const double length2 = x * x + y * y;
    const double share = length2 > 0 ? ((point.x - from.x) * x + (point.y - from.y) * y) / length2 : 1;
    if (share <= 0) return apart(from, point);
    if (share >= 1) return apart(to, point);
    return apart({from.x + share * x, from.y + share * y}, point);
}

double distanceTo(const std::vector<Coordinate>& line, Coordinate point) {
    double nearest = infinity;
    for (std::size_t i = 1; i < line.size(); ++i)
        nearest = std::min(nearest, distanceTo(line[i - 1], line[i], point));
    return nearest;
}

/// The link of one line before circles are cut, by looking at every other line.
Index linkByLooking(const Lines& lines, std::size_t line) {
    using Rank = std::tuple<bool, bool, double, std::size_t>;  // passes, leads nowhere, how far, which
    std::optional<Rank> best;
    const Coordinate end = lines[line].back();
    for (std::size_t other = 0; other < lines.size(); ++other) {
        if (other == line) continue;
        const bool leadsBack = apart(lines[other].back(), lines[line].front()) <= snap.value;
        const double toStart = apart(lines[other].front(), end);
        const double toLine = distanceTo(lines[other], end);
        const bool passes = toLine <= snap.value && toLine < apart(lines[other].back(), end);
        const bool starts = toStart <= snap.value;
        if (!starts && !passes) continue;
        const bool endsHere = !starts && apart(lines[other].back(), end) <= snap.value;
        const Rank rank{!starts, leadsBack || endsHere, starts ? toStart : toLine, other};
        if (!best || rank < *best) best = rank;
    }
    return best ? Index(std::get<3>(*best)) : std::nullopt;
}

bool comesBackTo(const std::vector<Index>& links, std::size_t line) {
    Index at = links[line];
    for (std::size_t steps = 0; at && steps < links.size(); ++steps) {
        if (*at == line) return true;
        at = links[*at];
    }
    return false;
}

/// Lines on a circle that stand lowest on it.
std::vector<std::size_t> loopsByLooking(const std::vector<Index>& links) {
    std::vector<std::size_t> loops;
    for (std::size_t line = 0; line < links.size(); ++line) {
        if (!comesBackTo(links, line)) continue;
        bool isLowest = true;
        for (std::size_t at = *links[line]; at != line; at = *links[at]) isLowest = isLowest && line < at;
        if (isLowest) loops.push_back(line);
    }
    return loops;
}

}  // namespace

TEST(FlowNetworkProperty, findsForestsAsTheyWerePlanned) {
    Planner planner(11);
    for (int round = 0; round < 300; ++round) {
        const Planned plan = planner.forest(1 + planner.below(120));
        const auto network = FlowNetwork::fromLines(geometriesOf(plan.lines), snap);
        ASSERT_EQ(downstreamIn(network), plan.downstream) << "round " << round;
        ASSERT_EQ(network.loops(), plan.loops) << "round " << round;
    }
}

TEST(FlowNetworkProperty, gathersWhatWalkingDownEachLineGathers) {
    Planner planner(12);
    for (int round = 0; round < 300; ++round) {
        const Planned plan = planner.forest(1 + planner.below(120));
        const auto network = FlowNetwork::fromLines(geometriesOf(plan.lines), snap);
        const auto entering = planner.volumes(plan.lines.size());
        const auto sums = geo::accumulated(network, entering);
        ASSERT_EQ(sums, walkedSums(plan.downstream, entering));
        ASSERT_EQ(sumAtOutlets(network, sums),
                  std::accumulate(entering.begin(), entering.end(), std::int64_t{0}));
    }
}

TEST(FlowNetworkProperty, gathersTheSameInWhateverOrderLinesStand) {
    Planner planner(13);
    for (int round = 0; round < 200; ++round) {
        Planned plan;
        planner.addRiver(plan);
        while (plan.lines.size() < 60)
            planner.below(8) == 0 ? planner.addRiver(plan) : planner.addTributary(plan);
        const auto entering = planner.volumes(plan.lines.size());
        const auto places = planner.shuffled(plan.lines.size());
        Lines lines;
        std::vector<std::int64_t> shuffledEntering;
        for (const std::size_t place : places) {
            lines.push_back(plan.lines[place]);
            shuffledEntering.push_back(entering[place]);
        }
        const auto sums = geo::accumulated(FlowNetwork::fromLines(geometriesOf(plan.lines), snap), entering);
        const auto shuffledSums =
            geo::accumulated(FlowNetwork::fromLines(geometriesOf(lines), snap), shuffledEntering);
        for (std::size_t i = 0; i < places.size(); ++i) ASSERT_EQ(shuffledSums[i], sums[places[i]]);
    }
}

TEST(FlowNetworkProperty, putsEveryLineAfterAllThatFlowIntoIt) {
    Planner planner(14);
    for (int round = 0; round < 300; ++round) {
        const auto network =
            FlowNetwork::fromLines(geometriesOf(planner.tangle(1 + planner.below(40))), snap);
        std::vector<std::size_t> placeOf(network.size(), network.size());
        for (std::size_t i = 0; i < network.order().size(); ++i) placeOf[network.order()[i]] = i;
        ASSERT_EQ(network.order().size(), network.size());
        for (std::size_t line = 0; line < network.size(); ++line) {
            ASSERT_LT(placeOf[line], network.size());
            for (const std::size_t upstream : network.upstreamOf(line)) {
                ASSERT_EQ(network.downstreamOf(upstream), Index(line));
                ASSERT_LT(placeOf[upstream], placeOf[line]);
            }
        }
    }
}

TEST(FlowNetworkProperty, agreesOnTanglesWithLookingAtEveryPairOfLines) {
    Planner planner(15);
    for (int round = 0; round < 1'000; ++round) {
        const Lines lines = planner.tangle(1 + planner.below(30));
        std::vector<Index> links;
        for (std::size_t line = 0; line < lines.size(); ++line) links.push_back(linkByLooking(lines, line));
        const auto loops = loopsByLooking(links);
        for (const std::size_t line : loops) links[line].reset();
        const auto network = FlowNetwork::fromLines(geometriesOf(lines), snap);
        ASSERT_EQ(network.loops(), loops) << "round " << round;
        ASSERT_EQ(downstreamIn(network), links) << "round " << round;
    }
}

TEST(FlowNetworkProperty, losesNothingInATangle) {
    Planner planner(16);
    for (int round = 0; round < 500; ++round) {
        const auto network =
            FlowNetwork::fromLines(geometriesOf(planner.tangle(1 + planner.below(60))), snap);
        const auto entering = planner.volumes(network.size());
        const auto sums = geo::accumulated(network, entering);
        ASSERT_EQ(sums, walkedSums(downstreamIn(network), entering));
        ASSERT_EQ(sumAtOutlets(network, sums),
                  std::accumulate(entering.begin(), entering.end(), std::int64_t{0}));
    }
}
