// SPDX-License-Identifier: Apache-2.0
// Draws how long a kilometre is, and where north.
#include "styles/map/scale_bar.hpp"

#include <cmath>
#include <string>

#include "styles/map/page_view.hpp"
#include "styles/map/words.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

constexpr double shortestBar_km = 0.1;

std::string lengthText(const MapSheet& sheet, double length_km) {
    const bool whole = length_km == std::floor(length_km);
    return whole ? std::to_string(std::llround(length_km)) : sheet.formatLength(length_km);
}

void addCentred(Sketch& sketch, const std::string& text, double x, double top, const TextStyle& style) {
    const TextExtent extent = sketch.measure().measure(text, style);
    sketch.text(text, {std::max(0.0, x - extent.width / 2), top + extent.ascent}, style);
}

void addScale(Sketch& bar, const MapSheet& sheet, BarLength length, double unit) {
    if (!sheet.page.formatScale) return;
    const TextStyle style{11 * unit, Weight::SemiBold, palette::ink, std::nullopt};
    const double scale = scaleOf(length.length_km * 1000 / length.length_px, sheet.page.pixelsPerInch);
    bar.paragraph(sheet.page.formatScale(scale), {4 * unit, bar.height() + 4 * unit, 1e6, 0}, style);
}

}  // namespace

double roundLength_km(double longest_km) {
    if (!(longest_km >= shortestBar_km) || !std::isfinite(longest_km)) return 0;
    const double exponent = std::floor(std::log10(longest_km) + 1e-12);
    for (const double leading : {5.0, 2.0}) {
        const double length =
            exponent < 0 ? leading / std::pow(10, -exponent) : leading * std::pow(10, exponent);
        if (length <= longest_km) return length;
    }
    return exponent < 0 ? 1 / std::pow(10, -exponent) : std::pow(10, exponent);
}

Sketch scaleBar(const MapSheet& sheet, BarLength length, const TextMeasure& measure, double unit) {
    Sketch bar(measure);
    if (length.length_km <= 0) return bar;
    const TextStyle style{11 * unit, Weight::Regular, palette::quiet, std::nullopt};
    const double left = 4 * unit;
    const double middle = left + length.length_px / 2;
    const double right = left + length.length_px;
    addCentred(bar, "0", left, 0, style);
    const double half_km = length.length_km / 2;
    if (half_km == std::floor(half_km)) addCentred(bar, lengthText(sheet, half_km), middle, 0, style);
    // The unit hangs over to the right, so that the number stands above its mark.
    const std::string number = lengthText(sheet, length.length_km);
    const double numberWidth = measure.measure(number, style).width;
    const double ascent = measure.measure(number, style).ascent;
    bar.text(number + " " + sheet.text.scaleUnit, {right - numberWidth / 2, ascent}, style);
    const double top = lineAdvance * style.size + 2 * unit;
    const Pen pen{palette::ink, 0.9 * unit};
    bar.fill({left, top, middle, top + 5 * unit}, palette::ink);
    bar.stroke({RectPx{left, top, right, top + 5 * unit}.ring()}, pen);
    addScale(bar, sheet, length, unit);
    return bar;
}

Sketch northArrow(const MapText& text, const TextMeasure& measure, double unit) {
    Sketch arrow(measure);
    const double size = 24 * unit;
    arrow.symbol({size / 2, size / 2}, {Symbol::NorthArrow, size, palette::ink});
    if (text.northLetter.empty()) return arrow;
    addCentred(arrow, text.northLetter, size / 2, size + unit,
               {12 * unit, Weight::SemiBold, palette::ink, std::nullopt});
    return arrow;
}

}  // namespace styles
