// SPDX-License-Identifier: Apache-2.0
// Values against their targets.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

#include "geo/base/error.hpp"
#include "styles/chart/chart_page.hpp"
#include "styles/chart/draw_chart.hpp"
#include "styles/map/words.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

constexpr double textSize = 12.5;
constexpr double leastRow = 40;
constexpr double mostRow = 84;
constexpr double nameShare = 0.34;
constexpr double wordsShare = 0.22;
/// The track reaches beyond the target, and farther where the value does.
constexpr double longest = 1.25;
constexpr double slack = 1.05;
constexpr Colour track{236, 239, 242};
constexpr Colour missedColour{196, 122, 44};

Colour colourOf(TargetVerdict verdict) {
    switch (verdict) {
        case TargetVerdict::Met:
            return palette::accent;
        case TargetVerdict::Missed:
            return missedColour;
        case TargetVerdict::Unknown:
            return palette::neatline;
    }
    return palette::neatline;
}

class BulletPainter {
  public:
    BulletPainter(ChartPage& page, const BulletChart& chart)
        : m_sketch(page.sketch), m_chart(chart), m_body(page.body), m_unit(page.unit) {
        m_body.top += 24 * m_unit;
        m_row = std::min(mostRow * m_unit, m_body.height() / static_cast<double>(chart.bullets.size()));
        if (m_row < leastRow * m_unit) refuseChartSize(chart.frame.size);
        m_barLeft = m_body.left + nameShare * m_body.width();
        m_barRight = m_body.right - wordsShare * m_body.width();
    }

    void draw() {
        drawKey();
        for (std::size_t i = 0; i < m_chart.bullets.size(); ++i)
            drawBullet(m_chart.bullets[i], m_body.top + static_cast<double>(i) * m_row);
    }

  private:
    TextStyle style(Weight weight, Colour colour) const {
        return {textSize * m_unit, weight, colour, std::nullopt};
    }

    /// Lines of a text in the middle of a row, no more than there is room for.
    void addLines(const std::string& text, const RectPx& room, const TextStyle& look) {
        auto lines = wrapped(text, room.width(), look, m_sketch.measure());
        const double advance = lineAdvance * look.size;
        const auto most = static_cast<std::size_t>(std::max(1.0, std::floor(room.height() / advance)));
        if (lines.size() > most) {
            lines.resize(most);
            lines.back() = shortened(lines.back() + " …", room.width(), look, m_sketch.measure());
        }
        const TextExtent extent = m_sketch.measure().measure("x", look);
        double baseline = room.centre().y - static_cast<double>(lines.size() - 1) * advance / 2 +
                          (extent.ascent - extent.descent) / 2;
        for (const std::string& line : lines) {
            m_sketch.text(line, {room.left, baseline}, look);
            baseline += advance;
        }
    }

    void drawBullet(const Bullet& bullet, double top) {
        const double bottom = top + m_row;
        const double middle = (top + bottom) / 2;
        m_sketch.stroke({{{m_body.left, bottom}, {m_body.right, bottom}}}, {palette::hairline, 0.8 * m_unit});
        addLines(bullet.name, {m_body.left, top, m_barLeft - 16 * m_unit, bottom},
                 style(Weight::Medium, palette::ink));
        drawBar(bullet, middle);
        const double left = m_barRight + 16 * m_unit;
        const Colour colour = bullet.value ? palette::ink : palette::quiet;
        addLines(bullet.valueLabel + " / " + bullet.targetLabel, {left, top, m_body.right, middle + 2 * m_unit},
                 style(bullet.value ? Weight::SemiBold : Weight::Regular, colour));
        addLines(bullet.gapLabel, {left, middle, m_body.right, bottom}, style(Weight::Regular, palette::quiet));
    }

    void drawBar(const Bullet& bullet, double middle) {
        const double reached = bullet.value ? std::abs(*bullet.value) * slack : 0;
        const double most = std::max({longest * std::abs(bullet.target), reached, 1e-9});
        const Scale scale{0, most, m_barLeft, m_barRight};
        const double half = std::min(11 * m_unit, 0.24 * m_row);
        m_sketch.fill({m_barLeft, middle - half, m_barRight, middle + half}, track);
        if (bullet.value) {
            const double end = std::clamp(scale.at(*bullet.value), m_barLeft, m_barRight);
            m_sketch.fill({m_barLeft, middle - half * 0.62, end, middle + half * 0.62},
                          colourOf(bullet.verdict));
        }
        const double x = scale.at(std::abs(bullet.target));
        m_sketch.stroke({{{x, middle - 1.5 * half}, {x, middle + 1.5 * half}}}, {palette::ink, 2.4 * m_unit});
    }

    void drawKey() {
        const double baseline = m_body.top - 10 * m_unit;
        double left = m_body.left;
        const TextStyle look = style(Weight::Regular, palette::quiet);
        const auto add = [&](const std::string& label, Colour colour) {
            m_sketch.fill({left, baseline - 9 * m_unit, left + 16 * m_unit, baseline}, colour);
            m_sketch.text(label, {left + 22 * m_unit, baseline}, look);
            left += 22 * m_unit + m_sketch.measure().measure(label, look).width + 22 * m_unit;
        };
        add(m_chart.metLabel, colourOf(TargetVerdict::Met));
        add(m_chart.missedLabel, colourOf(TargetVerdict::Missed));
        m_sketch.stroke({{{left + 2 * m_unit, baseline - 11 * m_unit}, {left + 2 * m_unit, baseline + 2 * m_unit}}},
                        {palette::ink, 2.4 * m_unit});
        m_sketch.text(m_chart.targetLabel, {left + 10 * m_unit, baseline}, look);
    }

    Sketch& m_sketch;
    const BulletChart& m_chart;
    RectPx m_body;
    double m_unit;
    double m_row = 0;
    double m_barLeft = 0;
    double m_barRight = 0;
};

}  // namespace

ChartLabels drawChart(const BulletChart& chart, Canvas& canvas, const TextMeasure& measure) {
    if (chart.bullets.empty()) throw geo::Error(geo::ErrorKind::BadData, "chart.nothing-to-draw");
    ChartPage page = chartPage(chart.frame, measure);
    BulletPainter(page, chart).draw();
    ChartLabels labels;
    page.sketch.drawAt({0, 0}, canvas, labels);
    return labels;
}

}  // namespace styles
