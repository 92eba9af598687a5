// SPDX-License-Identifier: Apache-2.0
// Sites above everything but their names: small ones upon large ones.
#pragma once

#include <span>
#include <vector>

#include "styles/map/canvas.hpp"
#include "styles/map/map_place.hpp"
#include "styles/map/map_sheet.hpp"

namespace styles {

/// A point as the picture shows it.
struct ScreenPoint {
    const MapPoint* point = nullptr;
    PointPx centre;
    SymbolLook look;

    RectPx box() const { return RectPx{centre.x, centre.y, centre.x, centre.y}.grownBy(look.size * 0.56); }
};

/// The largest amount of any point, 0 when there is none: what the largest symbol stands for.
double largestAmount(std::span<const MapPoint> points);

/// A symbol for the map and for its legend, size in pixels. A point of a theme with classes whose value is
/// unknown is hollow, so is one that says so itself.
SymbolLook symbolOf(const PointsLook& look, std::optional<std::size_t> row, bool isHollow, double unit);

/// The points in view, the largest amount first, equal ones by code; none when the theme draws no points.
std::vector<ScreenPoint> pointsInView(const MapSheet& sheet, const MapPlace& place);

void drawPoints(std::span<const ScreenPoint> points, Canvas& canvas);

}  // namespace styles
