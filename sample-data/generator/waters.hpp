// SPDX-License-Identifier: Apache-2.0
// Reaches of rivers and the sub-basins that drain to them.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "geo/shape/geometry.hpp"
#include "sample-data/generator/river_courses.hpp"

namespace sample {

struct Reach {
    std::string id;
    std::string river;
    /// Drawn downstream; its ends are exactly those of its neighbours.
    geo::Geometry line;
    std::size_t basin = 0;
    /// Nothing where the water leaves the province.
    std::optional<std::size_t> downstream;
};

struct SubBasin {
    std::string code;
    std::string name;
};

/// The reach nearest to a position, and how far the next nearest is.
struct NearReach {
    std::size_t reach = 0;
    double distance_m = std::numeric_limits<double>::infinity();
    double nextDistance_m = std::numeric_limits<double>::infinity();
};

class Waters {
  public:
    /// Reaches end at confluences, where sub-basins change, and after about 30 km. A river has one sub-basin,
    /// a long main stem one above and one below its greater tributaries; each is in one piece.
    static Waters make(const ThemeFacts& themes, const PackFacts& facts, const Territory& territory,
                       std::uint64_t seed);

    const std::vector<Reach>& reaches() const { return m_reaches; }
    const std::vector<SubBasin>& basins() const { return m_basins; }
    /// Place in basins() for every cell; noLabel outside the province.
    const std::vector<Label>& basinOfCell() const { return m_basinOfCell; }
    NearReach nearest(geo::Coordinate position) const;

  private:
    struct Cut {
        std::size_t place;
        bool dividesBasins;
    };
    void addRiver(const std::vector<RiverCourse>& courses, std::size_t river, const Territory& territory,
                  std::uint64_t seed);
    void linkReaches(const std::vector<RiverCourse>& courses);
    static std::vector<Cut> cutsOf(const std::vector<RiverCourse>& courses, std::size_t river,
                                   const Lattice& lattice);

    std::vector<Reach> m_reaches;
    std::vector<SubBasin> m_basins;
    std::vector<Label> m_basinOfCell;
    /// For each river its first reach and the sub-basin of every cell of its course.
    std::vector<std::size_t> m_firstReach;
    std::vector<std::vector<Label>> m_basinsAlong;
    /// The cell a reach begins at.
    std::vector<CellIndex> m_beginsAt;
};

}  // namespace sample
