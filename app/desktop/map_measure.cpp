// SPDX-License-Identifier: Apache-2.0
// Sums over corners.
#include "app/desktop/map_measure.hpp"

#include <QPainter>
#include <QPolygonF>
#include <cmath>

#include "app/desktop/look.hpp"

namespace app {

std::vector<geo::Coordinate> MapMeasure::path() const {
    std::vector<geo::Coordinate> path = m_corners;
    if (m_pointer && !path.empty()) path.push_back(*m_pointer);
    return path;
}

double MapMeasure::length_m() const {
    const auto corners = path();
    double length = 0;
    for (std::size_t i = 1; i < corners.size(); ++i)
        length += std::hypot(corners[i].x - corners[i - 1].x, corners[i].y - corners[i - 1].y);
    return length;
}

double MapMeasure::area_m2() const {
    const auto corners = path();
    if (corners.size() < 3) return 0;
    // About the first corner, so that the large numbers of the plane cost no decimals.
    const geo::Coordinate origin = corners.front();
    double doubled = 0;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const geo::Coordinate a = corners[i];
        const geo::Coordinate b = corners[(i + 1) % corners.size()];
        doubled += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y);
    }
    return std::abs(doubled) / 2;
}

QString MapMeasure::text(const Desk& desk) const {
    const QString length = desk.sentence("desktop.measured-length", {{"length_km", length_m() / 1000}});
    if (path().size() < 3) return length;
    return length + " · " + desk.sentence("desktop.measured-area", {{"area_ha", area_m2() / 10'000}});
}

void MapMeasure::draw(QPainter& painter, const MapCamera& camera, const Desk& desk) const {
    QPolygonF line;
    for (const geo::Coordinate corner : path()) line << camera.toPane(corner);
    if (line.isEmpty()) return;
    QColor soft = colours().accent;
    soft.setAlphaF(0.10F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(soft);
    painter.drawPolygon(line);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, 4));
    painter.drawPolyline(line);
    painter.setPen(QPen(QColor(0, 105, 92), 2));
    painter.drawPolyline(line);
    painter.setFont(scaledFont(0.95, QFont::DemiBold));
    const QString told = text(desk);
    const QRectF room(line.last() + QPointF(12, -26), QSizeF(painter.fontMetrics().horizontalAdvance(told) + 16, 24));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 235));
    painter.drawRoundedRect(room, 5, 5);
    painter.setPen(QColor(31, 41, 51));
    painter.drawText(room, Qt::AlignCenter, told);
}

}  // namespace app
