// SPDX-License-Identifier: Apache-2.0
// Courses smoothed, cut and linked; cells given to the course they reach first.
#include "sample-data/generator/waters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sample-data/generator/cell_paths.hpp"
#include "sample-data/generator/noise.hpp"
#include "sample-data/generator/random.hpp"

namespace sample {
namespace {

constexpr double longestReach_m = 30'000;
constexpr double leastStretch_m = 36'000;
constexpr int roundings = 3;
constexpr double bendWave_m = 2'600;
constexpr double bendReach_m = 420;
constexpr double divideWave_m = 11'000;
constexpr int divideOctaves = 4;
constexpr double flatCost = 0.25;
constexpr double ridgeCost = 3;

double distance_m(geo::Coordinate a, geo::Coordinate b) { return std::hypot(a.x - b.x, a.y - b.y); }

double squareToSegment(geo::Coordinate position, geo::Coordinate a, geo::Coordinate b) {
    const double alongX = b.x - a.x;
    const double alongY = b.y - a.y;
    const double length = alongX * alongX + alongY * alongY;
    const double along =
        length > 0 ? ((position.x - a.x) * alongX + (position.y - a.y) * alongY) / length : 0;
    const double held = std::clamp(along, 0.0, 1.0);
    const double dx = position.x - (a.x + held * alongX);
    const double dy = position.y - (a.y + held * alongY);
    return dx * dx + dy * dy;
}

/// Corner cutting (Chaikin); the ends stay.
std::vector<geo::Coordinate> rounded(std::vector<geo::Coordinate> line) {
    for (int i = 0; i < roundings; ++i) {
        std::vector<geo::Coordinate> finer{line.front()};
        for (std::size_t k = 0; k + 1 < line.size(); ++k) {
            const geo::Coordinate a = line[k];
            const geo::Coordinate b = line[k + 1];
            if (k > 0) finer.push_back({0.75 * a.x + 0.25 * b.x, 0.75 * a.y + 0.25 * b.y});
            if (k + 2 < line.size()) finer.push_back({0.25 * a.x + 0.75 * b.x, 0.25 * a.y + 0.75 * b.y});
        }
        finer.push_back(line.back());
        line = std::move(finer);
    }
    return line;
}

/// Where the water runs in each cell: beside its centre, as bends have it, but never out of the province.
class Bends {
  public:
    Bends(const Territory& territory, std::uint64_t seed)
        : m_territory(territory), m_warp(mixBits(seed, 0xbe4d), bendWave_m, bendReach_m) {}

    geo::Coordinate at(CellIndex cell) const {
        const Lattice& lattice = m_territory.lattice();
        const geo::Coordinate bent = m_warp.apply(lattice.centre(cell));
        const CellIndex under = lattice.nearestCell(bent);
        const auto isIn = [&](CellIndex other) {
            return other != noCell && m_territory.partOfCell()[other] != noLabel;
        };
        const bool isSafe = isIn(under) && std::ranges::all_of(lattice.neighbours(under), isIn);
        return isSafe ? bent : lattice.centre(cell);
    }

