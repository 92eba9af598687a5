// SPDX-License-Identifier: Apache-2.0
// ZoneIndex: points by the grid, and the grid made from zones.
#include "geo/topology/zone_index.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "geo/base/parallel.hpp"
#include "geo/measure/area.hpp"
#include "geo/topology/faced_edges.hpp"
#include "geo/topology/plot_tabulator.hpp"
#include "geo/topology/repair.hpp"
#include "geo/topology/zone_grid.hpp"

namespace geo {
namespace {

/// Zones as the even-odd rule has them; those whose area is no number hold nothing.
std::vector<FacedEdge> edgesOf(std::span<const Geometry> zones) {
    std::vector<Geometry> valid(zones.begin(), zones.end());
    parallelFor(valid.size(), 1, [&valid](const Chunk& chunk) {
        Geometry& zone = valid[chunk.index];
        if (!std::isfinite(planarArea(zone).value)) zone = Geometry();
        if (auto repair = repairPolygon(zone)) zone = std::move(repair->geometry);
    });
    return facedEdges(valid);
}

/// Counts zones at one place; they are few.
class Counts {
  public:
    void clear() { m_entries.clear(); }
    void add(std::uint32_t zone, std::int32_t change) {
        if (zone == noFace) return;
        for (auto& entry : m_entries) {
            if (entry.zone == zone) return static_cast<void>(entry.count += change);
        }
        m_entries.push_back({zone, change});
    }
    std::span<const ZoneGrid::ZoneCount> entries() const { return m_entries; }

  private:
    std::vector<ZoneGrid::ZoneCount> m_entries;
};

/// Down from the upper left corner of the position's cell: along its top, then through the edges below.
void countAt(const ZoneGrid& grid, Coordinate position, Counts& counts) {
    counts.clear();
    const auto [row, lastRow, column, lastColumn] =
        grid.cellsUnder({position.x, position.y, position.x, position.y});
    const Coordinate place{position.x - grid.origin().x, position.y - grid.origin().y};
    for (const auto& [zone, count] : grid.label(row, column)) counts.add(zone, count);
    for (const auto& crossing : grid.crossings(row, column, column)) {
        if (crossing.x > place.x) break;
        counts.add(crossing.west, -1);
        counts.add(crossing.east, 1);
    }
    for (const auto& piece : grid.pieces(row, column, column)) {
        if (place.x < piece.fromX || place.x >= piece.toX || place.y >= piece.heightAt(place.x)) continue;
        counts.add(piece.above, -1);
        counts.add(piece.below, 1);
    }
}

std::uint32_t lowestOf(std::span<const ZoneGrid::ZoneCount> entries, std::uint32_t zoneCount) {
    std::uint32_t lowest = noFace;
    for (const auto& [zone, count] : entries) {
        if (count > 0 && zone < zoneCount) lowest = std::min(lowest, zone);
    }
    return lowest;
}

}  // namespace

ZoneIndex::ZoneIndex(std::span<const Geometry> zones)
    : m_zoneCount(static_cast<std::uint32_t>(zones.size())),
      m_grid(std::make_unique<const ZoneGrid>(edgesOf(zones), m_zoneCount)) {}

ZoneIndex::~ZoneIndex() = default;
ZoneIndex::ZoneIndex(ZoneIndex&&) noexcept = default;
ZoneIndex& ZoneIndex::operator=(ZoneIndex&&) noexcept = default;

std::vector<std::uint32_t> ZoneIndex::zonesAt(Coordinate position) const {
    std::vector<std::uint32_t> zones;
    const auto take = [&](std::span<const ZoneGrid::ZoneCount> entries) {
        for (const auto& [zone, count] : entries) {
            if (count > 0 && zone < m_zoneCount) zones.push_back(zone);
        }
    };
    if (const ZoneGrid::Label* const label = m_grid->plainLabelAt(position)) {
        take(*label);
        return zones;
    }
    Counts counts;
    countAt(*m_grid, position, counts);
    take(counts.entries());
    std::sort(zones.begin(), zones.end());
    return zones;
}

void ZoneIndex::locate(std::span<const Coordinate> positions, std::span<std::uint32_t> zones) const {
    Counts counts;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (const ZoneGrid::Label* const label = m_grid->plainLabelAt(positions[i])) {
            zones[i] = lowestOf(*label, m_zoneCount);
            continue;
        }
        countAt(*m_grid, positions[i], counts);
        zones[i] = lowestOf(counts.entries(), m_zoneCount);
    }
}

void ZoneIndex::tabulate(const Geometry& plot, Shares& out) const {
    PlotTabulator tabulator(*this, PlotTabulator::Rings::Valid);
    out = tabulator.shares(plot);
}

}  // namespace geo
