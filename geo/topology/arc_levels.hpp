// SPDX-License-Identifier: Apache-2.0
// A coverage simplified for drawing, once for every scale.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/shape/arc_tile.hpp"
#include "geo/topology/coverage.hpp"

namespace geo {

/// Scales, each twice as coarse as the one before. Tiles of one mosaic go by one ladder.
struct LevelLadder {
    /// Of the grid their points stand on.
    Coordinate origin;
    /// The size of a pixel at the finest.
    double finest_m = 1;
    std::size_t levels = 1;
    /// So many of the finest keep borders within a class too, for plots are outlined there.
    std::size_t outlined = 1;
};

/// The arcs at every scale, finest first, own faces by their classes. A border moves by a fifth of a pixel at
/// most, and by the same in every tile it stands in (Douglas and Peucker, Cartographica 10(2), 1973).
std::vector<ArcTile> arcLevels(const Coverage& coverage, std::span<const std::uint16_t> ownClasses,
                               const LevelLadder& ladder);

}  // namespace geo
