// SPDX-License-Identifier: Apache-2.0
// Shapes from OGR and to OGR, path by path.
#pragma once

#include <memory>
#include <vector>

#include "geo/shape/geometry.hpp"

namespace layers {

struct OgrGeometryDestroyer {
    void operator()(void* geometry) const;
};
using OgrGeometry = std::unique_ptr<void, OgrGeometryDestroyer>;

/// Two dimensions; open rings closed; curves as lines; collections, surfaces and nothing come as Empty.
geo::Geometry fromOgrGeometry(void* ogrGeometry);

/// As the kind asks: single shapes become multiple ones of one part; nothing for an empty shape.
OgrGeometry toOgrGeometry(const geo::Geometry& geometry, geo::GeometryKind asKind);

/// OGR's number for a layer of this kind.
int ogrTypeOf(geo::GeometryKind kind);
/// The kind for OGR's number; Empty for sorts we do not read. Curves count as lines.
geo::GeometryKind kindOfOgrType(int ogrType);

/// 0 for points, 1 for lines, 2 for polygons, -1 for nothing.
int dimensionOf(geo::GeometryKind kind);
/// One kind that holds both: the higher dimension, as multiple when one of them is.
geo::GeometryKind kindOfBoth(geo::GeometryKind a, geo::GeometryKind b);

/// The multiple kind of a single one; others as they are.
geo::GeometryKind multipleOf(geo::GeometryKind kind);

}  // namespace layers
