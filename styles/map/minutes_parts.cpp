// SPDX-License-Identifier: Apache-2.0
// Sets the words of minutes, sizes in points as office papers have them.
#include "styles/map/minutes_parts.hpp"

#include <algorithm>

#include "styles/map/words.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

constexpr double textSize = 9.5;
constexpr double smallSize = 8.5;
constexpr double gap = 6;
/// Labels take no more of the width than this.
constexpr double widestLabel = 0.3;
constexpr double markSize = 7.5;
constexpr double ruleAdvance = 19;
/// Between a signer's title and the end of the room for the name.
constexpr double signingHeight = 80;

TextStyle styleOf(double size, Weight weight, Colour colour, MinutesRoom room) {
    return {size * room.point, weight, colour, std::nullopt};
}

TextStyle plain(MinutesRoom room) { return styleOf(textSize, Weight::Regular, palette::ink, room); }
TextStyle quiet(MinutesRoom room) { return styleOf(textSize, Weight::Regular, palette::quiet, room); }
TextStyle strong(MinutesRoom room) { return styleOf(textSize, Weight::SemiBold, palette::ink, room); }

double advanceOf(const TextStyle& style, const TextMeasure& measure) {
    const TextExtent extent = measure.measure("X", style);
    return std::max(lineAdvance * style.size, extent.ascent + extent.descent);
}

/// Lines around the middle of a column, the first below a height; the height below the last.
double centred(Sketch& sketch, const std::string& words, const RectPx& column, const TextStyle& style) {
    double top = column.top;
    for (const std::string& line : wrapped(words, column.width(), style, sketch.measure())) {
        const TextExtent extent = sketch.measure().measure(line, style);
        sketch.text(line, {column.centre().x - extent.width / 2, top + extent.ascent}, style);
        top += advanceOf(style, sketch.measure());
    }
    return top;
}

/// A line of text on its own.
Sketch lineOf(const std::string& words, double left, const TextStyle& style, const TextMeasure& measure) {
    Sketch line(measure);
    line.text(words, {left, measure.measure(words, style).ascent}, style);
    line.growTo(0, advanceOf(style, measure));
    return line;
}

double labelColumn(const std::vector<FigureRow>& facts, const TextMeasure& measure, MinutesRoom room) {
    double widest = 0;
    for (const FigureRow& fact : facts) widest = std::max(widest, measure.measure(fact.label, quiet(room)).width);
    return std::min(widest, widestLabel * room.width) + 2 * gap * room.point;
}

/// Label and value side by side, as many lines as the longer of both.
void addFact(std::vector<Sketch>& lines, const FigureRow& fact, double left, double column, const TextMeasure& measure,
             MinutesRoom room) {
    const auto labels = wrapped(fact.label, column - 2 * gap * room.point, quiet(room), measure);
    const auto values = wrapped(fact.value, room.width - left - column, plain(room), measure);
    for (std::size_t i = 0; i < std::max(labels.size(), values.size()); ++i) {
        Sketch line = lineOf(i < labels.size() ? labels[i] : std::string(), left, quiet(room), measure);
        if (i < values.size()) line.include(lineOf(values[i], left + column, plain(room), measure), {0, 0});
        lines.push_back(std::move(line));
    }
}

/// Number, title, and at the end the verdict with its mark, above a rule.
std::vector<Sketch> entryHead(const MinutesEntry& entry, double indent, const TextMeasure& measure, MinutesRoom room) {
    const double verdictWidth = measure.measure(entry.verdict, strong(room)).width;
    const double markRoom = (markSize + gap) * room.point;
    const double titleWidth = room.width - indent - verdictWidth - markRoom - 2 * gap * room.point;
    auto titles = wrapped(entry.title, titleWidth, strong(room), measure);
    if (titles.empty()) titles.emplace_back();
    std::vector<Sketch> lines;
    for (const std::string& title : titles) {
        Sketch line(measure);
        line.include(lineOf(title, indent, strong(room), measure), {0, lines.empty() ? gap * room.point : 0});
        lines.push_back(std::move(line));
    }
    Sketch& first = lines.front();
    first.stroke({{{0, 0}, {room.width, 0}}}, {palette::hairline, 0.8 * room.point});
    first.include(lineOf(entry.number, 0, strong(room), measure), {0, gap * room.point});
    first.include(lineOf(entry.verdict, room.width - verdictWidth, strong(room), measure), {0, gap * room.point});
    const double middle = gap * room.point + advanceOf(strong(room), measure) / 2;
    SymbolLook mark = entry.mark;
    mark.size = markSize * room.point;
    first.symbol({room.width - verdictWidth - markRoom + mark.size / 2, middle}, mark);
    return lines;
}

}  // namespace

Sketch minutesHead(const MinutesText& text, const TextMeasure& measure, MinutesRoom room) {
    Sketch head(measure);
    const double half = room.width / 2;
    const auto column = [&](const std::vector<std::string>& words, double left) {
        double top = 0;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const TextStyle style = styleOf(10, i == 0 ? Weight::SemiBold : Weight::Medium, palette::ink, room);
            top = centred(head, words[i], {left, top, left + half - gap * room.point, 0}, style);
        }
        return top;
    };
    const double office = column(text.office, 0);
    const double heading = column(text.heading, half + gap * room.point);
    if (heading > 0) {
        const double middle = (half + gap * room.point + room.width) / 2;
        const double reach = 42 * room.point;
        const double below = heading + 2 * room.point;
        head.stroke({{{middle - reach, below}, {middle + reach, below}}}, {palette::ink, 0.7 * room.point});
    }
    head.growTo(0, std::max(office, heading + (heading > 0 ? 4 * room.point : 0)));
    return head;
}

