// SPDX-License-Identifier: Apache-2.0
// Small measurements on open rings (first coordinate not repeated).
#pragma once

#include "geo/shape/coordinate.hpp"
#include "geo/shape/geometry.hpp"
#include "sample-data/generator/lattice.hpp"

namespace sample {

/// Positive anticlockwise; measured from the first coordinate, so that large eastings cost no digits.
double signedArea_m2(geo::Path ring);

/// The planar area of polygons: outer rings less holes, whatever their direction.
double areaOf_m2(const geo::Geometry& polygons);

/// Centre of gravity of a ring that encloses something.
geo::Coordinate centroidOf(geo::Path ring);

/// By the even-odd rule; works for open and closed rings.
bool ringContains(geo::Path ring, geo::Coordinate position);

/// Whether two segments cross in a point inside both.
bool segmentsCross(geo::Coordinate a, geo::Coordinate b, geo::Coordinate c, geo::Coordinate d);

}  // namespace sample
