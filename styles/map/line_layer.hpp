// SPDX-License-Identifier: Apache-2.0
// Rivers above the borders: as wide as what they carry, seamed so that they are seen on any ground.
#pragma once

#include <span>
#include <vector>

#include "styles/map/canvas.hpp"
#include "styles/map/map_place.hpp"
#include "styles/map/map_sheet.hpp"

namespace styles {

/// A line as the picture shows it.
struct ScreenLine {
    const MapLine* line = nullptr;
    PathsPx paths;
    double width = 1;
    Colour colour;
};

/// The largest amount of any line, 0 when there is none: what the widest line stands for.
double largestAmount(std::span<const MapLine> lines);

/// The lines in view, the smallest amount first, equal ones by code; none when the theme draws no lines.
std::vector<ScreenLine> linesInView(const MapSheet& sheet, const MapPlace& place);

/// Small boxes along a line, together as wide as it.
std::vector<RectPx> boxesAlong(const ScreenLine& line);

/// All seams first, so that where lines meet no seam cuts a line.
void drawLines(std::span<const ScreenLine> lines, const LinesLook& look, double unit, Canvas& canvas);

}  // namespace styles
