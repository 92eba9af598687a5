// SPDX-License-Identifier: Apache-2.0
// One pass over the rings; then the label of the cells they lie in, or pairs of edges where borders run.
#include "geo/topology/plot_tabulator.hpp"

#include <cmath>

#include "geo/topology/edge_integral.hpp"
#include "geo/topology/zone_grid.hpp"

namespace geo {
namespace {

constexpr double rounding_m2 = 1e-6;

/// What may be left of nothing: a square millimetre, more where a plot as large as a commune was summed.
double roundingIn(double area_m2) { return rounding_m2 + 1e-13 * area_m2; }

double withoutRounding(double part_m2, double area_m2) {
    return part_m2 < roundingIn(area_m2) ? 0 : part_m2;
}

std::string_view idOf(PlotRings::Fault fault) {
    switch (fault) {
        case PlotRings::Fault::None:
            return {};
        case PlotRings::Fault::OpenRing:
            return "open-ring";
        case PlotRings::Fault::TooFewPoints:
            return "too-few-points";
        case PlotRings::Fault::NotFinite:
            return "invalid-coordinate";
    }
    return {};
}

}  // namespace

PlotTabulator::PlotTabulator(const ZoneIndex& zones, Rings rings)
    : m_zones(&zones), m_trust(rings), m_sums(zones.grid(), zones.zoneCount()) {}

const ZoneIndex::Shares& PlotTabulator::shares(const ShapeView& plot) { return measure(plot); }
const ZoneIndex::Shares& PlotTabulator::shares(const Geometry& plot) { return measure(plot); }

template <class Shape>
const ZoneIndex::Shares& PlotTabulator::measure(const Shape& plot) {
    m_rings.sum(plot);
    m_shares.inZones.clear();
    m_shares.outside_m2 = m_shares.overlapped_m2 = 0;
    m_shares.repairReason = idOf(m_rings.fault());
    const bool isNumber = m_rings.fault() != PlotRings::Fault::NotFinite;
    m_shares.area_m2 = m_shares.areaByShoelace_m2 = isNumber ? m_rings.area_m2() : 0;
    m_shares.centroid = isNumber && m_shares.area_m2 > 0 ? m_rings.centroid() : Coordinate{};
    m_isRepaired = false;
    if (!isNumber) return m_shares;
    if (m_trust == Rings::Unknown && !m_rings.isStar()) judgeRings(plot);
    if (!(m_shares.area_m2 > 0)) return m_shares;
    if (const ZoneGrid::Label* const label = m_zones->grid().labelOver(m_rings.extent()))
        giveWhole(*label);
    else
        divide(plot);
    return m_shares;
}

template <class Shape>
void PlotTabulator::judgeRings(const Shape& plot) {
    if (m_rings.extent().isEmpty()) return;
    const Extent& extent = m_rings.extent();
    m_rings.edgesOf(plot, {extent.minX, extent.minY}, m_edges);
    const EvenOdd::Rings rings = m_evenOdd.judge(m_edges);
    if (rings != EvenOdd::Rings::Apart) takeEnclosed(m_edges, rings);
}

/// What the rule changes by rounding alone, as where a ring touches itself, is no fault.
void PlotTabulator::takeEnclosed(std::span<const BoundaryEdge> edges, EvenOdd::Rings fault) {
    const double area_m2 = areaEastOf(-1, m_evenOdd.enclosed(edges));
    m_isRepaired = true;
    const double change_m2 = std::abs(area_m2 - m_shares.area_m2);
    if (change_m2 > rounding_m2 + 1e-9 * area_m2) {
        m_shares.repairReason = faultIn(fault);
        m_shares.centroid = m_rings.extent().centre();
    }
    m_shares.area_m2 = area_m2;
}

std::string_view PlotTabulator::faultIn(EvenOdd::Rings fault) const {
    if (fault == EvenOdd::Rings::Crossing || !m_rings.hasManyRings()) return "self-intersection";
    return m_rings.hasHoles() ? "hole-outside" : "nested-parts";
}

template <class Shape>
void PlotTabulator::divide(const Shape& plot) {
    m_rings.edgesOf(plot, m_sums.cornerOf(m_rings.extent()), m_edges);
    m_sums.sum(m_isRepaired ? m_evenOdd.enclosed(m_edges) : std::span<const BoundaryEdge>(m_edges),
               m_rings.extent());
    takeSums();
}

void PlotTabulator::giveWhole(const ZoneGrid::Label& label) {
    std::int32_t inAny = 0;
    for (const auto& [zone, count] : label) {
        inAny += zone == m_zones->zoneCount() ? -count : count;
        if (zone == m_zones->zoneCount())
            m_shares.overlapped_m2 = m_shares.area_m2 * count;
        else
            m_shares.inZones.push_back({zone, m_shares.area_m2});
    }
    if (inAny == 0) m_shares.outside_m2 = m_shares.area_m2;
}

void PlotTabulator::takeSums() {
    const double whole_m2 = m_shares.area_m2;
    for (const std::uint32_t zone : m_sums.zones()) {
        const double area_m2 = m_sums.area(zone);
        if (area_m2 >= roundingIn(whole_m2)) m_shares.inZones.push_back({zone, area_m2});
    }
    m_shares.overlapped_m2 = withoutRounding(m_sums.excess(), whole_m2);
    m_shares.outside_m2 = withoutRounding(whole_m2 - m_sums.inAny(), whole_m2);
}

}  // namespace geo
