// SPDX-License-Identifier: Apache-2.0
// All units of a province through time.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "geo/base/date.hpp"
#include "layers/model/table.hpp"
#include "layers/units/unit.hpp"

namespace layers {

class UnitRegister {
  public:
    UnitRegister() = default;
    explicit UnitRegister(std::vector<Unit> units);

    /// Every unit of every time, by level, code, then first day in force.
    const std::vector<Unit>& units() const { return m_units; }

    /// The units of a level on a day, by code.
    std::vector<Unit> inForce(UnitLevel level, const geo::Date& day) const;

    /// Nothing when the code named no unit of that level on that day.
    const Unit* find(std::string_view code, UnitLevel level, const geo::Date& day) const;

    /// The last unit of a code that ended before a day; nothing when none did.
    const Unit* findBefore(std::string_view code, UnitLevel level, const geo::Date& day) const;

    /// One day of every time in which a level's units stayed the same, oldest first: the last known day of it
    /// where it has ended. Empty when nothing is known of when units began or ended.
    std::vector<geo::Date> epochs(UnitLevel level) const;

    /// The newest of epochs(): for a level that was abolished, its last day.
    std::optional<geo::Date> latestEpoch(UnitLevel level) const;

  private:
    std::vector<Unit> m_units;
};

/// Reads a register from the columns `code,name,level` and, where present,
/// `valid_from,valid_to,parent,decree`, `area_km2,area_status` (`official`, else computed), `lon,lat`,
/// `source,certainty`. Errors: BadData `table.column-missing` (column), `table.value-invalid` (row, column,
/// text), `units.overlap-in-time` (code, first, second) when a code names two units of a level on one day.
UnitRegister unitsFromTable(const Table& table);

}  // namespace layers
