// SPDX-License-Identifier: Apache-2.0
// Fits an extent into a frame.
#include "styles/map/map_view.hpp"

namespace styles {

MapView::MapView(const geo::Extent& extent, const RectPx& frame)
    : m_centre(extent.centre()), m_middle(frame.centre()) {
    m_metresPerPixel = std::max(extent.width() / frame.width(), extent.height() / frame.height());
    if (m_metresPerPixel <= 0) m_metresPerPixel = 1000 / frame.width();
}

MapView MapView::magnified(double times) const {
    MapView larger = *this;
    larger.m_middle = {m_middle.x * times, m_middle.y * times};
    larger.m_metresPerPixel /= times;
    return larger;
}

MapView MapView::at(double metresPerPixel) const {
    MapView view = *this;
    view.m_metresPerPixel = metresPerPixel;
    return view;
}

}  // namespace styles
