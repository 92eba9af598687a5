// SPDX-License-Identifier: Apache-2.0
// A length, or an area, told while somebody points it out on the map.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "app/desktop/desk.hpp"
#include "app/desktop/map_camera.hpp"

class QPainter;

namespace app {

/// Corners in the workspace's CRS, on whose plane lengths and areas are measured.
class MapMeasure {
  public:
    void add(geo::Coordinate corner) { m_corners.push_back(corner); }
    void pointTo(std::optional<geo::Coordinate> place) { m_pointer = place; }

    double length_m() const;
    /// Of the corners joined to a ring; 0 for fewer than three.
    double area_m2() const;
    QString text(const Desk& desk) const;
    void draw(QPainter& painter, const MapCamera& camera, const Desk& desk) const;

  private:
    std::vector<geo::Coordinate> path() const;

    std::vector<geo::Coordinate> m_corners;
    std::optional<geo::Coordinate> m_pointer;
};

}  // namespace app
