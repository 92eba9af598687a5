// SPDX-License-Identifier: Apache-2.0
// Sets the words and measures what is left.
#include "styles/chart/chart_page.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "geo/base/error.hpp"
#include "styles/map/furniture.hpp"
#include "styles/map/page_layout.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

constexpr double smallestBody_px = 100;

double addNotes(Sketch& sketch, const ChartFrame& frame, const RectPx& body, double unit) {
    double top = body.bottom;
    const TextStyle style{11.5 * unit, Weight::Regular, palette::quiet, std::nullopt};
    Sketch notes(sketch.measure());
    double below = 0;
    for (const std::string& note : frame.text.notes)
        below = notes.paragraph(note, {0, below, body.width(), 0}, style) + 3 * unit;
    if (below == 0) return top;
    top -= below;
    sketch.include(notes, {body.left, top});
    return top - 8 * unit;
}

/// How many bytes a text has up to a letter: letters are not cut in two.
std::size_t letterBefore(const std::string& text, std::size_t at) {
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return at;
}

}  // namespace

void refuseChartSize(SizePx size) {
    throw geo::Error(geo::ErrorKind::Usage, "map.size-too-small",
                     {{"width", std::int64_t{size.width}}, {"height", std::int64_t{size.height}}});
}

ChartPage chartPage(const ChartFrame& frame, const TextMeasure& measure) {
    ChartPage page{Sketch(measure), {}, pageUnit(frame.size)};
    const double unit = page.unit;
    const RectPx paper{0, 0, double{1} * frame.size.width, double{1} * frame.size.height};
    page.sketch.fill(paper, palette::paper);
    RectPx body = paper.grownBy(-pageMargin * unit);
    if (body.width() < smallestBody_px) refuseChartSize(frame.size);
    const Sketch title = titleBlock(frame.text, measure, {body.width(), unit});
    page.sketch.include(title, {body.left, body.top});
    body.top += title.height() + 18 * unit;
    const Sketch foot = footerBlock(frame.text, measure, {body.width(), unit});
    page.sketch.include(foot, {body.left, body.bottom - foot.height()});
    body.bottom -= foot.height() + (foot.height() > 0 ? 14 * unit : 0);
    body.bottom = addNotes(page.sketch, frame, body, unit);
    if (body.height() < smallestBody_px) refuseChartSize(frame.size);
    page.body = body;
    return page;
}

std::string shortened(const std::string& text, double width, const TextStyle& style, const TextMeasure& measure) {
    if (measure.measure(text, style).width <= width) return text;
    std::string kept = text;
    while (!kept.empty()) {
        kept.resize(letterBefore(kept, kept.size() - 1));
        while (!kept.empty() && kept.back() == ' ') kept.pop_back();
        if (measure.measure(kept + "…", style).width <= width) break;
    }
    return kept + "…";
}

PathsPx dashed(PointPx from, PointPx to, double dash) {
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const auto at = [&](double done) {
        const double share = length > 0 ? done / length : 0;
        return PointPx{from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)};
    };
    PathsPx dashes;
    for (double done = 0; done < length; done += 1.8 * dash)
        dashes.push_back({at(done), at(std::min(done + dash, length))});
    return dashes;
}

std::vector<double> roundTicks(double lowest, double highest, int steps) {
    if (highest <= lowest) {
        const double room = lowest != 0 ? std::abs(lowest) * 0.1 : 1;
        return roundTicks(lowest - room, highest + room, steps);
    }
    const double wished = (highest - lowest) / steps;
    const double power = std::pow(10, std::floor(std::log10(wished)));
    double step = 10 * power;
    for (const double leading : {5.0, 2.0, 1.0})
        if (leading * power >= wished * (1 - 1e-9)) step = leading * power;
    std::vector<double> ticks;
    const double first = std::floor(lowest / step + 1e-9);
    const double last = std::ceil(highest / step - 1e-9);
    for (double number = first; number <= last; ++number) ticks.push_back(number * step);
    return ticks;
}

void addText(Sketch& sketch, const std::string& text, PointPx baseline, TextAt at, const TextStyle& style) {
    const double width = sketch.measure().measure(text, style).width;
    if (at == TextAt::Middle) baseline.x -= width / 2;
    if (at == TextAt::End) baseline.x -= width;
    sketch.text(text, baseline, style);
}

}  // namespace styles
