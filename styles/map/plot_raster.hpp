// SPDX-License-Identifier: Apache-2.0
// Shapes of the map's plane summed into the pixels of a part of the picture.
#pragma once

#include <span>
#include <vector>

#include "geo/shape/shape_view.hpp"
#include "styles/map/area_sums.hpp"
#include "styles/map/map_view.hpp"
#include "styles/map/ready_tile.hpp"

namespace styles {

/// Shapes too small to see add to the colour of their pixel in proportion to their area; neighbours leave no
/// seam between them. Corners are moved to the nearest 128th of a pixel, the same for all who share them.
class PlotRaster {
  public:
    /// The pixels of a whole number of columns and rows of the picture.
    PlotRaster(const MapView& view, const RectPx& pixels) : m_sums({0, 0}) { begin(view, pixels); }

    /// Empty again, for other pixels, in the memory it has.
    void begin(const MapView& view, const RectPx& pixels);

    /// A polygon however its rings run; what leaves the raster is cut off. Anything else, and rings without
    /// a place, are left out.
    void fill(const geo::ShapeView& plot, Colour colour);

    /// The borders of a polygon as wide as given, each half as strong as a line: where two plots meet they
    /// make up a whole one.
    void outline(const geo::ShapeView& plot, Colour colour, double width_px);

    /// The same of a tile: what is right of an arc takes the place of what is left of it. One weight a class.
    void fill(const ReadyTile& ready, std::span<const ColourWeight> weights);
    void outline(const ReadyTile& ready, Colour colour, double width_px);

    void add(const PlotRaster& other) { m_sums.add(other.m_sums); }
    void writePixels(double strength, std::span<std::uint32_t> pixels) const {
        m_sums.writePixels(strength, pixels);
    }
    Raster raster(double strength = 1) const { return m_sums.raster(strength); }

  private:
    void readRing(const geo::PathView& path);
    void readArc(const geo::ArcTile& tile, std::size_t arc);
    PointPx placeOf(const geo::ArcTile& tile, const geo::GridPoint& point) const;
    RectPx placeOf(const ReadyTile& ready, const ReadyTile::Box& box) const;
    bool isPassedBy(const RectPx& place) const;
    void beginPath();
    void addPoint(geo::Coordinate place);
    PointPx finePlaceOf(geo::Coordinate place) const {
        return {m_origin.x + place.x * m_scale, m_origin.y - place.y * m_scale};
    }
    void endPath();
    void addPath(const ColourWeight& weight);
    void addCutPath(const ColourWeight& weight);
    void addLine(double width, const ColourWeight& weight);
    void addCutEdge(PointPx from, PointPx to, const ColourWeight& weight);
    void addSegment(PointPx from, PointPx to, double width, const ColourWeight& weight);
    bool isInside(PointPx point) const {
        return point.x >= 0 && point.x <= m_right && point.y >= 0 && point.y <= m_bottom;
    }

    // From metres to fractions of a pixel.
    double m_scale = 1;
    PointPx m_origin;
    double m_right = 0;
    double m_bottom = 0;
    AreaSums m_sums;
    // The path in hand, in fractions of a pixel.
    std::vector<PointPx> m_path;
    bool m_isInside = false;
    bool m_isFinite = false;
};

}  // namespace styles
