// SPDX-License-Identifier: Apache-2.0
// Sizes, orders and strokes lines.
#include "styles/map/line_layer.hpp"

#include <cmath>
#include <utility>

#include "styles/map/screen_paths.hpp"

namespace styles {
namespace {

RectPx boxAround(PointPx a, PointPx b) { return RectPx{a.x, a.y, a.x, a.y}.unitedWith({b.x, b.y, b.x, b.y}); }

}  // namespace

double largestAmount(std::span<const MapLine> lines) {
    double largest = 0;
    for (const MapLine& line : lines) {
        if (std::isfinite(line.amount)) largest = std::max(largest, line.amount);
    }
    return largest;
}

std::vector<ScreenLine> linesInView(const MapSheet& sheet, const MapPlace& place) {
    if (!sheet.theme.lines) return {};
    const LinesLook& look = *sheet.theme.lines;
    const double largest = largestAmount(sheet.lines);
    std::vector<ScreenLine> lines;
    for (const MapLine& line : sheet.lines) {
        if (!geo::hasFiniteCoordinates(line.shape)) continue;
        PathsPx paths = linesOnScreen(line.shape, place.view, place.frame);
        if (paths.empty()) continue;
        lines.push_back({&line, std::move(paths), look.width.widthOf(line.amount, largest) * place.unit,
                         look.colours.colourOf(look.colours.classOf(line.value))});
    }
    std::ranges::stable_sort(lines, {}, [](const ScreenLine& line) {
        return std::pair(line.width, std::string_view(line.line->code));
    });
    return lines;
}

std::vector<RectPx> boxesAlong(const ScreenLine& line) {
    constexpr double step_px = 8;
    std::vector<RectPx> boxes;
    for (const PathPx& path : line.paths) {
        for (std::size_t i = 0; i + 1 < path.size(); ++i) {
            const PointPx along{path[i + 1].x - path[i].x, path[i + 1].y - path[i].y};
            const double steps = std::max(1.0, std::ceil(std::hypot(along.x, along.y) / step_px));
            const auto at = [&](double step) {
                return path[i] + PointPx{along.x * step / steps, along.y * step / steps};
            };
            for (double step = 0; step < steps; ++step)
                boxes.push_back(boxAround(at(step), at(step + 1)).grownBy(line.width / 2));
        }
    }
    return boxes;
}

void drawLines(std::span<const ScreenLine> lines, const LinesLook& look, double unit, Canvas& canvas) {
    if (look.casing) {
        const double both = 2 * look.casing->width * unit;
        for (const ScreenLine& line : lines)
            canvas.stroke(line.paths, {look.casing->colour, line.width + both});
    }
    for (const ScreenLine& line : lines) canvas.stroke(line.paths, {line.colour, line.width});
}

}  // namespace styles
