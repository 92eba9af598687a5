// SPDX-License-Identifier: Apache-2.0
// Values by year and the path to the targets.
#include <algorithm>
#include <array>
#include <limits>

#include "geo/base/error.hpp"
#include "styles/chart/chart_page.hpp"
#include "styles/chart/draw_chart.hpp"
#include "styles/map/taken_boxes.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

constexpr double textSize = 12;
constexpr int valueSteps = 5;
constexpr double dotSize = 9;

struct YearRange {
    int first = std::numeric_limits<int>::max();
    int last = std::numeric_limits<int>::min();
    void include(int year) {
        first = std::min(first, year);
        last = std::max(last, year);
    }
};

YearRange yearsOf(const TrendChart& chart) {
    YearRange years;
    for (const auto* const points : {&chart.points, &chart.path})
        for (const TrendPoint& point : *points) years.include(point.year);
    // A single year stands in the middle.
    if (years.first == years.last) {
        --years.first;
        ++years.last;
    }
    return years;
}

std::vector<double> ticksOf(const TrendChart& chart) {
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -lowest;
    for (const auto* const points : {&chart.points, &chart.path}) {
        for (const TrendPoint& point : *points) {
            if (!point.value) continue;
            lowest = std::min(lowest, *point.value);
            highest = std::max(highest, *point.value);
        }
    }
    return roundTicks(lowest, highest, valueSteps);
}

bool hasValue(const TrendChart& chart) {
    const auto isKnown = [](const TrendPoint& point) { return point.value.has_value(); };
    return std::ranges::any_of(chart.points, isKnown) || std::ranges::any_of(chart.path, isKnown);
}

class TrendPainter {
  public:
    TrendPainter(ChartPage& page, const TrendChart& chart)
        : m_sketch(page.sketch), m_chart(chart), m_unit(page.unit), m_plot(page.body), m_years(yearsOf(chart)),
          m_ticks(ticksOf(chart)) {
        double widest = 0;
        for (const double tick : m_ticks)
            widest = std::max(widest, m_sketch.measure().measure(chart.frame.formatValue(tick), quiet()).width);
        m_plot = {page.body.left + widest + 10 * m_unit, page.body.top + 34 * m_unit,
                  page.body.right - 24 * m_unit, page.body.bottom - 26 * m_unit};
        if (m_plot.width() < 60 || m_plot.height() < 60) refuseChartSize(chart.frame.size);
        // Points at the ends keep clear of the frame.
        m_x = {static_cast<double>(m_years.first), static_cast<double>(m_years.last),
               m_plot.left + 30 * m_unit, m_plot.right - 30 * m_unit};
        m_y = {m_ticks.front(), m_ticks.back(), m_plot.bottom, m_plot.top};
    }

    void draw() {
        drawAxes();
        drawPath();
        drawValues();
        drawKey();
        drawLabels();
    }

  private:
    TextStyle quiet() const { return {textSize * m_unit, Weight::Regular, palette::quiet, std::nullopt}; }
    TextStyle strong(Colour colour) const {
        return {textSize * m_unit, Weight::SemiBold, colour, Pen{palette::paper, 2 * m_unit}};
    }
    PointPx at(const TrendPoint& point) const { return {m_x.at(point.year), m_y.at(*point.value)}; }

    SymbolLook dotLook(bool isDraft) const {
        return {Symbol::Circle, dotSize * m_unit, isDraft ? palette::paper : m_chart.colour,
                Pen{m_chart.colour, 1.6 * m_unit}};
    }

    void drawAxes() {
        const double ascent = m_sketch.measure().measure("0", quiet()).ascent;
        for (const double tick : m_ticks) {
            const double y = m_y.at(tick);
            m_sketch.stroke({{{m_plot.left, y}, {m_plot.right, y}}}, {palette::hairline, 0.8 * m_unit});
            addText(m_sketch, m_chart.frame.formatValue(tick), {m_plot.left - 8 * m_unit, y + ascent * 0.36},
                    TextAt::End, quiet());
        }
        const double room = m_sketch.measure().measure("0000", quiet()).width * 1.6;
        const double step_px = (m_x.to_px - m_x.from_px) / (m_years.last - m_years.first);
        const int step = std::max(1, static_cast<int>(room / step_px) + (room > step_px ? 1 : 0));
        for (int year = m_years.first; year <= m_years.last; year += step)
            addText(m_sketch, std::to_string(year), {m_x.at(year), m_plot.bottom + 8 * m_unit + ascent},
                    TextAt::Middle, quiet());
    }

