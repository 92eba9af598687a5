// SPDX-License-Identifier: Apache-2.0
// The area of plots by zone, straight from the bytes they are stored in.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/shape/geometry.hpp"
#include "geo/shape/shape_view.hpp"
#include "geo/topology/even_odd.hpp"
#include "geo/topology/plot_rings.hpp"
#include "geo/topology/zone_index.hpp"
#include "geo/topology/zone_shares.hpp"

namespace geo {

/// Measures plots against zones; one for each thread, since it keeps its working memory from plot to plot.
/// The zones must outlive it.
class PlotTabulator {
  public:
    /// Valid: whoever stored the plots has repaired them. Unknown: rings that cross are told apart here and
    /// count by the even-odd rule.
    enum class Rings : std::uint8_t { Valid, Unknown };

    PlotTabulator(const ZoneIndex& zones, Rings rings);

    /// The exact area on the plane of a plot in every zone it touches; nothing is approximated but the last
    /// digits. Nothing for what is no polygon or has no area. The answer holds until the next question.
    const ZoneIndex::Shares& shares(const ShapeView& plot);
    const ZoneIndex::Shares& shares(const Geometry& plot);

  private:
    template <class Shape>
    const ZoneIndex::Shares& measure(const Shape& plot);
    template <class Shape>
    void judgeRings(const Shape& plot);
    template <class Shape>
    void divide(const Shape& plot);
    void takeEnclosed(std::span<const BoundaryEdge> edges, EvenOdd::Rings fault);
    std::string_view faultIn(EvenOdd::Rings fault) const;
    void giveWhole(const ZoneGrid::Label& label);
    void takeSums();

    const ZoneIndex* m_zones;
    Rings m_trust;
    PlotRings m_rings;
    EvenOdd m_evenOdd;
    ZoneShares m_sums;
    std::vector<BoundaryEdge> m_edges;
    bool m_isRepaired = false;
    ZoneIndex::Shares m_shares;
};

}  // namespace geo
