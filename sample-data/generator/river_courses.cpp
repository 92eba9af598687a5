// SPDX-License-Identifier: Apache-2.0
// Cheapest ways over an invented relief, cleared of loops, ended where they meet their main stem.
#include "sample-data/generator/river_courses.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "geo/crs/transform.hpp"
#include "sample-data/generator/cell_paths.hpp"
#include "sample-data/generator/noise.hpp"
#include "sample-data/generator/random.hpp"

namespace sample {
namespace {

constexpr double valleyWave_m = 5'000;
constexpr int valleyOctaves = 3;
constexpr double flatCost = 0.3;
constexpr double ridgeCost = 2.6;
// By cells from the border, from the outermost inwards: rivers keep their banks in the province.
constexpr std::array<double, 3> borderCost{9, 5, 1.5};
constexpr std::size_t bankDepth = 3;
// The pack's waypoints are good to 2 km.
constexpr double mouthReach_m = 4'000;
constexpr double farthestWaypoint_m = 6'000;
constexpr std::size_t longestHairpin = 14;
// A mouth keeps this many cells from the ends of the main stem, so that there is a reach below it.
constexpr std::size_t cellsBelowMouth = 8;

double distance_m(geo::Coordinate a, geo::Coordinate b) { return std::hypot(a.x - b.x, a.y - b.y); }

/// 0 outside, 1 for cells at the border, and so on inwards; not deeper than asked.
std::vector<std::size_t> depths(const Territory& territory, std::size_t deepest) {
    const auto& parts = territory.partOfCell();
    std::vector<std::size_t> depth(parts.size(), 0);
    for (CellIndex cell = 0; cell < parts.size(); ++cell) depth[cell] = parts[cell] == noLabel ? 0 : deepest;
    for (std::size_t level = 1; level < deepest; ++level) {
        for (CellIndex cell = 0; cell < parts.size(); ++cell) {
            if (depth[cell] != deepest) continue;
            const auto around = territory.lattice().neighbours(cell);
            const bool isNext = std::ranges::any_of(
                around, [&](CellIndex beside) { return beside == noCell || depth[beside] == level - 1; });
            if (isNext) depth[cell] = level;
        }
    }
    return depth;
}

std::vector<double> reliefCosts(const Territory& territory, const std::vector<std::size_t>& depth,
                                std::uint64_t seed) {
    const FractalNoise relief(mixBits(seed, 0x41e7), valleyWave_m, valleyOctaves);
    std::vector<double> costs(depth.size(), -1);
    for (CellIndex cell = 0; cell < depth.size(); ++cell) {
        if (depth[cell] == 0) continue;
        costs[cell] = flatCost + ridgeCost * std::abs(relief.at(territory.lattice().centre(cell)));
        if (depth[cell] <= borderCost.size()) costs[cell] += borderCost[depth[cell] - 1];
    }
    return costs;
}

class Router {
  public:
    Router(const Territory& territory, std::uint64_t seed)
        : m_lattice(territory.lattice()),
          m_depth(depths(territory, borderCost.size() + 1)),
          m_paths(m_lattice, reliefCosts(territory, m_depth, seed)) {}

    /// The nearest cell so deep in the province; noCell when there is none within reach.
    CellIndex cellNear(geo::Coordinate position, std::size_t depth) const {
        CellIndex nearest = noCell;
        double least_m = farthestWaypoint_m;
        for (CellIndex cell = 0; cell < m_depth.size(); ++cell) {
            if (m_depth[cell] < depth) continue;
            const double away_m = distance_m(m_lattice.centre(cell), position);
            if (away_m >= least_m) continue;
            nearest = cell;
            least_m = away_m;
        }
        return nearest;
    }

    std::vector<CellIndex> pass(const std::vector<geo::Coordinate>& waypoints) const {
        std::vector<CellIndex> cells;
        for (std::size_t i = 0; i < waypoints.size(); ++i) {
            const bool isEnd = i == 0 || i + 1 == waypoints.size();
            const CellIndex next = cellNear(waypoints[i], isEnd ? 1 : bankDepth);
            if (next == noCell) continue;
            const auto leg = cells.empty() ? std::vector{next} : m_paths.way(cells.back(), next);
            cells.insert(cells.end(), leg.begin() + (cells.empty() || leg.empty() ? 0 : 1), leg.end());
        }
        return withoutHairpins(cells);
    }

