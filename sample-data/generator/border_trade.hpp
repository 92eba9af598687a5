// SPDX-License-Identifier: Apache-2.0
// Regions with too much area hand border cells to neighbours with too little.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "sample-data/generator/lattice.hpp"
#include "sample-data/generator/mosaic.hpp"

namespace sample {

/// Some cells of a lattice, numbered by their place among them, and who stands beside whom.
class CellPatch {
  public:
    static constexpr std::uint32_t none = 0xffffffff;

    CellPatch(const Lattice& lattice, std::span<const CellIndex> cells);

    std::size_t size() const { return m_neighbours.size(); }
    /// In the order of the sides; none where the patch ends.
    const std::array<std::uint32_t, 6>& neighbours(std::uint32_t place) const { return m_neighbours[place]; }
    std::uint32_t placeOf(CellIndex cell) const;

  private:
    std::vector<std::pair<CellIndex, std::uint32_t>> m_places;
    std::vector<std::array<std::uint32_t, 6>> m_neighbours;
};

/// Moves cells from region to region while that evens out the surpluses; regions stay in one piece, keep the
/// places in `fixed`, and close round no new hole.
void tradeAlongBorders(const CellPatch& patch, const std::vector<double>& areas_m2,
                       const std::vector<std::uint32_t>& fixed, std::vector<double> surplus_m2,
                       std::vector<Label>& labels);

}  // namespace sample
