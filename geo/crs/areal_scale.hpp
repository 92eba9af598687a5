// SPDX-License-Identifier: Apache-2.0
// How much ellipsoidal area one unit of plane area stands for, by place.
#pragma once

#include "geo/crs/bicubic_grid.hpp"
#include "geo/crs/crs.hpp"
#include "geo/shape/coordinate.hpp"
#include "geo/shape/extent.hpp"

namespace geo {

/// On the ellipsoid of the CRS's own datum: a change of datum shifts heights, and areas with them (VN-2000 to
/// WGS 84: 1.2e-5). Kept as a grid within 1e-9 of the exact factor wherever that is probed (BicubicGrid).
/// Immutable once made: any number of threads may ask it.
///
/// The area of a shape on the plane × the factor at its centroid is its area on the ellipsoid, with a
/// relative error of at most (d/R)²/4, R = 6,371 km, for a shape of diameter d: 10⁻⁶ for 12 km, 10⁻⁸ for 1 km
/// (sides taken straight on the plane, as they were drawn).
class ArealScale {
  public:
    /// Over an extent in the CRS, best that of the territory and not of layers that may hold stray shapes.
    /// Errors: BadData `crs.no-areal-scale` (crs) for an extent of no area, or one in which the factor is
    ///         not smooth or not known everywhere.
    ArealScale(const Crs& crs, const Extent& extent);

    /// In m² on the ellipsoid for a unit of plane area, m² for a projected CRS. Beyond the extent, that of
    /// its nearest place.
    double at(Coordinate place) const { return m_grid.at(place)[0]; }

  private:
    BicubicGrid<1> m_grid;
};

}  // namespace geo
