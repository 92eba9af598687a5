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

/// How many units lie in each class of the theme, and how many have no figure.
struct ClassCounts {
    std::vector<int> inClass;
    int withoutData = 0;
};
ClassCounts countClasses(const MapSheet& sheet);

Sketch titleBlock(const MapText& text, const TextMeasure& measure, Room room);

/// The width at which no label of the legend breaks.
double legendWidth(const MapSheet& sheet, const TextMeasure& measure, double unit);
/// One row a class, one for units without a figure where there are any, the meaning of the mark.
Sketch legendBlock(const MapSheet& sheet, const TextMeasure& measure, Room room);

/// The large figure and the notes; nothing when there are none.
Sketch asideBlock(const MapText& text, const TextMeasure& measure, Room room);

Sketch footerBlock(const MapText& text, const TextMeasure& measure, Room room);

}  // namespace styles