  private:
    const Territory& m_territory;
    Warp m_warp;
};

/// Through every third cell between two places of a course.
geo::Geometry lineBetween(const Bends& bends, const std::vector<CellIndex>& cells, std::size_t begin,
                          std::size_t end) {
    std::vector<geo::Coordinate> line{bends.at(cells[begin])};
    for (std::size_t place = begin + 3; place + 2 < end; place += 3) line.push_back(bends.at(cells[place]));
    line.push_back(bends.at(cells[end]));
    return geo::Geometry::lineString(rounded(std::move(line)));
}

/// Millimetres, as surveys keep them.
void roundToMillimetres(geo::Geometry& line) {
    for (geo::Coordinate& at : line.mutableCoordinates()) {
        at = {std::round(at.x * 1000) / 1000, std::round(at.y * 1000) / 1000};
    }
}

std::string basinName(const std::string& river, std::size_t stretch, std::size_t stretches) {
    std::string name = "Lưu vực " + river;
    if (river.starts_with("Sông ")) name = "Lưu vực sông" + river.substr(std::string("Sông").size());
    if (stretches == 1) return name;
    if (stretch == 0) return name + " – thượng lưu";
    if (stretch + 1 == stretches) return name + " – hạ lưu";
    return stretches == 3 ? name + " – trung lưu" : fmt::format("{} – đoạn {}", name, stretch + 1);
}

std::vector<double> divideCosts(const Territory& territory, std::uint64_t seed) {
    const FractalNoise relief(mixBits(seed, 0xd171de), divideWave_m, divideOctaves);
    std::vector<double> costs(territory.partOfCell().size(), -1);
    for (CellIndex cell = 0; cell < costs.size(); ++cell) {
        if (territory.partOfCell()[cell] == noLabel) continue;
        costs[cell] = flatCost + ridgeCost * std::abs(relief.at(territory.lattice().centre(cell)));
    }
    return costs;
}

}  // namespace

std::vector<Waters::Cut> Waters::cutsOf(const std::vector<RiverCourse>& courses, std::size_t river,
                                        const Lattice& lattice) {
    const double step_m = distance_m(lattice.centre(0), lattice.centre(1));
    const auto& cells = courses[river].cells;
    std::vector<std::size_t> mouths;
    for (const RiverCourse& other : courses) {
        if (other.joins == river) mouths.push_back(other.joinsAt);
    }
    std::ranges::sort(mouths);
    mouths.push_back(cells.size() - 1);
    std::vector<Cut> cuts;
    const auto leastCells = static_cast<std::size_t>(leastStretch_m / step_m);
    const auto mostCells = static_cast<std::size_t>(longestReach_m / step_m);
    std::size_t begin = 0;
    std::size_t basinBegin = 0;
    for (const std::size_t mouth : mouths) {
        const std::size_t pieces = (mouth - begin) / mostCells + 1;
        for (std::size_t piece = 1; piece < pieces; ++piece) {
            cuts.push_back({begin + (mouth - begin) * piece / pieces, false});
        }
        const bool divides = mouth - basinBegin >= leastCells && cells.size() - mouth >= leastCells;
        if (mouth > begin && mouth + 1 < cells.size()) cuts.push_back({mouth, divides});
        if (divides) basinBegin = mouth;
        begin = mouth;
    }
    return cuts;
}

void Waters::addRiver(const std::vector<RiverCourse>& courses, std::size_t river, const Territory& territory,
                      std::uint64_t seed) {
    const RiverCourse& course = courses[river];
    const Bends bends(territory, seed);
    std::vector<Cut> cuts = cutsOf(courses, river, territory.lattice());
    const auto stretches = static_cast<std::size_t>(1 + std::ranges::count(cuts, true, &Cut::dividesBasins));
    cuts.push_back({course.cells.size() - 1, false});
    m_firstReach.push_back(m_reaches.size());
    std::vector<Label> basins(course.cells.size(), noLabel);
    std::size_t begin = 0;
    std::size_t stretch = 0;
    const auto addBasin = [&] {
        m_basins.push_back(
            {fmt::format("LV{:02}", m_basins.size() + 1), basinName(course.name, stretch++, stretches)});
    };
    addBasin();
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        Reach reach{fmt::format("S{}-{:02}", river + 1, i + 1), course.name,
                    lineBetween(bends, course.cells, begin, cuts[i].place), m_basins.size() - 1,
                    std::nullopt};
        roundToMillimetres(reach.line);
        if (i + 1 < cuts.size()) reach.downstream = m_reaches.size() + 1;
        m_reaches.push_back(std::move(reach));
        m_beginsAt.push_back(course.cells[begin]);
        std::fill(basins.begin() + static_cast<std::ptrdiff_t>(begin),
                  basins.begin() + static_cast<std::ptrdiff_t>(cuts[i].place) + 1,
                  static_cast<Label>(m_basins.size() - 1));
        if (cuts[i].dividesBasins) addBasin();
        begin = cuts[i].place;
    }
    if (course.joins) basins.back() = noLabel;  // the mouth belongs to the main stem
    m_basinsAlong.push_back(std::move(basins));
}

void Waters::linkReaches(const std::vector<RiverCourse>& courses) {
    for (std::size_t river = 0; river < courses.size(); ++river) {
        if (!courses[river].joins) continue;
        const std::size_t last =
            (river + 1 < courses.size() ? m_firstReach[river + 1] : m_reaches.size()) - 1;
        const auto below = std::ranges::find(m_beginsAt, courses[river].cells.back());
        if (below != m_beginsAt.end())
            m_reaches[last].downstream = static_cast<std::size_t>(below - m_beginsAt.begin());
    }
}

Waters Waters::make(const ThemeFacts& themes, const PackFacts& facts, const Territory& territory,
                    std::uint64_t seed) {
    const auto courses = routeRivers(themes, facts, territory, seed);
    Waters waters;
    std::vector<CellPaths::LabelledCell> starts;
    for (std::size_t river = 0; river < courses.size(); ++river) {
        waters.addRiver(courses, river, territory, seed);
        for (std::size_t place = 0; place < courses[river].cells.size(); ++place) {
            const Label basin = waters.m_basinsAlong[river][place];
            if (basin != noLabel) starts.push_back({courses[river].cells[place], basin});
        }
    }
    waters.linkReaches(courses);
    waters.m_basinOfCell = CellPaths(territory.lattice(), divideCosts(territory, seed)).reachedFirst(starts);
    return waters;
}

NearReach Waters::nearest(geo::Coordinate position) const {
    NearReach near;
    for (std::size_t reach = 0; reach < m_reaches.size(); ++reach) {
        const auto line = m_reaches[reach].line.coordinates();
        double square = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            square = std::min(square, squareToSegment(position, line[i], line[i + 1]));
        }
        const double away_m = std::sqrt(square);
        if (away_m < near.distance_m) {
            near.nextDistance_m = near.distance_m;
            near.distance_m = away_m;
            near.reach = reach;
        } else {
            near.nextDistance_m = std::min(near.nextDistance_m, away_m);
        }
    }
    return near;
}

}  // namespace sample
