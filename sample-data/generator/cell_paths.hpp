// SPDX-License-Identifier: Apache-2.0
// Cheapest ways from cell to cell, and the cells nearest to several starts.
#pragma once

#include <span>
#include <vector>

#include "sample-data/generator/lattice.hpp"
#include "sample-data/generator/mosaic.hpp"

namespace sample {

/// A lattice on which each cell has its cost of crossing; cells that cost less than nothing cannot be
/// entered.
class CellPaths {
  public:
    CellPaths(const Lattice& lattice, std::vector<double> costs)
        : m_lattice(lattice), m_costs(std::move(costs)) {}

    /// The cells from start to goal, both included; empty when there is no way.
    std::vector<CellIndex> way(CellIndex start, CellIndex goal) const;

    /// Every cell that can be entered gets the label of the start that reaches it first, so that the cells of
    /// a label hang together wherever its starts do.
    struct LabelledCell {
        CellIndex cell;
        Label label;
    };
    std::vector<Label> reachedFirst(std::span<const LabelledCell> starts) const;

  private:
    const Lattice& m_lattice;
    std::vector<double> m_costs;
};

}  // namespace sample
