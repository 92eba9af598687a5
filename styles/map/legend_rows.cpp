// SPDX-License-Identifier: Apache-2.0
// Sets swatches, labels and counts.
#include "styles/map/legend_rows.hpp"

#include <cmath>

#include "styles/map/words.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

constexpr double swatchWidth = 26;
constexpr double swatchHeight = 15;
constexpr double labelLeft = 36;
constexpr double rowGap = 6;
constexpr double columnGap = 14;
constexpr double markSize = 8;
constexpr double longestLabel = 190;
constexpr int firstLargeCount = 1000;

TextStyle labelStyle(double unit) { return {13 * unit, Weight::Regular, palette::ink, std::nullopt}; }
TextStyle countStyle(double unit) { return {12 * unit, Weight::Regular, palette::quiet, std::nullopt}; }
TextStyle titleStyle(double unit) { return {12.5 * unit, Weight::SemiBold, palette::ink, std::nullopt}; }
TextStyle referenceStyle(double unit) {
    return {11.5 * unit, Weight::Regular, palette::accent, std::nullopt};
}

void addArea(Sketch& sketch, const UnitLook& look, const RectPx& rect, const HatchLook& noData, double unit) {
    sketch.fill(rect, look.ground);
    PatternStrokes pattern = patternIn({rect.ring()}, look, noData, unit);
    if (!pattern.lines.empty()) sketch.stroke(std::move(pattern.lines), pattern.pen);
    sketch.stroke({rect.ring()}, {palette::hairline, 0.8 * unit});
}

void addSwatch(Sketch& sketch, const Swatch& swatch, double middle, const HatchLook& noData, double unit) {
    const double half = swatchHeight * unit / 2;
    const double right = swatchWidth * unit;
    if (swatch.area) addArea(sketch, *swatch.area, {0, middle - half, right, middle + half}, noData, unit);
    if (swatch.line) sketch.stroke({{{2 * unit, middle}, {right - 2 * unit, middle}}}, *swatch.line);
    if (swatch.symbol) sketch.symbol({right / 2, middle}, *swatch.symbol);
}

double markRoom(const LegendRow& row, double unit) { return row.isMarked ? (markSize + 6) * unit : 0; }

}  // namespace

std::string countText(int count, const std::string& suffix, const MapSheet& sheet) {
    const bool isLarge = count >= firstLargeCount && sheet.formatAmount;
    const std::string number = isLarge ? sheet.formatAmount(count) : std::to_string(count);
    return suffix.empty() ? number : number + " " + suffix;
}

double rowWidth(const LegendRow& row, const TextMeasure& measure, double unit) {
    double label = 0;
    for (const std::string& line : wrapped(row.label, longestLabel * unit, labelStyle(unit), measure))
        label = std::max(label, measure.measure(line, labelStyle(unit)).width);
    return (labelLeft + columnGap) * unit + markRoom(row, unit) + label +
           measure.measure(row.count, countStyle(unit)).width;
}

double addLegendTitle(Sketch& sketch, const std::string& title, double top, Room room) {
    if (title.empty()) return top;
    return sketch.paragraph(title, {0, top, room.width, 0}, titleStyle(room.unit)) + 7 * room.unit;
}

double addLegendRow(Sketch& sketch, const LegendRow& row, double top, Room room, const HatchLook& noData) {
    const double unit = room.unit;
    const TextExtent countExtent = sketch.measure().measure(row.count, countStyle(unit));
    const TextExtent labelExtent = sketch.measure().measure(row.label, labelStyle(unit));
    const double countLeft = room.width - countExtent.width;
    const double labelWidth =
        std::max(40 * unit, countLeft - (columnGap + labelLeft) * unit - markRoom(row, unit));
    const double baseline = top + labelExtent.ascent;
    const double middle = top + (labelExtent.ascent + labelExtent.descent) / 2;
    addSwatch(sketch, row.swatch, middle, noData, unit);
    const double below = sketch.paragraph(
        row.label, {labelLeft * unit, top, labelLeft * unit + labelWidth, 0}, labelStyle(unit));
    sketch.text(row.count, {countLeft, baseline}, countStyle(unit));
    if (row.isMarked) {
        const double end = labelLeft * unit + std::min(labelExtent.width, labelWidth);
        sketch.symbol({end + (6 + markSize / 2) * unit, middle},
                      {Symbol::MarkLeft, markSize * unit, palette::accent});
    }
    return std::max(below, top + swatchHeight * unit) + rowGap * unit;
}

double addReference(Sketch& sketch, const std::string& label, double top, Room room) {
    const double unit = room.unit;
    const TextStyle style = referenceStyle(unit);
    const TextExtent extent = sketch.measure().measure(label, style);
    const double middle = top + (extent.ascent + extent.descent) / 2;
    sketch.symbol({(swatchWidth - markSize / 2) * unit, middle},
                  {Symbol::MarkLeft, markSize * unit, palette::accent});
    return sketch.paragraph(label, {labelLeft * unit, top, room.width, 0}, style);
}

}  // namespace styles
