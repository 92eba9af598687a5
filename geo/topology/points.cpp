// SPDX-License-Identifier: Apache-2.0
// Points and polygons.
#include "geo/topology/points.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "geo/measure/area.hpp"
#include "geo/topology/geos.hpp"
#include "geo/topology/repair.hpp"

namespace geo {
namespace {

/// Whether the edge passes above the point; the same sum for both directions of a shared edge.
bool passesAbove(Coordinate from, Coordinate to, Coordinate point) {
    const bool runsEast = from.x <= to.x;
    const Coordinate west = runsEast ? from : to;
    const Coordinate east = runsEast ? to : from;
    if (point.x < west.x || point.x >= east.x) return false;
    return west.y + (point.x - west.x) * ((east.y - west.y) / (east.x - west.x)) > point.y;
}

double squaredDistance(Coordinate from, Coordinate to, Coordinate point) {
    const Coordinate along{to.x - from.x, to.y - from.y};
    const Coordinate aside{point.x - from.x, point.y - from.y};
    const double length = along.x * along.x + along.y * along.y;
    const double share =
        length > 0 ? std::clamp((aside.x * along.x + aside.y * along.y) / length, 0.0, 1.0) : 0;
    const double x = aside.x - share * along.x;
    const double y = aside.y - share * along.y;
    return x * x + y * y;
}

Coordinate coordinateOf(const GeosSession& geos, const GEOSGeometry* pointOrLine) {
    const GEOSCoordSequence* const sequence = GEOSGeom_getCoordSeq_r(geos.context(), pointOrLine);
    Coordinate found;
    if (sequence == nullptr || GEOSCoordSeq_getXY_r(geos.context(), sequence, 0, &found.x, &found.y) == 0) {
        geos.throwFault();
    }
    return found;
}

/// GEOS's search begins with cells as wide as the shorter side: a sliver would make millions of them.
bool isSliver(const Geometry& polygon) {
    const Extent extent = polygon.extent();
    const double shorter = std::min(extent.width(), extent.height());
    const double longer = std::max(extent.width(), extent.height());
    return shorter < longer / 1000 || planarArea(polygon).value < extent.width() * extent.height() / 10'000;
}

Coordinate poleOf(const Geometry& polygon) {
    const GeosSession geos;
    const GeosGeometry shape = geos.polygons(polygon);
    if (isSliver(polygon)) {
        return coordinateOf(geos, geos.own(GEOSPointOnSurface_r(geos.context(), shape.get())).get());
    }
    const Extent extent = polygon.extent();
    const double tolerance = std::max(extent.width(), extent.height()) / 200;
    const auto radius = geos.own(GEOSMaximumInscribedCircle_r(geos.context(), shape.get(), tolerance));
    return coordinateOf(geos, radius.get());
}

}  // namespace

bool containsPoint(const Geometry& polygon, Coordinate point) {
    bool isInside = false;
    if (!polygon.isPolygonal()) return false;
    for (std::size_t index = 0; index < polygon.pathCount(); ++index) {
        const Path ring = polygon.path(index);
        for (std::size_t i = 1; i < ring.size(); ++i) isInside ^= passesAbove(ring[i - 1], ring[i], point);
    }
    return isInside;
}

Metres distanceToBoundary(const Geometry& geometry, Coordinate point) {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t index = 0; index < geometry.pathCount(); ++index) {
        const Path path = geometry.path(index);
        if (path.size() == 1) nearest = std::min(nearest, squaredDistance(path[0], path[0], point));
        for (std::size_t i = 1; i < path.size(); ++i) {
            nearest = std::min(nearest, squaredDistance(path[i - 1], path[i], point));
        }
    }
    return {std::sqrt(nearest)};
}

Coordinate labelPoint(const Geometry& polygon) {
    if (polygon.isEmpty()) return {};
    const auto repair = repairPolygon(polygon);
    const Geometry& sound = repair ? repair->geometry : polygon;
    return sound.isEmpty() ? polygon.extent().centre() : poleOf(sound);
}

}  // namespace geo
