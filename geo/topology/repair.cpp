// SPDX-License-Identifier: Apache-2.0
// Validity and repair: a cheap proof first, GEOS for the rest.
#include "geo/topology/repair.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "geo/measure/area.hpp"
#include "geo/topology/geos.hpp"
#include "geo/topology/star_ring.hpp"

namespace geo {
namespace {

std::string reasonIdOf(std::string_view words) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> reasons{{
        {"Ring Self-intersection", "ring-self-intersection"},
        {"Self-intersection", "self-intersection"},
        {"Hole lies outside", "hole-outside"},
        {"Too few points", "too-few-points"},
        {"Holes are nested", "nested-holes"},
        {"Nested shells", "nested-parts"},
        {"Duplicate Rings", "duplicate-rings"},
        {"Invalid Coordinate", "invalid-coordinate"},
    }};
    for (const auto& [start, id] : reasons) {
        if (words.starts_with(start)) return std::string(id);
    }
    return "other";
}

bool hasTooShortRing(const Geometry& geometry) {
    for (std::size_t path = 0; path < geometry.pathCount(); ++path) {
        if (geometry.path(path).size() < 4) return true;
    }
    return false;
}

GeosGeometry madeValid(const GeosSession& geos, const GEOSGeometry* polygons) {
    const auto params = geos.own(GEOSMakeValidParams_create_r(geos.context()));
    if (GEOSMakeValidParams_setMethod_r(geos.context(), params.get(), GEOS_MAKE_VALID_LINEWORK) == 0)
        geos.throwFault();
    return geos.own(GEOSMakeValidWithParams_r(geos.context(), polygons, params.get()));
}

Repair repaired(const Geometry& before, Geometry after, std::string reasonId) {
    const SquareMetres areaAfter = planarArea(after);
    return {std::move(after), std::move(reasonId), planarArea(before), areaAfter};
}

}  // namespace

bool isValidPolygon(const Geometry& geometry) {
    if (isStar(geometry)) return true;
    if (!geometry.isPolygonal() || !hasFiniteCoordinates(geometry) || hasTooShortRing(geometry)) return false;
    const GeosSession geos;
    return geos.truth(GEOSisValid_r(geos.context(), geos.polygons(geometry).get()));
}

std::optional<Repair> repairPolygon(const Geometry& geometry) {
    if (isStar(geometry)) return std::nullopt;
    if (!hasFiniteCoordinates(geometry))
        return repaired(geometry, Geometry(GeometryKind::MultiPolygon), "invalid-coordinate");
    const GeosSession geos;
    const GeosGeometry polygons = geos.polygons(geometry);
    const bool isShort = hasTooShortRing(geometry);
    if (!isShort && geos.truth(GEOSisValid_r(geos.context(), polygons.get()))) return std::nullopt;
    const auto words = geos.own(GEOSisValidReason_r(geos.context(), polygons.get()));
    const std::string reasonId = isShort ? "too-few-points" : reasonIdOf(words.get());
    return repaired(geometry, geos.polygonsIn(madeValid(geos, polygons.get()).get()), reasonId);
}

}  // namespace geo
