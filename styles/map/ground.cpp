// SPDX-License-Identifier: Apache-2.0
// Fills first, then borders where they meet.
#include "styles/map/ground.hpp"

#include <utility>

#include "styles/map/screen_paths.hpp"
#include "styles/map/unit_look.hpp"

namespace styles {
namespace {

constexpr double labelRowStep = 2;

/// The anchor a unit asks for, or the widest place of what the frame shows of it.
PointPx anchorOf(const MapUnit& mapUnit, const RowSpans& spans, const MapPlace& place) {
    const PointPx asked = place.view.toPicture(mapUnit.labelAt);
    return place.frame.contains(asked) ? asked : spans.widestPlace();
}

/// A little more than the frame shows: a border that runs along it is seen, too.
RectPx seenFrom(const MapPlace& place) { return place.frame.grownBy(place.unit); }

void strokeLines(const PathsPx& lines, const LineLook& look, double unit, Canvas& canvas) {
    if (!lines.empty()) canvas.stroke(lines, {look.colour, look.width * unit});
}

LineLook edgeOfNoData(const Theme& theme) { return {theme.noData.line.colour, theme.border.width + 1}; }

void fillUnit(const ScreenUnit& screenUnit, const MapSheet& sheet, const MapPlace& place, Canvas& canvas) {
    const UnitLook look = lookOf(*screenUnit.unit, sheet.theme);
    canvas.fill(screenUnit.rings, look.ground);
    const PatternStrokes pattern = patternIn(screenUnit.rings, look, sheet.theme.noData, place.unit);
    if (!pattern.lines.empty()) canvas.stroke(pattern.lines, pattern.pen);
    // Two of them side by side would run into one under a border of their own colour.
    if (isOfNoFigure(look.pattern))
        strokeLines(screenUnit.rings, edgeOfNoData(sheet.theme), place.unit, canvas);
}

}  // namespace

std::vector<ScreenUnit> unitsInView(const MapSheet& sheet, const MapPlace& place) {
    const auto mosaic = mosaicOf(sheet);
    const auto& shapes = mosaic->levelFor(place.view.metresPerPixel()).shapes;
    const geo::Extent seen = place.view.toPlane(seenFrom(place));
    std::vector<ScreenUnit> units;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        if (!seen.intersects(shapes[i].extent())) continue;
        PathsPx rings = ringsOnScreen(shapes[i], place.view, place.frame);
        if (rings.empty()) continue;
        const MapUnit& mapUnit = sheet.units[i];
        RowSpans spans(rings, labelRowStep * place.unit);
        const PointPx anchor = anchorOf(mapUnit, spans, place);
        const UnitLook look = lookOf(mapUnit, sheet.theme);
        units.push_back({&mapUnit, std::move(rings), std::move(spans), anchor, look.ground});
    }
    return units;
}

void fillUnits(std::span<const ScreenUnit> units, const MapSheet& sheet, const MapPlace& place,
               Canvas& canvas) {
    for (const ScreenUnit& screenUnit : units) fillUnit(screenUnit, sheet, place, canvas);
}

void coverFaded(std::span<const ScreenUnit> units, const MapSheet& sheet, const MapPlace& place,
                Canvas& canvas) {
    if (!sheet.theme.plots || sheet.plots.count == 0) return;
    for (const ScreenUnit& screenUnit : units)
        if (screenUnit.unit->isFaded) fillUnit(screenUnit, sheet, place, canvas);
}

void drawBorders(const MapSheet& sheet, const MapPlace& place, Canvas& canvas) {
    const auto mosaic = mosaicOf(sheet);
    const auto& level = mosaic->levelFor(place.view.metresPerPixel());
    const MosaicBorders borders = bordersOnScreen(level.borders, place.view, place.frame);
    const Theme& theme = sheet.theme;
    strokeLines(borders.inner, theme.border, place.unit, canvas);
    strokeLines(borders.outer, sheet.outlines.empty() ? theme.outline : theme.border, place.unit, canvas);
    for (const geo::Geometry& outline : sheet.outlines)
        strokeLines(linesOnScreen(outline, place.view, place.frame), theme.outline, place.unit, canvas);
}

}  // namespace styles
