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
    double metresPerPixel() const { return m_metresPerPixel; }

  private:
    geo::Coordinate m_centre;
    PointPx m_middle;
    double m_metresPerPixel = 1;
};

}  // namespace styles