    /// Leads a course that ends short of another on to the nearest place of it that may be a mouth.
    void extendTo(std::vector<CellIndex>& cells, const std::vector<CellIndex>& main) const {
        CellIndex nearest = noCell;
        double least_m = std::numeric_limits<double>::infinity();
        for (std::size_t place = cellsBelowMouth; place + cellsBelowMouth < main.size(); ++place) {
            const double away_m = distance_m(m_lattice.centre(main[place]), m_lattice.centre(cells.back()));
            if (away_m >= least_m) continue;
            nearest = main[place];
            least_m = away_m;
        }
        if (nearest == noCell) return;
        const auto leg = m_paths.way(cells.back(), nearest);
        cells.insert(cells.end(), leg.begin() + 1, leg.end());
        cells = withoutHairpins(cells);
    }

    bool areNeighbours(CellIndex a, CellIndex b) const {
        const auto around = m_lattice.neighbours(a);
        return a == b || std::ranges::find(around, b) != around.end();
    }

  private:
    /// Where a course comes back beside itself, the water takes the short cut.
    std::vector<CellIndex> withoutHairpins(const std::vector<CellIndex>& cells) const {
        std::vector<CellIndex> kept;
        for (std::size_t i = 0; i < cells.size();) {
            kept.push_back(cells[i]);
            std::size_t next = i + 1;
            for (std::size_t j = i + 2; j < std::min(cells.size(), i + longestHairpin); ++j) {
                if (areNeighbours(cells[i], cells[j])) next = cells[i] == cells[j] ? j + 1 : j;
            }
            i = next;
        }
        return kept;
    }

    const Lattice& m_lattice;
    std::vector<std::size_t> m_depth;
    CellPaths m_paths;
};

struct Meeting {
    std::size_t place;
    std::size_t placeOnMain;
};

/// Where a course first stands beside another, far enough from that one's ends.
std::optional<Meeting> firstMeeting(const Router& router, const std::vector<CellIndex>& cells,
                                    const std::vector<CellIndex>& main) {
    for (std::size_t place = 0; place < cells.size(); ++place) {
        for (std::size_t other = cellsBelowMouth; other + cellsBelowMouth < main.size(); ++other) {
            if (router.areNeighbours(cells[place], main[other])) return Meeting{place, other};
        }
    }
    return std::nullopt;
}

std::vector<std::vector<geo::Coordinate>> waypointsOnPlane(const ThemeFacts& themes, const PackFacts& facts) {
    const geo::Transform toPlane(geo::Crs::fromText("EPSG:4326"), facts.crs);
    std::vector<std::vector<geo::Coordinate>> lists;
    for (const RiverFact& river : themes.rivers) {
        lists.push_back(river.waypointsLonLat);
        toPlane.apply(std::span(lists.back()));
    }
    return lists;
}

/// The earlier river with a waypoint nearest to a mouth, if one is near enough.
std::optional<std::size_t> mainStemOf(std::size_t river,
                                      const std::vector<std::vector<geo::Coordinate>>& waypoints) {
    std::optional<std::size_t> main;
    double least_m = mouthReach_m;
    for (std::size_t other = 0; other < river; ++other) {
        const auto& points = waypoints[other];
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            for (int tenth = 0; tenth <= 10; ++tenth) {
                const double along = tenth / 10.0;
                const geo::Coordinate on{points[i].x + along * (points[i + 1].x - points[i].x),
                                         points[i].y + along * (points[i + 1].y - points[i].y)};
                const double away_m = distance_m(on, waypoints[river].back());
                if (away_m >= least_m) continue;
                least_m = away_m;
                main = other;
            }
        }
    }
    return main;
}

void joinMainStem(const Router& router, std::vector<RiverCourse>& courses, RiverCourse& course,
                  std::size_t main) {
    const auto& mainCells = courses[main].cells;
    if (!firstMeeting(router, course.cells, mainCells)) router.extendTo(course.cells, mainCells);
    const auto meeting = firstMeeting(router, course.cells, mainCells);
    if (!meeting) return;
    course.joins = main;
    course.joinsAt = meeting->placeOnMain;
    course.cells.resize(meeting->place + 1);
    const CellIndex mouth = mainCells[meeting->placeOnMain];
    if (course.cells.back() != mouth) course.cells.push_back(mouth);
}

}  // namespace

std::vector<RiverCourse> routeRivers(const ThemeFacts& themes, const PackFacts& facts,
                                     const Territory& territory, std::uint64_t seed) {
    const Router router(territory, seed);
    const auto waypoints = waypointsOnPlane(themes, facts);
    std::vector<RiverCourse> courses;
    for (std::size_t river = 0; river < themes.rivers.size(); ++river) {
        RiverCourse course{themes.rivers[river].name, router.pass(waypoints[river]), std::nullopt, 0};
        if (const auto main = mainStemOf(river, waypoints)) joinMainStem(router, courses, course, *main);
        courses.push_back(std::move(course));
    }
    return courses;
}

}  // namespace sample
