// SPDX-License-Identifier: Apache-2.0
// A bar of two halves, an arrow over its letter.
#include "app/desktop/map_furniture.hpp"

#include <QPainter>
#include <QPolygonF>

#include "app/desktop/desk.hpp"
#include "app/desktop/look.hpp"
#include "styles/map/scale_bar.hpp"

namespace app {
namespace {

// The paper of the map is light in either look.
constexpr QColor ink(61, 73, 85);
constexpr double longestBar = 150;
constexpr double edge = 16;
// The bar stands beside the arrow, in the corner that the province leaves free: lower down lies its southern tip.
constexpr double northRoom = 40;

void drawHaloText(QPainter& painter, const QRectF& room, Qt::Alignment alignment, const QString& text) {
    painter.setPen(QColor(255, 255, 255, 210));
    for (const QPointF shift : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)}) {
        painter.drawText(room.translated(shift), static_cast<int>(alignment), text);
    }
    painter.setPen(ink);
    painter.drawText(room, static_cast<int>(alignment), text);
}

QString lengthText(double length_km, const styles::MapText& text) {
    return length_km >= 1 ? QString::number(length_km) + " " + toQt(text.scaleUnit)
                          : QString::number(length_km * 1000) + " m";
}

void drawScaleBar(QPainter& painter, const QRect& pane, const MapCamera& camera,
                  const styles::MapText& text) {
    const double length_km = styles::roundLength_km(longestBar * camera.metresPerPoint() / 1000);
    if (length_km <= 0) return;
    const double length = length_km * 1000 / camera.metresPerPoint();
    const QRectF bar(pane.right() - edge - northRoom - 30 - length, pane.top() + edge + 20, length, 5);
    painter.setPen(QPen(ink, 1));
    painter.setBrush(Qt::white);
    painter.drawRect(bar);
    painter.fillRect(QRectF(bar.left(), bar.top(), length / 2, bar.height()), ink);
    painter.setFont(scaledFont(0.82));
    const double height = painter.fontMetrics().height();
    drawHaloText(painter, {bar.left() - 30, bar.top() - height - 3, 60, height}, Qt::AlignCenter, "0");
    drawHaloText(painter, {bar.right() - 40, bar.top() - height - 3, 80, height}, Qt::AlignCenter,
                 lengthText(length_km, text));
}

void drawNorth(QPainter& painter, const QRect& pane, const styles::MapText& text) {
    const QPointF top(pane.right() - edge - 12, pane.top() + edge);
    const QPolygonF arrow{{top, top + QPointF(8, 21), top + QPointF(0, 16), top + QPointF(-8, 21)}};
    painter.setPen(QPen(Qt::white, 2));
    painter.setBrush(ink);
    painter.drawPolygon(arrow);
    painter.setFont(scaledFont(0.82, QFont::DemiBold));
    drawHaloText(painter, {top.x() - 15, top.y() + 22, 30, 16}, Qt::AlignCenter, toQt(text.northLetter));
}

}  // namespace

void drawMapFurniture(QPainter& painter, const QRect& pane, const MapCamera& camera,
                      const styles::MapText& text) {
    drawScaleBar(painter, pane, camera, text);
    drawNorth(painter, pane, text);
}

std::vector<QRectF> furniturePlaces(const QRect& pane) {
    const QRectF bar(pane.right() - edge - northRoom - longestBar - 70, pane.top() + edge - 4, longestBar + 70, 36);
    const QRectF north(pane.right() - edge - 26, pane.top() + edge - 4, 30, 46);
    return {bar, north};
}

double scaleDenominator(const MapCamera& camera, double pointsPerInch) {
    constexpr double metresPerInch = 0.0254;
    return camera.metresPerPoint() * pointsPerInch / metresPerInch;
}

}  // namespace app
