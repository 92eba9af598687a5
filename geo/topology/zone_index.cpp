// SPDX-License-Identifier: Apache-2.0
// ZoneIndex: the tree of zones, and of their union where they overlap.
#include "geo/topology/zone_index.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "geo/measure/area.hpp"
#include "geo/topology/cell_tree.hpp"
#include "geo/topology/overlay.hpp"
#include "geo/topology/repair.hpp"

namespace geo {
namespace {

constexpr double rounding_m2 = 1e-6;

std::vector<Geometry> madeValid(std::span<const Geometry> zones) {
    std::vector<Geometry> valid;
    valid.reserve(zones.size());
    for (const Geometry& zone : zones) {
        auto repair = repairPolygon(zone);
        valid.push_back(repair ? std::move(repair->geometry) : zone);
    }
    return valid;
}

double sumOf(const std::vector<ZoneIndex::Share>& shares) {
    double sum = 0;
    for (const ZoneIndex::Share& share : shares) sum += share.area_m2;
    return sum;
}

void dropRounding(std::vector<ZoneIndex::Share>& shares) {
    std::erase_if(shares, [](const ZoneIndex::Share& share) { return share.area_m2 < rounding_m2; });
    std::sort(shares.begin(), shares.end(), [](const auto& a, const auto& b) { return a.zone < b.zone; });
}

double withoutRounding(double area) { return area < rounding_m2 ? 0 : area; }

/// Puts what rounding left over where most of the plot lies, so that the sides of the ledger meet.
void balance(ZoneIndex::Shares& out) {
    const double leftOver = out.area_m2 + out.overlapped_m2 - out.outside_m2 - sumOf(out.inZones);
    const auto largest = std::max_element(out.inZones.begin(), out.inZones.end(),
                                          [](const auto& a, const auto& b) { return a.area_m2 < b.area_m2; });
    if (largest == out.inZones.end() || out.outside_m2 > largest->area_m2)
        out.outside_m2 += leftOver;
    else
        largest->area_m2 += leftOver;
}

}  // namespace

ZoneIndex::ZoneIndex(std::span<const Geometry> zones) {
    const std::vector<Geometry> valid = madeValid(zones);
    auto tree = std::make_unique<CellTree>(valid);
    if (tree->zonesOverlap()) {
        const Geometry together = unionOf(valid);
        m_union = std::make_unique<const CellTree>(std::span(&together, 1));
    }
    m_zones = std::move(tree);
}

ZoneIndex::~ZoneIndex() = default;
ZoneIndex::ZoneIndex(ZoneIndex&&) noexcept = default;
ZoneIndex& ZoneIndex::operator=(ZoneIndex&&) noexcept = default;

std::vector<std::uint32_t> ZoneIndex::zonesAt(Coordinate position) const {
    return m_zones->zonesAt(position);
}

void ZoneIndex::tabulate(const Geometry& plot, Shares& out) const {
    out.inZones.clear();
    out.outside_m2 = out.overlapped_m2 = 0;
    out.area_m2 = planarArea(plot).value;
    if (!std::isfinite(out.area_m2)) out.area_m2 = 0;
    if (!(out.area_m2 > 0)) return;
    const Extent extent = plot.extent();
    if (const auto* cover = m_zones->commonCover(extent)) return tabulateWhole(*cover, out);
    tabulateDivided(plot, extent, out);
}

void ZoneIndex::tabulateWhole(std::span<const std::uint32_t> cover, Shares& out) {
    for (const std::uint32_t zone : cover) out.inZones.push_back({zone, out.area_m2});
    if (cover.empty())
        out.outside_m2 = out.area_m2;
    else
        out.overlapped_m2 = out.area_m2 * static_cast<double>(cover.size() - 1);
}

void ZoneIndex::tabulateDivided(const Geometry& plot, const Extent& extent, Shares& out) const {
    const bool zonesOverlapThere = m_zones->addShares(plot, extent, out.inZones);
    double covered = sumOf(out.inZones);
    if (zonesOverlapThere && m_union) {
        std::vector<Share> inUnion;
        m_union->addShares(plot, extent, inUnion);
        out.overlapped_m2 = withoutRounding(covered - sumOf(inUnion));
        covered = sumOf(inUnion);
    }
    out.outside_m2 = withoutRounding(out.area_m2 - covered);
    dropRounding(out.inZones);
    balance(out);
}

}  // namespace geo
