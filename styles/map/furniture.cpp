// SPDX-License-Identifier: Apache-2.0
// Sets the words of a page.
#include "styles/map/furniture.hpp"

#include <algorithm>
#include <string>

#include "styles/map/words.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

TextStyle styleOf(double size, Weight weight, Colour colour) { return {size, weight, colour, std::nullopt}; }

void addRule(Sketch& sketch, double y, Room room) {
    sketch.stroke({{{0, y}, {room.width, y}}}, {palette::hairline, room.unit});
}

double addFigure(Sketch& sketch, const MapFigure& figure, double top, Room room) {
    if (figure.value.empty()) return top;
    const double unit = room.unit;
    top = sketch.paragraph(figure.title, {0, top, room.width, 0},
                           styleOf(12 * unit, Weight::SemiBold, palette::quiet));
    top = sketch.paragraph(figure.value, {0, top + 2 * unit, room.width, 0},
                           styleOf(27 * unit, Weight::Bold, palette::ink));
    return sketch.paragraph(figure.note, {0, top, room.width, 0},
                            styleOf(12 * unit, Weight::Regular, palette::accent));
}

/// A label on the left, its value against the right edge; a long label takes more lines.
double addTableRow(Sketch& sketch, const FigureRow& row, double top, Room room) {
    const double unit = room.unit;
    const TextStyle label = styleOf(11.5 * unit, Weight::Regular, palette::quiet);
    const TextStyle value = styleOf(11.5 * unit, Weight::SemiBold, palette::ink);
    const TextExtent extent = sketch.measure().measure(row.value, value);
    const double labelWidth = room.width - extent.width - 10 * unit;
    if (labelWidth < room.width / 3) {
        top = sketch.paragraph(row.label, {0, top, room.width, 0}, label);
        return sketch.paragraph(row.value, {0, top, room.width, 0}, value) + 3 * unit;
    }
    sketch.text(row.value, {room.width - extent.width, top + extent.ascent}, value);
    return sketch.paragraph(row.label, {0, top, labelWidth, 0}, label) + 3 * unit;
}

double addTable(Sketch& sketch, const std::vector<FigureRow>& table, double top, Room room) {
    if (table.empty()) return top;
    if (top > 0) top += 8 * room.unit;
    for (const FigureRow& row : table) {
        addRule(sketch, top, room);
        top = addTableRow(sketch, row, top + 3 * room.unit, room);
    }
    return top;
}

/// Two texts at the ends of one line, or one below the other where they would meet.
double addFooterLine(Sketch& block, const std::string& left, const std::string& right, double top, Room room) {
    const TextStyle style = styleOf(11 * room.unit, Weight::Regular, palette::quiet);
    const double leftWidth = block.measure().measure(left, style).width;
    const TextExtent extent = block.measure().measure(right, style);
    const double below = left.empty() ? top : block.paragraph(left, {0, top, room.width, 0}, style);
    if (right.empty()) return below;
    if (leftWidth + extent.width + 24 * room.unit > room.width)
        return block.paragraph(right, {0, below, room.width, 0}, style);
    block.text(right, {room.width - extent.width, top + extent.ascent}, style);
    return std::max(below, top + std::max(lineAdvance * style.size, extent.ascent + extent.descent));
}

}  // namespace

Sketch titleBlock(const MapText& text, const TextMeasure& measure, Room room) {
    Sketch block(measure);
    const double unit = room.unit;
    const double below =
        block.paragraph(text.title, {0, 0, room.width, 0}, styleOf(24 * unit, Weight::Bold, palette::ink));
    block.paragraph(text.subtitle, {0, below + unit, room.width, 0},
                    styleOf(13.5 * unit, Weight::Regular, palette::quiet));
    return block;
}

Sketch asideBlock(const MapText& text, const TextMeasure& measure, Room room) {
    Sketch block(measure);
    const double unit = room.unit;
    double top = addTable(block, text.table, addFigure(block, text.figure, 0, room), room);
    if (text.notes.empty()) return block;
    if (top > 0) {
        addRule(block, top + 12 * unit, room);
        top += 24 * unit;
    }
    for (const std::string& note : text.notes) {
        top = block.paragraph(note, {0, top, room.width, 0},
                              styleOf(11.5 * unit, Weight::Regular, palette::quiet));
        top += 5 * unit;
    }
    return block;
}

Sketch footerBlock(const MapText& text, const TextMeasure& measure, Room room) {
    Sketch block(measure);
    const bool isEmpty = text.sourceLine.empty() && text.statusLine.empty() && text.gridLine.empty() &&
                         text.pageLine.empty();
    if (isEmpty) return block;
    addRule(block, 0, room);
    const double below = addFooterLine(block, text.sourceLine, text.statusLine, 9 * room.unit, room);
    addFooterLine(block, text.gridLine, text.pageLine, below, room);
    return block;
}

}  // namespace styles
