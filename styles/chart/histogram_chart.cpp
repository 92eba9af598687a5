// SPDX-License-Identifier: Apache-2.0
// A column a class.
#include <algorithm>

#include "geo/base/error.hpp"
#include "styles/chart/chart_page.hpp"
#include "styles/chart/draw_chart.hpp"
#include "styles/map/scanline.hpp"
#include "styles/map/words.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

constexpr double textSize = 12;
constexpr double fill = 0.86;
constexpr double hatchSpacing = 6;

TextStyle labelStyle(double unit) { return {textSize * unit, Weight::Regular, palette::quiet, std::nullopt}; }
TextStyle countStyle(double unit) { return {13 * unit, Weight::SemiBold, palette::ink, std::nullopt}; }

class HistogramPainter {
  public:
    HistogramPainter(ChartPage& page, const HistogramChart& chart)
        : m_sketch(page.sketch), m_chart(chart), m_body(page.body), m_unit(page.unit) {
        m_step = m_body.width() / static_cast<double>(chart.columns.size());
        m_base = m_body.bottom - labelsHeight() - 8 * m_unit;
        m_top = m_body.top + 40 * m_unit;
        if (m_base - m_top < 40) refuseChartSize(chart.frame.size);
        for (const HistogramColumn& column : chart.columns) m_most = std::max(m_most, column.count);
    }

    void draw() {
        m_sketch.text(m_chart.countLabel, {m_body.left, m_body.top + textSize * m_unit}, labelStyle(m_unit));
        for (std::size_t i = 0; i < m_chart.columns.size(); ++i) drawColumn(m_chart.columns[i], i);
        m_sketch.stroke({{{m_body.left, m_base}, {m_body.right, m_base}}}, {palette::neatline, m_unit});
    }

  private:
    double labelsHeight() const {
        std::size_t lines = 1;
        for (const HistogramColumn& column : m_chart.columns)
            lines = std::max(lines, linesOf(column).size());
        return static_cast<double>(lines) * lineAdvance * textSize * m_unit;
    }

    std::vector<std::string> linesOf(const HistogramColumn& column) const {
        return wrapped(column.label, m_step - 8 * m_unit, labelStyle(m_unit), m_sketch.measure());
    }

    RectPx boxOf(const HistogramColumn& column, std::size_t index) const {
        const double middle = m_body.left + (static_cast<double>(index) + 0.5) * m_step;
        const double half = fill * m_step / 2;
        const double share = m_most > 0 ? static_cast<double>(column.count) / m_most : 0;
        return {middle - half, m_base - share * (m_base - m_top), middle + half, m_base};
    }

    void drawColumn(const HistogramColumn& column, std::size_t index) {
        const RectPx box = boxOf(column, index);
        const double middle = box.centre().x;
        if (column.count > 0) fillColumn(column, box);
        addText(m_sketch, std::to_string(column.count), {middle, box.top - 6 * m_unit}, TextAt::Middle,
                countStyle(m_unit));
        double baseline = m_base + 8 * m_unit + m_sketch.measure().measure("x", labelStyle(m_unit)).ascent;
        for (const std::string& line : linesOf(column)) {
            addText(m_sketch, line, {middle, baseline}, TextAt::Middle, labelStyle(m_unit));
            baseline += lineAdvance * textSize * m_unit;
        }
    }

    void fillColumn(const HistogramColumn& column, const RectPx& box) {
        if (!column.isNoData) return m_sketch.fill(box, column.colour);
        m_sketch.stroke(hatchLines({box.ring()}, hatchSpacing * m_unit), {palette::neatline, m_unit});
        m_sketch.stroke({box.ring()}, {palette::neatline, m_unit});
    }

    Sketch& m_sketch;
    const HistogramChart& m_chart;
    RectPx m_body;
    double m_unit;
    double m_step = 0;
    double m_base = 0;
    double m_top = 0;
    int m_most = 0;
};

}  // namespace

ChartLabels drawChart(const HistogramChart& chart, Canvas& canvas, const TextMeasure& measure) {
    if (chart.columns.empty()) throw geo::Error(geo::ErrorKind::BadData, "chart.nothing-to-draw");
    ChartPage page = chartPage(chart.frame, measure);
    HistogramPainter(page, chart).draw();
    ChartLabels labels;
    page.sketch.drawAt({0, 0}, canvas, labels);
    return labels;
}

}  // namespace styles
