// SPDX-License-Identifier: Apache-2.0
// What stands around the map: title, legend, figure and notes, source.
#pragma once

#include <vector>

#include "styles/map/map_sheet.hpp"
#include "styles/map/sketch.hpp"

namespace styles {

/// How wide a piece of furniture may be, and the size of its parts: 1 in a picture 1280 wide.
struct Room {
    double width = 0;
    double unit = 1;
};

Sketch titleBlock(const MapText& text, const TextMeasure& measure, Room room);

/// The large figure, the table and the notes; nothing when there are none.
Sketch asideBlock(const MapText& text, const TextMeasure& measure, Room room);

Sketch footerBlock(const MapText& text, const TextMeasure& measure, Room room);

}  // namespace styles
