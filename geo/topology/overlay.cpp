// SPDX-License-Identifier: Apache-2.0
// Overlay: GEOS's own, faults checked.
#include "geo/topology/overlay.hpp"

#include <utility>
#include <vector>

#include "geo/topology/geos.hpp"

namespace geo {
namespace {

GeosGeometry collected(const GeosSession& geos, std::span<const Geometry> polygons) {
    std::vector<GeosGeometry> members;
    for (const Geometry& polygon : polygons) members.push_back(geos.polygons(polygon));
    return geos.collectionOf(std::move(members), GEOS_GEOMETRYCOLLECTION);
}

/// Runs one operation of GEOS over two polygons.
template <class Operation>
Geometry over(const Geometry& first, const Geometry& second, Operation&& operation) {
    const GeosSession geos;
    const GeosGeometry a = geos.polygons(first);
    const GeosGeometry b = geos.polygons(second);
    return geos.polygonsIn(geos.own(operation(geos.context(), a.get(), b.get())).get());
}

template <class Operation>
Geometry overAll(std::span<const Geometry> polygons, Operation&& operation) {
    const GeosSession geos;
    const GeosGeometry together = collected(geos, polygons);
    return geos.polygonsIn(geos.own(operation(geos.context(), together.get())).get());
}

}  // namespace

Geometry unionOf(std::span<const Geometry> polygons) { return overAll(polygons, GEOSUnaryUnion_r); }

Geometry intersectionOf(const Geometry& first, const Geometry& second) {
    return over(first, second, GEOSIntersection_r);
}

Geometry differenceOf(const Geometry& first, const Geometry& second) {
    return over(first, second, GEOSDifference_r);
}

Geometry gridUnionOf(std::span<const Geometry> polygons) {
    return overAll(polygons, [](auto context, const auto* all) {
        return GEOSUnaryUnionPrec_r(context, all, pieceGrid.value);
    });
}

Geometry gridIntersectionOf(const Geometry& first, const Geometry& second) {
    return over(first, second, [](auto context, const auto* a, const auto* b) {
        return GEOSIntersectionPrec_r(context, a, b, pieceGrid.value);
    });
}

Geometry gridDifferenceOf(const Geometry& first, const Geometry& second) {
    return over(first, second, [](auto context, const auto* a, const auto* b) {
        return GEOSDifferencePrec_r(context, a, b, pieceGrid.value);
    });
}

Geometry coverageUnionOf(std::span<const Geometry> faces) { return overAll(faces, GEOSCoverageUnion_r); }

}  // namespace geo
