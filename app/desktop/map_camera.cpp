// SPDX-License-Identifier: Apache-2.0
// Moves and zooms by arithmetic alone.
#include "app/desktop/map_camera.hpp"

#include <algorithm>

namespace app {
namespace {

constexpr double air = 1.1;
// From a pace a point to all of the country in a small pane.
constexpr double nearest_m = 0.2;
constexpr double farthest_m = 20'000;

}  // namespace

MapCamera::MapCamera(const geo::Extent& extent, QSize pane)
    : MapCamera(extent.centre(),
                air * std::max(extent.width() / std::max(1, pane.width()),
                               extent.height() / std::max(1, pane.height())),
                pane) {}

MapCamera::MapCamera(geo::Coordinate centre, double metresPerPoint, QSize pane)
    : m_centre(centre),
      m_metresPerPoint(std::clamp(metresPerPoint, nearest_m, farthest_m)),
      m_pane(pane.expandedTo(QSize(1, 1))) {}

geo::Extent MapCamera::extent() const {
    const double halfWidth = m_pane.width() * m_metresPerPoint / 2;
    const double halfHeight = m_pane.height() * m_metresPerPoint / 2;
    return {m_centre.x - halfWidth, m_centre.y - halfHeight, m_centre.x + halfWidth, m_centre.y + halfHeight};
}

QPointF MapCamera::toPane(geo::Coordinate place) const {
    return {m_pane.width() / 2.0 + (place.x - m_centre.x) / m_metresPerPoint,
            m_pane.height() / 2.0 - (place.y - m_centre.y) / m_metresPerPoint};
}

geo::Coordinate MapCamera::toPlane(QPointF point) const {
    return {m_centre.x + (point.x() - m_pane.width() / 2.0) * m_metresPerPoint,
            m_centre.y - (point.y() - m_pane.height() / 2.0) * m_metresPerPoint};
}

MapCamera MapCamera::movedBy(QPointF points) const {
    return centredAt(
        {m_centre.x - points.x() * m_metresPerPoint, m_centre.y + points.y() * m_metresPerPoint});
}

MapCamera MapCamera::zoomedAbout(QPointF point, double factor) const {
    const geo::Coordinate held = toPlane(point);
    const MapCamera nearer(m_centre, m_metresPerPoint / factor, m_pane);
    const geo::Coordinate now = nearer.toPlane(point);
    return nearer.centredAt({m_centre.x + held.x - now.x, m_centre.y + held.y - now.y});
}

QRectF MapCamera::placeOf(const MapCamera& other) const {
    const geo::Extent shown = other.extent();
    return {toPane({shown.minX, shown.maxY}), toPane({shown.maxX, shown.minY})};
}

styles::MapView MapCamera::viewAt(double pixelsPerPoint) const {
    return {extent(), {0, 0, m_pane.width() * pixelsPerPoint, m_pane.height() * pixelsPerPoint}};
}

}  // namespace app
