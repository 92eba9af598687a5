// SPDX-License-Identifier: Apache-2.0
// Which part of the map's plane a pane shows, and how large.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSize>

#include "geo/shape/coordinate.hpp"
#include "geo/shape/extent.hpp"
#include "styles/map/map_view.hpp"

namespace app {

/// Points are those of the pane, from its upper left corner; metres those of the workspace's CRS.
class MapCamera {
  public:
    MapCamera() = default;
    /// All of an extent as large as a pane allows, with some air around it.
    MapCamera(const geo::Extent& extent, QSize pane);
    MapCamera(geo::Coordinate centre, double metresPerPoint, QSize pane);

    geo::Coordinate centre() const { return m_centre; }
    double metresPerPoint() const { return m_metresPerPoint; }
    QSize pane() const { return m_pane; }
    geo::Extent extent() const;

    QPointF toPane(geo::Coordinate place) const;
    geo::Coordinate toPlane(QPointF point) const;

    MapCamera movedBy(QPointF points) const;
    /// What lies under a point stays under it. A factor above one comes nearer.
    MapCamera zoomedAbout(QPointF point, double factor) const;
    MapCamera resizedTo(QSize pane) const { return {m_centre, m_metresPerPoint, pane}; }
    MapCamera centredAt(geo::Coordinate place) const { return {place, m_metresPerPoint, m_pane}; }

    /// Where the pane of another camera stands in this one's.
    QRectF placeOf(const MapCamera& other) const;

    /// The same view in pixels of a picture that has so many to a point.
    styles::MapView viewAt(double pixelsPerPoint) const;

    bool operator==(const MapCamera&) const = default;

  private:
    geo::Coordinate m_centre;
    double m_metresPerPoint = 100;
    QSize m_pane{1, 1};
};

}  // namespace app
