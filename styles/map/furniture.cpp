// SPDX-License-Identifier: Apache-2.0
// Sets the words of a page.
#include "styles/map/furniture.hpp"

#include <string>

#include "styles/map/palette.hpp"
#include "styles/map/words.hpp"

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
    double top = addFigure(block, text.figure, 0, room);
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
    const double unit = room.unit;
    const TextStyle style = styleOf(11 * unit, Weight::Regular, palette::quiet);
    if (text.sourceLine.empty() && text.statusLine.empty()) return block;
    addRule(block, 0, room);
    const double top = 9 * unit;
    const double sourceWidth = measure.measure(text.sourceLine, style).width;
    const TextExtent status = measure.measure(text.statusLine, style);
    const double below = block.paragraph(text.sourceLine, {0, top, room.width, 0}, style);
    const bool onOneLine = sourceWidth + status.width + 24 * unit <= room.width;
    if (onOneLine) block.text(text.statusLine, {room.width - status.width, top + status.ascent}, style);
    if (!onOneLine) block.paragraph(text.statusLine, {0, below, room.width, 0}, style);
    return block;
}

}  // namespace styles
