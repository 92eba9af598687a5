// SPDX-License-Identifier: Apache-2.0
// What size and width stand for: round amounts beside one another.
#include <cmath>
#include <functional>

#include "styles/map/legend_rows.hpp"
#include "styles/map/line_layer.hpp"
#include "styles/map/point_layer.hpp"
#include "styles/map/words.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

constexpr double strokeLength = 28;
constexpr double timesSmallerCircle = 4.5;
constexpr double timesThinner = 2;

TextStyle amountStyle(double unit) { return {12 * unit, Weight::Regular, palette::ink, std::nullopt}; }
TextStyle headStyle(double unit) { return {11.5 * unit, Weight::Regular, palette::quiet, std::nullopt}; }

double roundBelow(double amount) {
    const double power = std::pow(10, std::floor(std::log10(amount) + 1e-12));
    for (const double leading : {5.0, 2.0}) {
        if (leading * power <= amount * (1 + 1e-12)) return leading * power;
    }
    return power;
}

/// One amount: how wide and high its mark is, and how to draw it with its left edge and middle at a place.
struct SizeMark {
    std::string amount;
    double width = 0;
    double height = 0;
    std::function<void(Sketch&, PointPx)> draw;
};

/// Marks in rows, as many in each as fit.
double addMarks(Sketch& sketch, const std::vector<SizeMark>& marks, double top, Room room) {
    const double unit = room.unit;
    const TextStyle style = amountStyle(unit);
    double left = 0;
    double height = 0;
    for (const SizeMark& mark : marks) {
        const TextExtent text = sketch.measure().measure(mark.amount, style);
        const double width = mark.width + 5 * unit + text.width;
        if (left > 0 && left + width > room.width) {
            top += height + 6 * unit;
            left = 0;
            height = 0;
        }
        const double textHeight = text.ascent + text.descent;
        if (left == 0) height = std::max(mark.height, textHeight);
        const double middle = top + height / 2;
        mark.draw(sketch, {left, middle});
        sketch.text(mark.amount, {left + mark.width + 5 * unit, middle - textHeight / 2 + text.ascent},
                    style);
        left += width + 14 * unit;
    }
    return top + height + 6 * unit;
}

double addHead(Sketch& sketch, const std::string& title, double top, Room room) {
    return sketch.paragraph(title, {0, top + 2 * room.unit, room.width, 0}, headStyle(room.unit)) +
           6 * room.unit;
}

}  // namespace

std::vector<double> roundAmounts(double largest, double times) {
    std::vector<double> amounts;
    if (!(largest > 0) || !std::isfinite(largest)) return amounts;
    for (double amount = largest; amounts.size() < 3; amount = amounts.back() / times)
        amounts.push_back(roundBelow(amount));
    return amounts;
}

double addSizes(Sketch& sketch, const MapSheet& sheet, const PointsLook& look, double top, Room room) {
    const double largest = largestAmount(std::span(sheet.points));
    const std::string& title = sheet.text.pointLegend.sizeTitle;
    const bool isSized = look.size.most > look.size.least && largest > 0;
    if (!isSized || title.empty() || !sheet.formatAmount) return top;
    std::vector<SizeMark> marks;
    for (const double amount : roundAmounts(largest, timesSmallerCircle)) {
        const double size = look.size.diameterOf(amount, largest) * room.unit;
        // Below the least size amounts look alike: they would explain nothing.
        if (!marks.empty() && size <= look.size.least * room.unit) break;
        const SymbolLook symbol{look.symbol, size, palette::hairline, Pen{palette::quiet, 0.8 * room.unit}};
        marks.push_back({sheet.formatAmount(amount), size, size, [symbol](Sketch& target, PointPx place) {
                             target.symbol({place.x + symbol.size / 2, place.y}, symbol);
                         }});
    }
    return addMarks(sketch, marks, addHead(sketch, title, top, room), room);
}

double addWidths(Sketch& sketch, const MapSheet& sheet, const LinesLook& look, double top, Room room) {
    const double largest = largestAmount(std::span(sheet.lines));
    const std::string& title = sheet.text.lineLegend.sizeTitle;
    const bool isSized = look.width.most > look.width.least && largest > 0;
    if (!isSized || title.empty() || !sheet.formatAmount) return top;
    std::vector<SizeMark> marks;
    for (const double amount : roundAmounts(largest, timesThinner)) {
        const Pen pen{palette::quiet, look.width.widthOf(amount, largest) * room.unit};
        if (!marks.empty() && pen.width <= look.width.least * room.unit) break;
        const double length = strokeLength * room.unit;
        marks.push_back(
            {sheet.formatAmount(amount), length, pen.width, [=](Sketch& target, PointPx place) {
                 const double inset = pen.width / 2;
                 target.stroke({{{place.x + inset, place.y}, {place.x + length - inset, place.y}}}, pen);
             }});
    }
    return addMarks(sketch, marks, addHead(sketch, title, top, room), room);
}

}  // namespace styles
