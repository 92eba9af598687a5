// SPDX-License-Identifier: Apache-2.0
// Zones by position: which hold a point, and how much of a plot lies in each.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "geo/shape/coordinate.hpp"
#include "geo/shape/extent.hpp"
#include "geo/shape/geometry.hpp"

namespace geo {

class CellTree;

/// Immutable once made; any number of threads may read it. Zones are known by their place in the span.
/// Zones may overlap and leave gaps: areas come out zone by zone, as they lie.
class ZoneIndex {
  public:
    /// Zones that are not valid count as what they enclose by the even-odd rule.
    /// Errors: BadData `topology.not-computable` (reason) when GEOS cannot repair or unite zones.
    explicit ZoneIndex(std::span<const Geometry> zones);
    ~ZoneIndex();
    ZoneIndex(ZoneIndex&&) noexcept;
    ZoneIndex& operator=(ZoneIndex&&) noexcept;

    /// Ascending; empty outside all zones. A point on a border shared by two zones lies in exactly one.
    std::vector<std::uint32_t> zonesAt(Coordinate position) const;

    struct Share {
        std::uint32_t zone;
        double area_m2;
        bool operator==(const Share&) const = default;
    };
    /// area + overlapped = Σ inZones + outside; zones ascending, each at most once. What is less than a
    /// square millimetre is rounding and counts where most of the plot lies.
    struct Shares {
        std::vector<Share> inZones;
        double area_m2 = 0;
        double outside_m2 = 0;
        double overlapped_m2 = 0;
    };
    /// The exact area on the plane of a plot in every zone it touches; nothing is approximated but the last
    /// digits. The plot must be valid (repairPolygon). Out keeps its memory from plot to plot.
    void tabulate(const Geometry& plot, Shares& out) const;

  private:
    static void tabulateWhole(std::span<const std::uint32_t> cover, Shares& out);
    void tabulateDivided(const Geometry& plot, const Extent& extent, Shares& out) const;

    std::unique_ptr<const CellTree> m_zones;
    /// The union of all zones as one zone; absent where zones do not overlap, since then it is their sum.
    std::unique_ptr<const CellTree> m_union;
};

}  // namespace geo
