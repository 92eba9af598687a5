// SPDX-License-Identifier: Apache-2.0
// Overlay: GEOS's own, faults checked.
#include "geo/topology/overlay.hpp"

#include <utility>
#include <vector>

#include "geo/topology/geos.hpp"

namespace geo {

Geometry unionOf(std::span<const Geometry> polygons) {
    const GeosSession geos;
    std::vector<GeosGeometry> members;
    for (const Geometry& polygon : polygons) members.push_back(geos.polygons(polygon));
    const GeosGeometry together = geos.collectionOf(std::move(members), GEOS_GEOMETRYCOLLECTION);
    return geos.polygonsIn(geos.own(GEOSUnaryUnion_r(geos.context(), together.get())).get());
}

Geometry intersectionOf(const Geometry& first, const Geometry& second) {
    const GeosSession geos;
    const GeosGeometry a = geos.polygons(first);
    const GeosGeometry b = geos.polygons(second);
    return geos.polygonsIn(geos.own(GEOSIntersection_r(geos.context(), a.get(), b.get())).get());
}

Geometry differenceOf(const Geometry& first, const Geometry& second) {
    const GeosSession geos;
    const GeosGeometry a = geos.polygons(first);
    const GeosGeometry b = geos.polygons(second);
    return geos.polygonsIn(geos.own(GEOSDifference_r(geos.context(), a.get(), b.get())).get());
}

}  // namespace geo
