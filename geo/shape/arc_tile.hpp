// SPDX-License-Identifier: Apache-2.0
// A part of a mosaic made ready for drawing at one scale.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/shape/coordinate.hpp"

namespace geo {

/// In whole steps from the origin of its tile.
struct GridPoint {
    std::int32_t x = 0;
    std::int32_t y = 0;
    bool operator==(const GridPoint&) const = default;
};

/// Borders of faces that are known by their class only. Tiles of one mosaic share origin and step, so that
/// what they have in common stands at the same place in each, and drawn one by one they add up to the whole.
struct ArcTile {
    /// Where no face of this tile lies.
    static constexpr std::uint16_t noClass = 0xFFFF;

    /// Left and right as seen from its first point on.
    struct Arc {
        std::uint16_t left = noClass;
        std::uint16_t right = noClass;
        /// Where its points end among all.
        std::uint32_t end = 0;
        bool operator==(const Arc&) const = default;
    };

    Coordinate origin;
    double step_m = 1;
    std::vector<Arc> arcs;
    std::vector<GridPoint> points;

    std::span<const GridPoint> path(std::size_t arc) const {
        const std::size_t begin = arc == 0 ? 0 : arcs[arc - 1].end;
        return std::span(points).subspan(begin, arcs[arc].end - begin);
    }
    bool operator==(const ArcTile&) const = default;
};

/// Independent of the machine.
std::vector<std::byte> toBytes(const ArcTile& tile);
/// Errors: BadData `shape.tile-damaged` for whatever toBytes() did not write.
ArcTile arcTileFrom(std::span<const std::byte> bytes);

}  // namespace geo
