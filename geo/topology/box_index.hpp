// SPDX-License-Identifier: Apache-2.0
// Which of many boxes meet one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/shape/extent.hpp"

namespace geo {

/// A packed tree of boxes, sixteen to a box. Never changed once made: any number of threads may ask it.
class BoxIndex {
  public:
    /// Empty boxes are never found.
    explicit BoxIndex(std::span<const Extent> boxes);

    /// The places of all boxes that meet or touch the window, ascending.
    std::vector<std::uint32_t> meeting(const Extent& window) const;

  private:
    void collect(std::size_t level, std::size_t place, const Extent& window,
                 std::vector<std::uint32_t>& found) const;

    std::vector<std::uint32_t> m_places;
    /// The boxes in tree order, then those around sixteen of them each, up to the one around all.
    std::vector<std::vector<Extent>> m_levels;
};

/// The places of boxes in an order that keeps neighbours near each other; places alone never decide between
/// boxes that differ, so that the order they come in does not matter. Empty boxes are left out.
std::vector<std::uint32_t> placesByNeighbourhood(std::span<const Extent> boxes);

}  // namespace geo
