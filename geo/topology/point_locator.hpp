// SPDX-License-Identifier: Apache-2.0
// Very many points in zones that lie in another coordinate system.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "geo/crs/crs.hpp"
#include "geo/crs/grid_transform.hpp"
#include "geo/crs/transform.hpp"
#include "geo/shape/coordinate.hpp"
#include "geo/shape/geometry.hpp"
#include "geo/topology/zone_index.hpp"

namespace geo {

/// Moves points by a table over the extent of the zones (GridTransform, within a micrometre of PROJ), by PROJ
/// beyond it. Asked by one thread at a time, it shares the work among several itself; which of them answers
/// changes no byte.
class PointLocator {
  public:
    /// Errors: those of Transform between the two systems, and of ZoneIndex.
    PointLocator(std::span<const Geometry> zones, const Crs& crsOfZones, const Crs& crsOfPoints);

    /// Fills in the lowest zone each position lies in, noFace outside all of them, and moves the positions
    /// onto the plane of the zones: two NaNs where it has no place for one, or it was no number.
    void locate(std::span<Coordinate> positions, std::span<std::uint32_t> zones, unsigned threads = 0) const;

  private:
    /// Places in a span of positions.
    using Places = std::vector<std::size_t>;
    Places locateByTable(std::span<Coordinate> positions, std::span<std::uint32_t> zones) const;
    void locateExactly(Coordinate& position, std::uint32_t& zone) const;

    ZoneIndex m_zones;
    Transform m_exact;
    GridTransform m_table;
};

}  // namespace geo
