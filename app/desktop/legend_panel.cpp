// SPDX-License-Identifier: Apache-2.0
// legendBlock() on a widget.
#include "app/desktop/legend_panel.hpp"

#include <QPainter>

#include "app/desktop/look.hpp"
#include "styles/map/legend.hpp"
#include "styles/paint/qt_canvas.hpp"

namespace app {
namespace {

/// Around the legend where its paper is seen: in the dark it stays a light sheet.
int marginOf() { return currentShade() == Shade::Dark ? 10 : 0; }

styles::Sketch legendOf(const styles::MapSheet& sheet, const styles::TextMeasure& measure, double width) {
    return styles::legendBlock(sheet, measure, {width, 1});
}

}  // namespace

LegendPanel::LegendPanel(const Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk) {
    setObjectName("legendPanel");
    setAccessibleName(desk.sentence("desktop.legend"));
}

void LegendPanel::show(std::shared_ptr<const styles::MapSheet> sheet) {
    m_sheet = std::move(sheet);
    fitHeight();
    update();
}

void LegendPanel::fitHeight() {
    if (!m_sheet || width() < 60) return;
    const auto measure = styles::makeTextMeasure(*m_desk.session);
    const styles::Sketch legend = legendOf(*m_sheet, *measure, width() - 2 * marginOf());
    setFixedHeight(qCeil(legend.height()) + 2 * marginOf() + 2);
}

void LegendPanel::resizeEvent(QResizeEvent*) { fitHeight(); }

void LegendPanel::paintEvent(QPaintEvent*) {
    if (!m_sheet) return;
    QPainter painter(this);
    const int margin = marginOf();
    if (margin > 0) painter.fillRect(rect(), Qt::white);
    const auto measure = styles::makeTextMeasure(*m_desk.session);
    const auto canvas = styles::makeCanvas(painter, *m_desk.session);
    std::vector<styles::PlacedLabel> labels;
    legendOf(*m_sheet, *measure, width() - 2 * margin)
        .drawAt({double(margin), double(margin)}, *canvas, labels);
}

}  // namespace app
