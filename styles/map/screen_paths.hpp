// SPDX-License-Identifier: Apache-2.0
// Shapes of the map's plane as paths of the picture: thinned to its pixels, cut at the map's frame.
#pragma once

#include "geo/shape/geometry.hpp"
#include "geo/topology/coverage.hpp"
#include "styles/map/map_view.hpp"
#include "styles/map/picture.hpp"

namespace styles {

/// Rings of a polygon for filling; what lies outside the frame is cut off along its edge.
PathsPx ringsOnScreen(const geo::Geometry& polygon, const MapView& view, const RectPx& frame);

/// The same with every vertex kept, for shapes so small that thinning would lose them.
PathsPx fineRingsOnScreen(const geo::Geometry& polygon, const MapView& view, const RectPx& frame);

/// All paths of a shape for stroking; they end where they leave the frame.
PathsPx linesOnScreen(const geo::Geometry& shape, const MapView& view, const RectPx& frame);

/// The borders of a mosaic, each drawn once.
struct MosaicBorders {
    /// Shared by two units.
    PathsPx inner;
    /// Of one unit only.
    PathsPx outer;
};

/// Two units that do not share vertices each keep a border of their own.
MosaicBorders bordersOnScreen(const geo::Coverage& borders, const MapView& view, const RectPx& frame);

/// Leaves out points that a straight line passes nearer than the eye can tell (Douglas and Peucker 1973);
/// both ends stay.
PathPx thinned(const PathPx& path);

/// The pieces of a line inside a rectangle.
PathsPx clippedLine(const PathPx& line, const RectPx& frame);

/// A ring cut by a rectangle; empty when nothing is left.
PathPx clippedRing(const PathPx& ring, const RectPx& frame);

}  // namespace styles
