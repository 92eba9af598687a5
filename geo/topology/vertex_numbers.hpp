// SPDX-License-Identifier: Apache-2.0
// Numbers for coordinates: the same bits, the same number.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/shape/coordinate.hpp"

namespace geo {

/// Numbers count up from 0 in the order coordinates are first met.
class VertexNumbers {
  public:
    static constexpr std::uint32_t unknown = 0xFFFFFFFF;

    std::uint32_t numberOf(Coordinate position);
    /// unknown when it has none.
    std::uint32_t find(Coordinate position) const;
    std::span<const Coordinate> positions() const { return m_positions; }

  private:
    std::size_t slotOf(Coordinate position) const;
    void grow();

    std::vector<Coordinate> m_positions;
    std::vector<std::uint32_t> m_slots = std::vector<std::uint32_t>(64, unknown);
};

}  // namespace geo
