// SPDX-License-Identifier: Apache-2.0
// A style sheet draws arrows from picture files only; this one is drawn, sharp at any size and in any shade.
#include "app/desktop/choice_box.hpp"

#include <QPainter>

#include "app/desktop/look.hpp"

namespace app {

void ChoiceBox::paintEvent(QPaintEvent* event) {
    QComboBox::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double half = fontMetrics().height() * 0.26;
    const QPointF tip(width() - 7 - 2 * half, height() / 2.0 + half * 0.55);
    painter.setPen(QPen(isEnabled() ? colours().quiet : colours().faint, 1.6, Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{tip + QPointF(-half, -half), tip, tip + QPointF(half, -half)});
}

}  // namespace app
