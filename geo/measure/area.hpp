// SPDX-License-Identifier: Apache-2.0
// Areas of polygons, on the plane and on the ellipsoid.
#pragma once

#include "geo/base/quantities.hpp"
#include "geo/crs/ellipsoid.hpp"
#include "geo/shape/geometry.hpp"

namespace geo {

/// Area of a closed ring by the shoelace formula, about its first coordinate so that large coordinates cost
/// no digits; positive when it runs counter-clockwise. Units:  those of the coordinates, squared.
double signedRingArea(Path ring);

/// Area of polygons on the plane: each part's outer ring less its holes, whatever way the rings run.
/// Units:  square metres for coordinates in metres; 0 for points and lines. Rings must not cross themselves.
SquareMetres planarArea(const Geometry& geometry);

/// Area of polygons on an ellipsoid, edges taken as geodesics.
/// Units:  square metres, never negative; holes subtracted.
/// CRS:    longitude/latitude in degrees on the ellipsoid's own datum, longitude first.
/// Source: Karney 2013, doi:10.1007/s00190-012-0578-z.
SquareMetres ellipsoidalArea(const Geometry& lonLatDegrees, const Ellipsoid& ellipsoid = {});

}  // namespace geo
