// SPDX-License-Identifier: Apache-2.0
// Shapes of the map's plane summed into the pixels of a part of the picture.
#pragma once

#include <optional>
#include <vector>

#include "geo/shape/shape_view.hpp"
#include "styles/map/area_sums.hpp"
#include "styles/map/map_view.hpp"

namespace styles {

/// Shapes too small to see add to the colour of their pixel in proportion to their area; neighbours leave no
/// seam between them. Corners are moved to the nearest 128th of a pixel, the same for all who share them.
class PlotRaster {
  public:
    /// The pixels of a whole number of columns and rows of the picture.
    PlotRaster(const MapView& view, const RectPx& pixels);

    /// A polygon however its rings run; what leaves the raster is cut off. Anything else, and rings without
    /// a place, are left out.
    void fill(const geo::ShapeView& plot, Colour colour);

    /// The borders of a polygon as wide as given, each half as strong as a line: where two plots meet they
    /// make up a whole one.
    void outline(const geo::ShapeView& plot, Colour colour, double width_px);

    void add(const PlotRaster& other) { m_sums.add(other.m_sums); }
    Raster raster(double strength = 1) const { return m_sums.raster(strength); }

  private:
    void readRing(const geo::PathView& path);
    void addRing(const ColourWeight& weight);
    void addCutRing(const ColourWeight& weight);
    void addCutEdge(PointPx from, PointPx to, const ColourWeight& weight);
    void addSegment(PointPx from, PointPx to, double width, const ColourWeight& weight);
    bool isInside(PointPx point) const {
        return point.x >= 0 && point.x <= m_right && point.y >= 0 && point.y <= m_bottom;
    }

    // From metres to fractions of a pixel.
    double m_scale;
    PointPx m_origin;
    double m_right;
    double m_bottom;
    AreaSums m_sums;
    // The ring in hand, in fractions of a pixel.
    std::vector<PointPx> m_ring;
    bool m_isRingInside = false;
    bool m_isRingFinite = false;
};

}  // namespace styles
