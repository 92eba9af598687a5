// SPDX-License-Identifier: Apache-2.0
// For which unit a registered place counts: where it stands, else where it is declared.
#pragma once

#include <optional>
#include <string>

#include "app/jobs/figure_task.hpp"
#include "geo/shape/coordinate.hpp"
#include "layers/checks/unit_map.hpp"
#include "layers/model/layer_record.hpp"
#include "layers/units/lineage.hpp"
#include "layers/units/unit_carrier.hpp"

namespace app {

/// Of one level and day; the room must outlive it.
class UnitFinder {
  public:
    /// Source: the register of places, whose epoch says when its communes were valid.
    /// Errors: NotFound `units.no-layer` (level, day).
    UnitFinder(const FigureRoom& room, layers::UnitLevel level, geo::Date day,
               const layers::LayerRecord& source);
    UnitFinder(const UnitFinder&) = delete;
    UnitFinder& operator=(const UnitFinder&) = delete;

    /// Empty outside all units, or where a declared commune can go nowhere.
    std::string unitOf(const std::optional<geo::Coordinate>& at, const std::string& communeCode) const;

  private:
    layers::UnitMap m_map;
    layers::Lineage m_lineage;
    layers::UnitCarrier m_carrier;
};

}  // namespace app