Sketch minutesTitle(const MinutesText& text, const TextMeasure& measure, MinutesRoom room) {
    Sketch block(measure);
    const double below =
        centred(block, text.title, {0, 0, room.width, 0}, styleOf(15, Weight::Bold, palette::ink, room));
    centred(block, text.subtitle, {0, below + room.point, room.width, 0}, styleOf(10.5, Weight::Regular, palette::quiet, room));
    return block;
}

Sketch minutesSubhead(const std::string& words, const TextMeasure& measure, MinutesRoom room) {
    Sketch block(measure);
    block.paragraph(words, {0, 0, room.width, 0}, styleOf(11, Weight::SemiBold, palette::ink, room));
    return block;
}

std::vector<Sketch> factLines(const std::vector<FigureRow>& facts, const TextMeasure& measure, MinutesRoom room) {
    std::vector<Sketch> lines;
    const double column = labelColumn(facts, measure, room);
    for (const FigureRow& fact : facts) addFact(lines, fact, 0, column, measure, room);
    return lines;
}

std::vector<Sketch> entryLines(const MinutesEntry& entry, const TextMeasure& measure, MinutesRoom room) {
    const double indent = std::max(20 * room.point, measure.measure(entry.number, strong(room)).width + gap * room.point);
    std::vector<Sketch> lines = entryHead(entry, indent, measure, room);
    const double column = labelColumn(entry.facts, measure, room);
    for (const FigureRow& fact : entry.facts) addFact(lines, fact, indent, column, measure, room);
    return lines;
}

Sketch minutesLegend(const std::vector<MinutesMark>& legend, const TextMeasure& measure, MinutesRoom room) {
    Sketch block(measure);
    const TextStyle style = styleOf(smallSize, Weight::Regular, palette::ink, room);
    const double advance = 1.15 * advanceOf(style, measure);
    PointPx at;
    for (const MinutesMark& mark : legend) {
        SymbolLook look = mark.look;
        look.size = markSize * room.point;
        const TextExtent extent = measure.measure(mark.label, style);
        const double width = look.size + gap * room.point + extent.width;
        if (at.x > 0 && at.x + width > room.width) at = {0, at.y + advance};
        const double middle = at.y + advance / 2;
        if (mark.isLine)
            block.stroke({{{at.x, middle}, {at.x + look.size, middle}}}, {look.colour, 1.2 * room.point});
        else
            block.symbol({at.x + look.size / 2, middle}, look);
        const double baseline = at.y + (advance + extent.ascent - extent.descent) / 2;
        block.text(mark.label, {at.x + look.size + gap * room.point, baseline}, style);
        at.x += width + 3 * gap * room.point;
    }
    return block;
}

Sketch blankLines(const BlankLines& blank, const TextMeasure& measure, MinutesRoom room) {
    Sketch block(measure);
    const TextStyle style = plain(room);
    const double advance = ruleAdvance * room.point;
    const TextExtent extent = measure.measure(blank.label, style);
    const double labelWidth = blank.label.empty() ? 0 : extent.width + gap * room.point;
    block.text(blank.label, {0, advance - extent.descent}, style);
    for (int rule = 1; rule <= blank.rules; ++rule) {
        const double left = rule == 1 ? labelWidth : 0;
        block.stroke({{{left, rule * advance}, {room.width, rule * advance}}}, {palette::neatline, 0.5 * room.point});
    }
    return block;
}

std::vector<Sketch> noteLines(const std::vector<std::string>& notes, const TextMeasure& measure, MinutesRoom room) {
    const TextStyle style = styleOf(smallSize, Weight::Regular, palette::quiet, room);
    std::vector<Sketch> lines;
    for (const std::string& note : notes) {
        for (const std::string& line : wrapped(note, room.width, style, measure))
            lines.push_back(lineOf(line, 0, style, measure));
    }
    return lines;
}

Sketch signatures(const MinutesText& text, const TextMeasure& measure, MinutesRoom room) {
    Sketch block(measure);
    const TextExtent extent = measure.measure(text.placeAndDay, plain(room));
    block.text(text.placeAndDay, {std::max(0.0, room.width - extent.width), extent.ascent}, plain(room));
    const double top = text.placeAndDay.empty() ? 0 : 1.7 * advanceOf(plain(room), measure);
    const double width = room.width / std::max(1.0, static_cast<double>(text.signers.size()));
    double below = top;
    for (std::size_t i = 0; i < text.signers.size(); ++i) {
        const double left = static_cast<double>(i) * width;
        const RectPx column{left, top, left + width - gap * room.point, 0};
        double line = centred(block, text.signers[i], column, strong(room));
        line = centred(block, text.signHint, {column.left, line, column.right, 0},
                       styleOf(smallSize, Weight::Regular, palette::quiet, room));
        below = std::max(below, line);
    }
    block.growTo(0, below + (text.signers.empty() ? 0 : signingHeight * room.point));
    return block;
}

Sketch minutesFoot(const std::string& source, const std::string& page, const TextMeasure& measure, MinutesRoom room) {
    Sketch foot(measure);
    const TextStyle style = styleOf(7.5, Weight::Regular, palette::quiet, room);
    foot.stroke({{{0, 0}, {room.width, 0}}}, {palette::hairline, 0.8 * room.point});
    const TextExtent extent = measure.measure(page, style);
    const double top = 4 * room.point;
    foot.text(page, {room.width - extent.width, top + extent.ascent}, style);
    foot.paragraph(source, {0, top, room.width - extent.width - 3 * gap * room.point, 0}, style);
    return foot;
}

}  // namespace styles
