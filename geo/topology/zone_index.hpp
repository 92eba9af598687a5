// SPDX-License-Identifier: Apache-2.0
// Zones by position: which hold a point, and how much of a plot lies in each.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "geo/shape/coordinate.hpp"
#include "geo/shape/extent.hpp"
#include "geo/shape/geometry.hpp"

namespace geo {

class ZoneGrid;

/// Immutable once made; any number of threads may read it. Zones are known by their place in the span.
/// Zones may overlap and leave gaps: areas come out zone by zone, as they lie.
class ZoneIndex {
  public:
    /// Zones that are not valid count as what they enclose by the even-odd rule.
    /// Errors: BadData `topology.not-computable` (reason) when GEOS cannot repair a zone.
    explicit ZoneIndex(std::span<const Geometry> zones);
    ~ZoneIndex();
    ZoneIndex(ZoneIndex&&) noexcept;
    ZoneIndex& operator=(ZoneIndex&&) noexcept;

    /// Ascending; empty outside all zones. A point on a border shared by two zones lies in exactly one.
    std::vector<std::uint32_t> zonesAt(Coordinate position) const;

    /// The lowest zone that holds each position, noFace outside all zones: the fast path for millions of
    /// points. Both spans are of one size.
    void locate(std::span<const Coordinate> positions, std::span<std::uint32_t> zones) const;

    struct Share {
        std::uint32_t zone;
        double area_m2;
        bool operator==(const Share&) const = default;
    };
    /// area + overlapped = Σ inZones + outside but for rounding; zones ascending, each at most once. What is
    /// less than a square millimetre is rounding and left out.
    struct Shares {
        std::vector<Share> inZones;
        double area_m2 = 0;
        double outside_m2 = 0;
        double overlapped_m2 = 0;
        Coordinate centroid;
        /// Why rings counted otherwise than they were drawn, as in Repair, or `open-ring`; empty for valid
        /// rings.
        std::string_view repairReason;
        /// Over the rings as they came.
        double areaByShoelace_m2 = 0;
    };
    /// As PlotTabulator gives them for one valid plot.
    void tabulate(const Geometry& plot, Shares& out) const;

    std::uint32_t zoneCount() const { return m_zoneCount; }
    const ZoneGrid& grid() const { return *m_grid; }

  private:
    std::uint32_t m_zoneCount;
    std::unique_ptr<const ZoneGrid> m_grid;
};

}  // namespace geo
