// SPDX-License-Identifier: Apache-2.0
// The grid of a map: ticks and figures on its frame, crosses or lines within.
#pragma once

#include <span>
#include <vector>

#include "styles/map/map_place.hpp"
#include "styles/map/map_sheet.hpp"
#include "styles/map/sketch.hpp"

namespace styles {

/// Kept free around the frame for figures, in units of the page; 0 without a grid.
double gridMargin(const MapSheet& sheet);

struct FrameGrid {
    /// Thin, within the frame.
    PathsPx marks;
    /// From the frame inwards.
    PathsPx ticks;
    /// Outside the frame, from the corner of the page.
    Sketch figures;
};

/// Figures stand along the frame, those at the sides turned upwards; where one would reach beyond its side
/// or another, it is left out. Marks keep clear of the boxes given.
FrameGrid gridOn(const MapSheet& sheet, const MapPlace& place, const TextMeasure& measure,
                 std::span<const RectPx> taken);

void drawGrid(const FrameGrid& grid, double unit, Canvas& canvas);

}  // namespace styles
