// SPDX-License-Identifier: Apache-2.0
// Zones indexed, units numbered, plots measured.
#include "layers/indicators/unit_zones.hpp"

#include <algorithm>
#include <utility>

namespace layers {
namespace {

geo::ZoneIndex indexOf(std::span<const Zone> zones) {
    std::vector<geo::Geometry> shapes;
    shapes.reserve(zones.size());
    for (const Zone& zone : zones) shapes.push_back(zone.shape);
    return geo::ZoneIndex(shapes);
}

}  // namespace

UnitZones::UnitZones(std::span<const Zone> zones, AreaFactor factor)
    : m_index(indexOf(zones)), m_factor(std::move(factor)) {
    for (const Zone& zone : zones) m_units.push_back(zone.unitCode);
    std::ranges::sort(m_units);
    const auto repeated = std::ranges::unique(m_units);
    m_units.erase(repeated.begin(), repeated.end());
    for (const Zone& zone : zones) {
        const auto unit = std::ranges::lower_bound(m_units, zone.unitCode);
        m_unitOfZone.push_back(static_cast<std::uint32_t>(unit - m_units.begin()));
    }
}

bool PlotMeasure::measure(const std::optional<geo::ShapeView>& plot) {
    m_areas = {};
    m_shares = plot ? &m_tabulator.shares(*plot) : nullptr;
    if (m_shares == nullptr) return false;
    m_areas.take(*m_shares, m_zones.factorAt(m_shares->centroid));
    return m_areas.area.value > 0;
}

std::optional<geo::Message> PlotMeasure::repair() const {
    if (m_shares == nullptr || m_shares->repairReason.empty()) return std::nullopt;
    return geo::Message{"shape.repaired",
                        {{"reason", std::string(m_shares->repairReason)},
                         {"before_ha", geo::toHectares(geo::SquareMetres{m_shares->areaByShoelace_m2}).value},
                         {"after_ha", geo::toHectares(geo::SquareMetres{m_shares->area_m2}).value}}};
}

}  // namespace layers