    /// From the last known value on, for a path leads from where one stands.
    void drawPath() {
        std::vector<TrendPoint> stops;
        for (const TrendPoint& point : m_chart.points)
            if (point.value) stops = {point};
        for (const TrendPoint& point : m_chart.path)
            if (point.value && (stops.empty() || point.year > stops.back().year)) stops.push_back(point);
        for (std::size_t i = 1; i < stops.size(); ++i)
            m_sketch.stroke(dashed(at(stops[i - 1]), at(stops[i]), 6 * m_unit), {palette::accent, 1.6 * m_unit});
        for (const TrendPoint& point : m_chart.path)
            if (point.value)
                m_sketch.symbol(at(point), {Symbol::Diamond, 1.2 * dotSize * m_unit, palette::accent});
    }

    void drawValues() {
        PathsPx lines;
        for (const TrendPoint& point : m_chart.points) {
            const bool follows = !lines.empty() && m_lastYear + 1 == point.year;
            if (!point.value) continue;
            if (follows)
                lines.back().push_back(at(point));
            else
                lines.push_back({at(point)});
            m_lastYear = point.year;
        }
        std::erase_if(lines, [](const PathPx& line) { return line.size() < 2; });
        m_sketch.stroke(lines, {m_chart.colour, 2.2 * m_unit});
        for (const TrendPoint& point : m_chart.points)
            if (point.value) m_sketch.symbol(at(point), dotLook(point.isDraft));
    }

    /// Above or below its point; left out where both are taken.
    void drawLabels() {
        TakenBoxes taken;
        for (const auto* const points : {&m_chart.points, &m_chart.path}) {
            const Colour colour = points == &m_chart.path ? palette::accent : palette::ink;
            for (const TrendPoint& point : *points)
                if (point.value) placeLabel(m_chart.frame.formatValue(*point.value), at(point), colour, taken);
        }
    }

    void placeLabel(const std::string& text, PointPx point, Colour colour, TakenBoxes& taken) {
        const TextStyle style = strong(colour);
        const TextExtent extent = m_sketch.measure().measure(text, style);
        const double gap = (dotSize / 2 + 5) * m_unit;
        const std::array baselines{point.y - gap - extent.descent, point.y + gap + extent.ascent};
        for (const double baseline : baselines) {
            const RectPx box{point.x - extent.width / 2, baseline - extent.ascent, point.x + extent.width / 2,
                             baseline + extent.descent};
            const RectPx room = m_plot.grownBy(6 * m_unit);
            if (taken.overlaps(box) || !room.contains(box)) continue;
            taken.add(box);
            return m_sketch.text(text, {box.left, baseline}, style);
        }
    }

    void drawKey() {
        const double baseline = m_plot.top - 18 * m_unit;
        const double middle = baseline - 4 * m_unit;
        double left = m_plot.left;
        const auto name = [&](const std::string& label) {
            m_sketch.text(label, {left + 32 * m_unit, baseline}, quiet());
            left += 32 * m_unit + m_sketch.measure().measure(label, quiet()).width + 22 * m_unit;
        };
        for (const bool isDraft : {false, true}) {
            const bool isShown = std::ranges::any_of(m_chart.points, [&](const TrendPoint& point) {
                return point.isDraft == isDraft && point.value;
            });
            if (!isShown) continue;
            m_sketch.symbol({left + 13 * m_unit, middle}, dotLook(isDraft));
            name(isDraft ? m_chart.draftLabel : m_chart.valuesLabel);
        }
        if (m_chart.path.empty()) return;
        m_sketch.stroke(dashed({left, middle}, {left + 26 * m_unit, middle}, 6 * m_unit),
                        {palette::accent, 1.6 * m_unit});
        m_sketch.symbol({left + 13 * m_unit, middle}, {Symbol::Diamond, 1.2 * dotSize * m_unit, palette::accent});
        name(m_chart.pathLabel);
    }

    Sketch& m_sketch;
    const TrendChart& m_chart;
    double m_unit;
    RectPx m_plot;
    YearRange m_years;
    std::vector<double> m_ticks;
    Scale m_x;
    Scale m_y;
    int m_lastYear = 0;
};

}  // namespace

ChartLabels drawChart(const TrendChart& chart, Canvas& canvas, const TextMeasure& measure) {
    if (!hasValue(chart)) throw geo::Error(geo::ErrorKind::BadData, "chart.nothing-to-draw");
    ChartPage page = chartPage(chart.frame, measure);
    TrendPainter(page, chart).draw();
    ChartLabels labels;
    page.sketch.drawAt({0, 0}, canvas, labels);
    return labels;
}

}  // namespace styles
