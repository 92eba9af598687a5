// SPDX-License-Identifier: Apache-2.0
// GEOS behind one border: handles with owners, faults as errors; included by the .cpp files of this room
// only.
#pragma once

#include <geos_c.h>

#include <memory>
#include <string>
#include <vector>

#include "geo/shape/geometry.hpp"

namespace geo {

struct GeosDeleter {
    GEOSContextHandle_t context = nullptr;
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
    void operator()(GEOSCoordSequence* sequence) const { GEOSCoordSeq_destroy_r(context, sequence); }
    void operator()(GEOSMakeValidParams* params) const { GEOSMakeValidParams_destroy_r(context, params); }
    void operator()(char* text) const { GEOSFree_r(context, text); }
};
template <class Handle>
using GeosOwned = std::unique_ptr<Handle, GeosDeleter>;
using GeosGeometry = GeosOwned<GEOSGeometry>;

/// One GEOS context for the length of one call: no handle of it leaves the thread.
class GeosSession {
  public:
    GeosSession();
    ~GeosSession() { GEOS_finish_r(m_context); }
    GeosSession(const GeosSession&) = delete;
    GeosSession& operator=(const GeosSession&) = delete;

    GEOSContextHandle_t context() const { return m_context; }

    /// Takes what GEOS answered. Errors: BadData `topology.not-computable` (reason: GEOS's words) for no
    /// answer.
    template <class Handle>
    GeosOwned<Handle> own(Handle* answer) const {
        if (answer == nullptr) throwFault();
        return GeosOwned<Handle>(answer, GeosDeleter{m_context});
    }
    /// The truth of a predicate. Errors: as above when GEOS says 2, "could not tell".
    bool truth(char answer) const {
        if (answer != 0 && answer != 1) throwFault();
        return answer == 1;
    }
    [[noreturn]] void throwFault() const;

    /// Rings of fewer than four coordinates are left out; open ones closed.
    GeosGeometry polygons(const Geometry& geometry) const;
    GeosGeometry collectionOf(std::vector<GeosGeometry> members, int geosType) const;
    /// The polygons in whatever GEOS made, points and lines left out; Polygon when there is one part.
    Geometry polygonsIn(const GEOSGeometry* made) const;

  private:
    GeosGeometry ring(Path path) const;
    GeosGeometry polygon(const Geometry& geometry, std::size_t part) const;
    void addPolygons(Geometry& into, const GEOSGeometry* made) const;
    void addRing(Geometry& into, const GEOSGeometry* ring) const;

    std::string m_fault;
    GEOSContextHandle_t m_context;
};

}  // namespace geo
