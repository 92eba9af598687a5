// SPDX-License-Identifier: Apache-2.0
// Sizes, orders and draws symbols.
#include "styles/map/point_layer.hpp"

#include <cmath>
#include <utility>

#include "styles/map/counts.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

constexpr double hollowOutline = 1.8;

}  // namespace

double largestAmount(std::span<const MapPoint> points) {
    double largest = 0;
    for (const MapPoint& point : points) {
        if (std::isfinite(point.amount)) largest = std::max(largest, point.amount);
    }
    return largest;
}

SymbolLook symbolOf(const PointsLook& look, std::optional<std::size_t> row, bool isHollow, double unit) {
    const DataColours& colours = look.colours;
    const Colour colour = colours.colourOf(row);
    const bool isUnknown = !row && colours.count() > 0;
    const Symbol symbol = row && !colours.categories.empty() ? colours.categories[*row].symbol : look.symbol;
    if (isHollow || isUnknown) return {symbol, 0, palette::paper, Pen{colour, hollowOutline * unit}};
    return {symbol, 0, colour, Pen{look.outline.colour, look.outline.width * unit}};
}

std::vector<ScreenPoint> pointsInView(const MapSheet& sheet, const MapPlace& place) {
    if (!sheet.theme.points) return {};
    const PointsLook& look = *sheet.theme.points;
    const double largest = largestAmount(sheet.points);
    std::vector<ScreenPoint> points;
    for (const MapPoint& point : sheet.points) {
        const PointPx centre = place.view.toPicture(point.at);
        if (!place.frame.contains(centre)) continue;
        SymbolLook symbol = symbolOf(look, rowOf(point, look), point.isHollow, place.unit);
        symbol.size = look.size.diameterOf(point.amount, largest) * place.unit;
        points.push_back({&point, centre, symbol});
    }
    std::ranges::stable_sort(points, [](const ScreenPoint& a, const ScreenPoint& b) {
        if (a.look.size != b.look.size) return a.look.size > b.look.size;
        return a.point->code < b.point->code;
    });
    return points;
}

void drawPoints(std::span<const ScreenPoint> points, Canvas& canvas) {
    for (const ScreenPoint& point : points) canvas.symbol(point.centre, point.look);
}

}  // namespace styles
