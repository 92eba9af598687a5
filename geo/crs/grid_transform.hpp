// SPDX-License-Identifier: Apache-2.0
// A Transform at the price of a table.
#pragma once

#include <optional>
#include <span>

#include "geo/base/quantities.hpp"
#include "geo/crs/bicubic_grid.hpp"
#include "geo/crs/transform.hpp"
#include "geo/shape/coordinate.hpp"
#include "geo/shape/extent.hpp"

namespace geo {

/// What a Transform answers at the nodes of a grid, bicubic between them: over a province some ten times as
/// fast, and as near as asked. Immutable once made: any number of threads may ask it, and the Transform it
/// was made from is not needed any more.
class GridTransform {
  public:
    /// Covers an extent in the source's CRS. The grid is refined until it is within a quarter of the
    /// tolerance of the Transform wherever that is probed (BicubicGrid); in degrees, a metre counts as
    /// 1/111,320. Where no grid does (a jump, a place the target has none for, an extent of no area) nothing
    /// is covered.
    GridTransform(const Transform& exact, const Extent& extent, Metres tolerance = {1e-6});

    /// Empty when nothing is.
    const Extent& covered() const { return m_covered; }

    /// In place. A position that is not covered, or is no number, becomes two NaNs: its answer is the exact
    /// Transform's, one for each thread.
    void apply(std::span<Coordinate> positions) const;

  private:
    Extent m_covered;
    /// Nothing where no grid does, and for the identity, which needs none.
    std::optional<BicubicGrid<2>> m_grid;
};

}  // namespace geo
