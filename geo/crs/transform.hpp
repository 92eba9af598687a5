// SPDX-License-Identifier: Apache-2.0
// Coordinates from one CRS to another, by one operation for every point.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "geo/crs/crs.hpp"
#include "geo/shape/coordinate.hpp"
#include "geo/shape/geometry.hpp"

namespace geo {

/// One for each thread: it owns its PROJ context. The operation is chosen once, from the two CRSs alone, so a
/// point never changes how its neighbour is moved. Between VN-2000 and other datums it is EPSG:6960, the
/// parameters of QĐ 05/2007/QĐ-BTNMT, never the older EPSG:5194 (half a metre off in the north-west).
/// CRS:    x is east or longitude, y north or latitude, degrees for geographic CRSs, whatever the authority
/// says.
class Transform {
  public:
    /// Errors: BadData `crs.no-operation` naming both when no operation but a guess leads from one to the
    /// other.
    Transform(const Crs& from, const Crs& to);
    ~Transform();
    Transform(Transform&&) noexcept;
    Transform& operator=(Transform&&) noexcept;
    Transform(const Transform&) = delete;
    Transform& operator=(const Transform&) = delete;

    /// Errors: BadData `crs.not-transformable` with the coordinate when it lies where the target has no place
    /// for it.
    Coordinate apply(Coordinate position) const;
    /// In place. Errors: as above; the coordinates are then partly moved.
    void apply(std::span<Coordinate> positions) const;
    Geometry apply(Geometry geometry) const;

    bool isIdentity() const { return m_handles == nullptr; }
    bool isToDegrees() const { return m_isToDegrees; }
    /// `EPSG:6960 VN-2000 to WGS 84 (2)`: every named change of datum, else PROJ's name; empty for the
    /// identity.
    const std::string& operation() const { return m_operation; }

  private:
    struct Handles;
    std::unique_ptr<Handles> m_handles;
    std::string m_operation;
    bool m_isToDegrees = false;
};

}  // namespace geo
