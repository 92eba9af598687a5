// SPDX-License-Identifier: Apache-2.0
// Where a place of the map's plane stands in the picture.
#pragma once

#include "geo/shape/extent.hpp"
#include "styles/map/picture.hpp"

namespace styles {

/// One scale in both directions, north up.
class MapView {
  public:
    /// The view that shows all of an extent as large as a frame allows, in its middle.
    /// An extent without width or height is taken as a kilometre wide.
    MapView(const geo::Extent& extent, const RectPx& frame);

    PointPx toPicture(geo::Coordinate place) const {
        return {m_middle.x + (place.x - m_centre.x) / m_metresPerPixel,
                m_middle.y - (place.y - m_centre.y) / m_metresPerPixel};
    }
    /// What a part of the picture shows.
    geo::Extent toPlane(const RectPx& part) const {
        const auto x = [&](double at) { return m_centre.x + (at - m_middle.x) * m_metresPerPixel; };
        const auto y = [&](double at) { return m_centre.y - (at - m_middle.y) * m_metresPerPixel; };
        return {x(part.left), y(part.bottom), x(part.right), y(part.top)};
    }
    double metresPerPixel() const { return m_metresPerPixel; }

    /// The same of a picture so many times as wide and high.
    MapView magnified(double times) const;
    /// The same middle at another scale.
    MapView at(double metresPerPixel) const;

  private:
    geo::Coordinate m_centre;
    PointPx m_middle;
    double m_metresPerPixel = 1;
};

}  // namespace styles
