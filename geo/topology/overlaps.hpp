// SPDX-License-Identifier: Apache-2.0
// Polygons of one layer that lie over one another.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/quantities.hpp"
#include "geo/shape/geometry.hpp"

namespace geo {

/// Two polygons by their place in the span, first < second, and the area they share.
struct OverlapPair {
    std::uint32_t first;
    std::uint32_t second;
    double area_m2;
    bool operator==(const OverlapPair&) const = default;
};

/// Every pair whose shared area on the plane is above the limit, ordered by first, then second.
/// Polygons must be valid (repairPolygon). Less than a square millimetre is rounding and never reported.
/// Errors: Stopped.
std::vector<OverlapPair> findOverlaps(std::span<const Geometry> polygons, SquareMetres ignoreBelow,
                                      const Progress& progress);

}  // namespace geo
