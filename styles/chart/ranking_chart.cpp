// SPDX-License-Identifier: Apache-2.0
// Ranking bars.
#include <algorithm>
#include <cmath>

#include "geo/base/error.hpp"
#include "styles/chart/chart_page.hpp"
#include "styles/chart/draw_chart.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

constexpr double textSize = 11.5;
constexpr double leastRow = 15;
constexpr double mostRow = 26;
constexpr double columnGap = 32;
constexpr double leastColumn = 230;
constexpr double headHeight = 20;
constexpr double widestNameShare = 0.42;

/// What all columns share: rows, widths, one scale of values.
struct BarGrid {
    RectPx body;
    double unit = 1;
    std::size_t columns = 1;
    std::size_t rows = 1;
    double row_px = 0;
    double column_px = 0;
    double name_px = 0;
    double value_px = 0;
    double lowest = 0;
    double highest = 0;

    double left(std::size_t column) const {
        return body.left + static_cast<double>(column) * (column_px + columnGap * unit);
    }
    double top(std::size_t row) const { return body.top + static_cast<double>(row) * row_px; }
    Scale scaleIn(std::size_t column) const {
        const double gap = 8 * unit;
        return {lowest, highest, left(column) + name_px + gap, left(column) + column_px - value_px - gap};
    }
};

TextStyle plain(double unit) { return {textSize * unit, Weight::Regular, palette::ink, std::nullopt}; }
TextStyle quiet(double unit) { return {textSize * unit, Weight::Regular, palette::quiet, std::nullopt}; }
TextStyle strong(double unit) { return {textSize * unit, Weight::SemiBold, palette::ink, std::nullopt}; }

std::string valueOf(const RankingBar& bar, const ChartFrame& frame) {
    return bar.value ? frame.formatValue(*bar.value) : bar.statusLabel;
}

/// Bars begin at zero, so zero is always in view.
void measureValues(BarGrid& grid, const RankingChart& chart) {
    const auto include = [&](double value) {
        grid.lowest = std::min(grid.lowest, value);
        grid.highest = std::max(grid.highest, value);
    };
    for (const RankingBar& bar : chart.bars) {
        if (bar.value) include(*bar.value);
        if (bar.target) include(*bar.target);
    }
    if (chart.reference) include(chart.reference->value);
    if (grid.highest == grid.lowest) grid.highest = grid.lowest + 1;
}

void measureWords(BarGrid& grid, const RankingChart& chart, const TextMeasure& measure) {
    for (const RankingBar& bar : chart.bars) {
        grid.name_px = std::max(grid.name_px, measure.measure(bar.name, plain(grid.unit)).width);
        // Words in the place of a bar may use its room, too.
        if (bar.value)
            grid.value_px =
                std::max(grid.value_px, measure.measure(valueOf(bar, chart.frame), strong(grid.unit)).width);
    }
    grid.name_px = std::min(grid.name_px, widestNameShare * grid.column_px);
}

bool hasHead(const RankingChart& chart) {
    return chart.reference ||
           std::ranges::any_of(chart.bars, [](const RankingBar& bar) { return bar.target.has_value(); });
}

BarGrid gridFor(const RankingChart& chart, const ChartPage& page) {
    BarGrid grid{page.body, page.unit};
    if (hasHead(chart)) grid.body.top += headHeight * page.unit;
    const double room = grid.body.height() / (leastRow * page.unit);
    if (room < 1) refuseChartSize(chart.frame.size);
    const std::size_t mostRows = static_cast<std::size_t>(room);
    grid.columns = (chart.bars.size() + mostRows - 1) / mostRows;
    grid.rows = (chart.bars.size() + grid.columns - 1) / grid.columns;
    const double gaps = columnGap * page.unit * static_cast<double>(grid.columns - 1);
    grid.column_px = (grid.body.width() - gaps) / static_cast<double>(grid.columns);
    if (grid.column_px < leastColumn * page.unit) refuseChartSize(chart.frame.size);
    grid.row_px = std::min(mostRow * page.unit, grid.body.height() / static_cast<double>(grid.rows));
    measureValues(grid, chart);
    measureWords(grid, chart, page.sketch.measure());
    return grid;
}

class RankingPainter {
  public:
    RankingPainter(ChartPage& page, const RankingChart& chart)
        : m_sketch(page.sketch), m_chart(chart), m_grid(gridFor(chart, page)) {}

