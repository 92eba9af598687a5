// SPDX-License-Identifier: Apache-2.0
// Position first, declaration where there is none.
#include "app/jobs/unit_finder.hpp"

#include "app/jobs/figure_layers.hpp"
#include "app/jobs/workspace_view.hpp"

namespace app {

UnitFinder::UnitFinder(const FigureRoom& room, layers::UnitLevel level, geo::Date day,
                       const layers::LayerRecord& source)
    : m_map(unitShapes(room, level, day)),
      m_lineage(lineage(room.workspace, room.project)),
      m_carrier(room.units, m_lineage, {source.epoch.value_or(source.asOf.value_or(day)), level, day}) {}

std::string UnitFinder::unitOf(const std::optional<geo::Coordinate>& at,
                               const std::string& communeCode) const {
    if (!at) return m_carrier.carry(communeCode).code;
    const auto* const unit = m_map.at(*at);
    return unit != nullptr ? unit->code : std::string();
}

}  // namespace app
