// SPDX-License-Identifier: Apache-2.0
// Plots that ignore every border, some of them drawn wrongly: the load the engine is measured on.
#pragma once

#include <cstdint>
#include <vector>

#include "sample-data/generator/plot.hpp"
#include "sample-data/generator/territory.hpp"

namespace sample {

/// A honeycomb of its own over the province, handed out row by row, so that memory does not grow with it.
/// Shapes: 49 coordinates, but for the few cells split in two to reach the count exactly.
class CrossingPlots {
  public:
    CrossingPlots(const Territory& territory, std::int64_t count, std::uint64_t seed);

    bool next(Plot& plot);
    std::int64_t selfCrossingCount() const { return m_selfCrossing; }

  private:
    static Lattice latticeFor(const Territory& territory, double plotArea_m2, std::uint64_t seed);
    bool isInProvince(CellIndex cell) const;
    std::int64_t countCells() const;
    void fit(std::int64_t count);
    void makePlots(CellIndex cell);
    Plot plotFrom(Ring ring);
    void number(Plot& plot);

    const Territory& m_territory;
    std::uint64_t m_seed;
    Lattice m_lattice;
    std::int64_t m_cellsInProvince = 0;
    std::int64_t m_cellsToSplit = 0;
    std::int64_t m_cellsDone = 0;
    std::int64_t m_plotsDone = 0;
    std::int64_t m_selfCrossing = 0;
    CellIndex m_nextCell = 0;
    std::vector<Plot> m_waiting;
    /// Plots numbered so far in each khoảnh.
    std::vector<int> m_numbers;
};

}  // namespace sample
