// SPDX-License-Identifier: Apache-2.0
// The one border to GEOS.
#include "geo/topology/geos.hpp"

#include <type_traits>
#include <utility>

#include "geo/base/error.hpp"

namespace geo {
namespace {

static_assert(sizeof(Coordinate) == 2 * sizeof(double) && std::is_standard_layout_v<Coordinate>,
              "coordinates are handed to GEOS as one buffer of doubles");

constexpr std::size_t fewestInARing = 4;

/// Called from C: must not throw.
void keepFault(const char* words, void* fault) noexcept {
    try {
        static_cast<std::string*>(fault)->assign(words);
    } catch (...) {  // the words are lost, the fault is still seen
        return;
    }
}

}  // namespace

GeosSession::GeosSession() : m_context(GEOS_init_r()) {
    if (m_context == nullptr)
        throw Error(ErrorKind::Internal, "topology.not-computable", {{"reason", "GEOS_init_r"}});
    GEOSContext_setErrorMessageHandler_r(m_context, keepFault, &m_fault);
}

void GeosSession::throwFault() const {
    throw Error(ErrorKind::BadData, "topology.not-computable", {{"reason", m_fault}});
}

GeosGeometry GeosSession::ring(Path path) const {
    const double* const ordinates = &path.front().x;
    auto sequence =
        own(GEOSCoordSeq_copyFromBuffer_r(m_context, ordinates, static_cast<unsigned>(path.size()), 0, 0));
    return own(GEOSGeom_createLinearRing_r(m_context, sequence.release()));
}

GeosGeometry GeosSession::polygon(const Geometry& geometry, std::size_t part) const {
    const auto [begin, end] = geometry.partPaths(part);
    std::vector<GeosGeometry> rings;
    for (std::size_t index = begin; index < end; ++index) {
        const Path path = geometry.path(index);
        std::vector<Coordinate> closed(path.begin(), path.end());
        if (!closed.empty() && closed.front() != closed.back()) closed.push_back(closed.front());
        if (closed.size() >= fewestInARing)
            rings.push_back(ring(closed));
        else if (index == begin)
            break;  // without its outer ring a part is nothing
    }
    if (rings.empty()) return own(GEOSGeom_createEmptyPolygon_r(m_context));
    std::vector<GEOSGeometry*> released;
    for (GeosGeometry& owned : rings) released.push_back(owned.release());
    return own(GEOSGeom_createPolygon_r(m_context, released.front(), released.data() + 1,
                                        static_cast<unsigned>(released.size() - 1)));
}

GeosGeometry GeosSession::collectionOf(std::vector<GeosGeometry> members, int geosType) const {
    std::vector<GEOSGeometry*> released;
    for (GeosGeometry& owned : members) released.push_back(owned.release());
    return own(GEOSGeom_createCollection_r(m_context, geosType, released.data(),
                                           static_cast<unsigned>(released.size())));
}

GeosGeometry GeosSession::polygons(const Geometry& geometry) const {
    std::vector<GeosGeometry> parts;
    if (geometry.isPolygonal()) {
        for (std::size_t part = 0; part < geometry.partCount(); ++part)
            parts.push_back(polygon(geometry, part));
    }
    if (parts.size() == 1) return std::move(parts.front());
    return collectionOf(std::move(parts), GEOS_MULTIPOLYGON);
}

void GeosSession::addRing(Geometry& into, const GEOSGeometry* ring) const {
    const GEOSCoordSequence* const sequence = GEOSGeom_getCoordSeq_r(m_context, ring);
    unsigned count = 0;
    if (sequence == nullptr || GEOSCoordSeq_getSize_r(m_context, sequence, &count) == 0) throwFault();
    std::vector<Coordinate> coordinates(count);
    if (count > 0 && GEOSCoordSeq_copyToBuffer_r(m_context, sequence, &coordinates.front().x, 0, 0) == 0)
        throwFault();
    into.addPath(coordinates);
}

void GeosSession::addPolygons(Geometry& into, const GEOSGeometry* made) const {
    const int type = GEOSGeomTypeId_r(m_context, made);
    if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        const int members = GEOSGetNumGeometries_r(m_context, made);
        for (int i = 0; i < members; ++i) addPolygons(into, GEOSGetGeometryN_r(m_context, made, i));
        return;
    }
    if (type != GEOS_POLYGON || truth(GEOSisEmpty_r(m_context, made))) return;
    into.beginPart();
    addRing(into, GEOSGetExteriorRing_r(m_context, made));
    const int holes = GEOSGetNumInteriorRings_r(m_context, made);
    for (int i = 0; i < holes; ++i) addRing(into, GEOSGetInteriorRingN_r(m_context, made, i));
}

Geometry GeosSession::polygonsIn(const GEOSGeometry* made) const {
    Geometry polygons(GeometryKind::MultiPolygon);
    addPolygons(polygons, made);
    return polygons.partCount() == 1 ? asKind(std::move(polygons), GeometryKind::Polygon) : polygons;
}

}  // namespace geo
