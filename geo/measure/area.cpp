// SPDX-License-Identifier: Apache-2.0
// Areas: shoelace and geodesic polygons.
#include "geo/measure/area.hpp"

#include <cmath>

#include "geo/measure/geodesic.hpp"

namespace geo {
namespace {

template <class RingArea>
SquareMetres outerLessHoles(const Geometry& geometry, RingArea&& areaOf) {
    SquareMetres total;
    if (!geometry.isPolygonal()) return total;
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        const auto [begin, end] = geometry.partPaths(part);
        for (std::size_t path = begin; path < end; ++path) {
            const double area = std::abs(areaOf(geometry.path(path)));
            total.value += path == begin ? area : -area;
        }
    }
    return total;
}

double geodesicRingArea(const geod_geodesic& ellipsoid, Path ring) {
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    const std::size_t corners = ring.empty() ? 0 : ring.size() - 1;  // the last repeats the first
    for (std::size_t i = 0; i < corners; ++i)
        geod_polygon_addpoint(&ellipsoid, &polygon, ring[i].y, ring[i].x);
    double area = 0;
    geod_polygon_compute(&ellipsoid, &polygon, 0, 1, &area, nullptr);
    return area;
}

}  // namespace

double signedRingArea(Path ring) {
    double twice = 0;
    for (std::size_t i = 2; i < ring.size(); ++i) {
        const Coordinate a{ring[i - 1].x - ring[0].x, ring[i - 1].y - ring[0].y};
        const Coordinate b{ring[i].x - ring[0].x, ring[i].y - ring[0].y};
        twice += a.x * b.y - a.y * b.x;
    }
    return twice / 2;
}

SquareMetres planarArea(const Geometry& geometry) { return outerLessHoles(geometry, signedRingArea); }

SquareMetres ellipsoidalArea(const Geometry& lonLatDegrees, const Ellipsoid& ellipsoid) {
    const geod_geodesic geodesics = geodesicsOn(ellipsoid);
    return outerLessHoles(lonLatDegrees, [&](Path ring) { return geodesicRingArea(geodesics, ring); });
}

}  // namespace geo
