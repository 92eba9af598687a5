// SPDX-License-Identifier: Apache-2.0
// The star test: every edge seen from the centre turns the same way, and the turns add up to one.
#include "geo/topology/star_ring.hpp"

#include <cmath>

namespace geo {
namespace {

double crossProduct(Coordinate a, Coordinate b) { return a.x * b.y - a.y * b.x; }

/// Whether the edge leaves the upper half plane for the lower or comes back: a full turn does so twice.
bool changesHalf(Coordinate a, Coordinate b) { return (a.y >= 0) != (b.y >= 0); }

}  // namespace

bool isStar(const Geometry& geometry) {
    if (!geometry.isPolygonal() || geometry.pathCount() != 1) return false;
    const Path ring = geometry.path(0);
    if (ring.size() < 4 || ring.front() != ring.back()) return false;
    const Extent extent = geometry.extent();
    const Coordinate centre = extent.centre();
    // A turn within rounding of nothing proves nothing; also false for NaN and infinity.
    const double least = extent.width() * extent.height() * 1e-12;
    const auto seen = [&](std::size_t i) { return Coordinate{ring[i].x - centre.x, ring[i].y - centre.y}; };
    const double way = crossProduct(seen(0), seen(1)) > 0 ? 1 : -1;
    int changes = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        if (!(way * crossProduct(seen(i - 1), seen(i)) > least)) return false;
        changes += changesHalf(seen(i - 1), seen(i)) ? 1 : 0;
    }
    return changes == 2;
}

}  // namespace geo
