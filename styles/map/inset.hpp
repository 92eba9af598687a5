// SPDX-License-Identifier: Apache-2.0
// A small overview that says where the page's map lies.
#pragma once

#include "styles/map/map_sheet.hpp"
#include "styles/map/sketch.hpp"

namespace styles {

/// How large an overview is in a column; nothing without one.
struct InsetSize {
    double width = 0;
    double height = 0;
};
InsetSize insetSize(const MapSheet& sheet, const TextMeasure& measure, double width, double unit);

/// The overview in its box: the ground, the unit the page is about, and a frame around what the map shows.
Sketch insetIn(const MapSheet& sheet, const RectPx& box, const geo::Extent& shown, const TextMeasure& measure,
               double unit);

}  // namespace styles
