// SPDX-License-Identifier: Apache-2.0
// Rings that cross: telling them from those that do not, and what they enclose by the even-odd rule.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/topology/boundary_edge.hpp"
#include "geo/topology/slabs.hpp"

namespace geo {

/// Keeps its memory from plot to plot; one for each thread.
class EvenOdd {
  public:
    enum class Rings : std::uint8_t { Apart, Crossing, Misplaced };

    /// Apart: the signs of the edges say what the even-odd rule says. Misplaced: no edges cross, yet a ring
    /// lies where it should not.
    Rings judge(std::span<const BoundaryEdge> edges);

    /// The edges of what is enclosed by the even-odd rule, whatever signs come in.
    std::span<const BoundaryEdge> enclosed(std::span<const BoundaryEdge> edges);

  private:
    Slabs m_slabs;
    std::vector<BoundaryEdge> m_enclosed;
    /// By edge: one past its last part in m_enclosed.
    std::vector<std::size_t> m_lastPart;
};

}  // namespace geo
