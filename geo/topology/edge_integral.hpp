// SPDX-License-Identifier: Apache-2.0
// Areas as integrals over edges: no predicates, no tolerance, continuous in their input.
#pragma once

#include <span>
#include <vector>

#include "geo/topology/clipped_region.hpp"

namespace geo {

/// The area two regions share in a cell, from their boundaries (appendBoundary): the sum over pairs of edges
/// of ± ∫ min(e, f) dx. Rounding aside it is exact, and linear in each region.
double sharedArea(std::span<const BoundaryEdge> first, std::span<const BoundaryEdge> second);

/// The area of a region in a cell from its boundary.
double areaWithin(std::span<const BoundaryEdge> boundary);

/// As sharedArea() of two regions clipped to the cell, which is cut into smaller ones while both have many
/// edges.
double sharedArea(const ClippedRegion& first, const ClippedRegion& second, const Extent& cell);

}  // namespace geo
