// SPDX-License-Identifier: Apache-2.0
// The legend: a swatch, a label and a count a class.
#include <string>

#include "styles/map/furniture.hpp"
#include "styles/map/palette.hpp"
#include "styles/map/scanline.hpp"
#include "styles/map/words.hpp"

namespace styles {
namespace {

constexpr double swatchWidth = 26;
constexpr double swatchHeight = 15;
constexpr double labelLeft = 36;
constexpr double rowGap = 6;
constexpr double columnGap = 14;
constexpr double markSize = 8;

struct LegendRow {
    std::string label;
    int count = 0;
    Colour colour;
    bool hatched = false;
    bool marked = false;
};

TextStyle labelStyle(double unit) { return {13 * unit, Weight::Regular, palette::ink, std::nullopt}; }
TextStyle countStyle(double unit) { return {12 * unit, Weight::Regular, palette::quiet, std::nullopt}; }
TextStyle titleStyle(double unit) { return {12.5 * unit, Weight::SemiBold, palette::ink, std::nullopt}; }
TextStyle referenceStyle(double unit) {
    return {11.5 * unit, Weight::Regular, palette::accent, std::nullopt};
}

std::vector<LegendRow> rowsOf(const MapSheet& sheet) {
    const ClassCounts counts = countClasses(sheet);
    const Theme& theme = sheet.theme;
    const auto markedClass = sheet.referenceMark ? theme.breaks.classOf(*sheet.referenceMark) : std::nullopt;
    std::vector<LegendRow> rows;
    for (std::size_t i = 0; i < theme.breaks.count(); ++i) {
        rows.push_back(
            {sheet.text.classLabels[i], counts.inClass[i], theme.ramp[i], false, markedClass == i});
    }
    if (counts.withoutData == 0) return rows;
    rows.push_back({sheet.text.noDataLabel, counts.withoutData, theme.noData.background, true, false});
    return rows;
}

std::string countText(const LegendRow& row, const MapText& text) {
    const std::string number = std::to_string(row.count);
    return text.countSuffix.empty() ? number : number + " " + text.countSuffix;
}

void addSwatch(Sketch& sketch, const LegendRow& row, const RectPx& rect, const HatchLook& hatch,
               double unit) {
    sketch.fill(rect, row.colour);
    if (row.hatched) {
        sketch.stroke(hatchLines({rect.ring()}, hatch.spacing * unit),
                      {hatch.line.colour, hatch.line.width * unit});
    }
    sketch.stroke({rect.ring()}, {palette::hairline, 0.8 * unit});
}

/// Adds a row below a height and returns the height below it.
double addRow(Sketch& sketch, const LegendRow& row, double top, const MapSheet& sheet, Room room) {
    const double unit = room.unit;
    const std::string count = countText(row, sheet.text);
    const TextExtent countExtent = sketch.measure().measure(count, countStyle(unit));
    const TextExtent labelExtent = sketch.measure().measure(row.label, labelStyle(unit));
    const double countLeft = room.width - countExtent.width;
    const double markRoom = row.marked ? (markSize + 6) * unit : 0;
    const double labelWidth = std::max(40 * unit, countLeft - (columnGap + labelLeft) * unit - markRoom);
    const double baseline = top + labelExtent.ascent;
    const double middle = top + (labelExtent.ascent + labelExtent.descent) / 2;
    addSwatch(sketch, row,
              {0, middle - swatchHeight * unit / 2, swatchWidth * unit, middle + swatchHeight * unit / 2},
              sheet.theme.noData, unit);
    const double below = sketch.paragraph(
        row.label, {labelLeft * unit, top, labelLeft * unit + labelWidth, 0}, labelStyle(unit));
    sketch.text(count, {countLeft, baseline}, countStyle(unit));
    if (row.marked) {
        const double end = labelLeft * unit + std::min(labelExtent.width, labelWidth);
        sketch.symbol({end + (6 + markSize / 2) * unit, middle},
                      {Symbol::MarkLeft, markSize * unit, palette::accent});
    }
    return std::max(below, top + swatchHeight * unit) + rowGap * unit;
}

void addReference(Sketch& sketch, const MapSheet& sheet, double top, Room room) {
    if (!sheet.referenceMark || sheet.text.referenceLabel.empty()) return;
    const double unit = room.unit;
    const TextStyle style = referenceStyle(unit);
    const TextExtent extent = sketch.measure().measure(sheet.text.referenceLabel, style);
    const double middle = top + (extent.ascent + extent.descent) / 2;
    sketch.symbol({(swatchWidth - markSize / 2) * unit, middle},
                  {Symbol::MarkLeft, markSize * unit, palette::accent});
    sketch.paragraph(sheet.text.referenceLabel, {labelLeft * unit, top, room.width, 0}, style);
}

}  // namespace

ClassCounts countClasses(const MapSheet& sheet) {
    ClassCounts counts;
    counts.inClass.resize(sheet.theme.breaks.count());
    for (const MapUnit& mapUnit : sheet.units) {
        const auto classIndex = mapUnit.value ? sheet.theme.breaks.classOf(*mapUnit.value) : std::nullopt;
        if (classIndex) ++counts.inClass[*classIndex];
        if (!classIndex) ++counts.withoutData;
    }
    return counts;
}

double legendWidth(const MapSheet& sheet, const TextMeasure& measure, double unit) {
    double widest = measure.measure(sheet.text.legendTitle, titleStyle(unit)).width;
    for (const LegendRow& row : rowsOf(sheet)) {
        const double markRoom = row.marked ? (markSize + 6) * unit : 0;
        widest = std::max(widest, (labelLeft + columnGap) * unit + markRoom +
                                      measure.measure(row.label, labelStyle(unit)).width +
                                      measure.measure(countText(row, sheet.text), countStyle(unit)).width);
    }
    // A hair more, so that rounding never breaks the widest label.
    return widest + unit;
}

Sketch legendBlock(const MapSheet& sheet, const TextMeasure& measure, Room room) {
    Sketch block(measure);
    const double unit = room.unit;
    double top = 0;
    if (!sheet.text.legendTitle.empty()) {
        top = block.paragraph(sheet.text.legendTitle, {0, 0, room.width, 0}, titleStyle(unit)) + 7 * unit;
    }
    for (const LegendRow& row : rowsOf(sheet)) top = addRow(block, row, top, sheet, room);
    addReference(block, sheet, top + 2 * unit, room);
    return block;
}

}  // namespace styles