    void draw() {
        for (std::size_t i = 0; i < m_chart.bars.size(); ++i)
            drawBar(m_chart.bars[i], i / m_grid.rows, i % m_grid.rows);
        for (std::size_t column = 0; column < m_grid.columns; ++column) drawLevels(column);
        drawHead();
    }

  private:
    void drawBar(const RankingBar& bar, std::size_t column, std::size_t row) {
        const double unit = m_grid.unit;
        const double top = m_grid.top(row);
        const TextExtent extent = m_sketch.measure().measure(bar.name, plain(unit));
        const double middle = top + m_grid.row_px / 2;
        const double baseline = middle + (extent.ascent - extent.descent) / 2;
        const Scale scale = m_grid.scaleIn(column);
        m_sketch.text(shortened(bar.name, m_grid.name_px, plain(unit), m_sketch.measure()),
                      {m_grid.left(column), baseline}, plain(unit));
        if (!bar.value) {
            const double room = m_grid.left(column) + m_grid.column_px - scale.from_px;
            m_sketch.text(shortened(bar.statusLabel, room, quiet(unit), m_sketch.measure()),
                          {scale.from_px, baseline}, quiet(unit));
            return;
        }
        const double thick = 0.62 * m_grid.row_px;
        const double zero = scale.at(0);
        const double end = scale.at(*bar.value);
        m_sketch.fill({std::min(zero, end), middle - thick / 2, std::max(zero, end), middle + thick / 2},
                      bar.colour);
        if (bar.target) drawTarget(scale.at(*bar.target), middle, m_grid.row_px * 0.42);
        addText(m_sketch, valueOf(bar, m_chart.frame), {m_grid.left(column) + m_grid.column_px, baseline},
                TextAt::End, strong(unit));
    }

    void drawTarget(double x, double middle, double half) {
        m_sketch.stroke({{{x, middle - half}, {x, middle + half}}}, {palette::ink, 2 * m_grid.unit});
    }

    std::size_t rowsIn(std::size_t column) const {
        return std::min(m_grid.rows, m_chart.bars.size() - column * m_grid.rows);
    }

    void drawLevels(std::size_t column) {
        const Scale scale = m_grid.scaleIn(column);
        const double below = m_grid.top(rowsIn(column));
        const double zero = scale.at(0);
        m_sketch.stroke({{{zero, m_grid.body.top}, {zero, below}}}, {palette::neatline, m_grid.unit});
        if (!m_chart.reference) return;
        const double x = scale.at(m_chart.reference->value);
        m_sketch.stroke(dashed({x, m_grid.body.top}, {x, below}, 4 * m_grid.unit),
                        {palette::accent, 1.2 * m_grid.unit});
    }

    /// What the dashes and the marks mean, above the bars.
    void drawHead() {
        if (!hasHead(m_chart)) return;
        const double unit = m_grid.unit;
        const double baseline = m_grid.body.top - 8 * unit;
        const double middle = baseline - 4 * unit;
        double left = m_grid.body.left;
        if (m_chart.reference) {
            m_sketch.stroke(dashed({left, middle}, {left + 22 * unit, middle}, 4 * unit),
                            {palette::accent, 1.2 * unit});
            const std::string label =
                m_chart.reference->label + " " + m_chart.frame.formatValue(m_chart.reference->value);
            m_sketch.text(label, {left + 28 * unit, baseline}, quiet(unit));
            left += 28 * unit + m_sketch.measure().measure(label, quiet(unit)).width + 24 * unit;
        }
        const bool hasTargets =
            std::ranges::any_of(m_chart.bars, [](const RankingBar& bar) { return bar.target.has_value(); });
        if (!hasTargets) return;
        drawTarget(left + 4 * unit, middle, 6 * unit);
        m_sketch.text(m_chart.targetLabel, {left + 12 * unit, baseline}, quiet(unit));
    }

    Sketch& m_sketch;
    const RankingChart& m_chart;
    BarGrid m_grid;
};

}  // namespace

ChartLabels drawChart(const RankingChart& chart, Canvas& canvas, const TextMeasure& measure) {
    if (chart.bars.empty()) throw geo::Error(geo::ErrorKind::BadData, "chart.nothing-to-draw");
    ChartPage page = chartPage(chart.frame, measure);
    RankingPainter(page, chart).draw();
    ChartLabels labels;
    page.sketch.drawAt({0, 0}, canvas, labels);
    return labels;
}

}  // namespace styles
