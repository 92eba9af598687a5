// SPDX-License-Identifier: Apache-2.0
// A tile of a mosaic as often as it is drawn: in each band of pixels it lies in, in one picture after another.
#pragma once

#include <cstddef>
#include <vector>

#include "geo/shape/arc_tile.hpp"

namespace styles {

class ReadyTile {
  public:
    explicit ReadyTile(geo::ArcTile tile);

    /// In the tile's steps; upside down where there is no point.
    struct Box {
        geo::GridPoint low;
        geo::GridPoint high;
    };
    const geo::ArcTile& tile() const { return m_tile; }
    const Box& boxOf(std::size_t arc) const { return m_boxes[arc]; }
    /// Of all arcs.
    const Box& box() const { return m_box; }

  private:
    geo::ArcTile m_tile;
    std::vector<Box> m_boxes;
    Box m_box;
};

}  // namespace styles
