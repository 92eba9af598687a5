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
bool isNearFrame(const geo::Geometry& shape, const MapPlace& place) {
    return place.view.toPlane(place.frame.grownBy(place.unit)).intersects(shape.extent());
}

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
    if (look.pattern == Pattern::NoData)
        strokeLines(screenUnit.rings, edgeOfNoData(sheet.theme), place.unit, canvas);
}

}  // namespace

std::vector<ScreenUnit> unitsInView(const MapSheet& sheet, const MapPlace& place) {
    std::vector<ScreenUnit> units;
    for (const MapUnit& mapUnit : sheet.units) {
        if (!isNearFrame(mapUnit.shape, place)) continue;
        PathsPx rings = ringsOnScreen(mapUnit.shape, place.view, place.frame);
        if (rings.empty()) continue;
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
    std::vector<const geo::Geometry*> shapes;
    // Of a border in view both units are near the frame: none is taken for one of a single unit.
    for (const MapUnit& mapUnit : sheet.units)
        if (isNearFrame(mapUnit.shape, place)) shapes.push_back(&mapUnit.shape);
    const MosaicBorders borders = bordersOnScreen(shapes, place.view, place.frame);
    const Theme& theme = sheet.theme;
    strokeLines(borders.inner, theme.border, place.unit, canvas);
    strokeLines(borders.outer, sheet.outlines.empty() ? theme.outline : theme.border, place.unit, canvas);
    for (const geo::Geometry& outline : sheet.outlines)
        strokeLines(linesOnScreen(outline, place.view, place.frame), theme.outline, place.unit, canvas);
}

}  // namespace styles
