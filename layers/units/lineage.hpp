// SPDX-License-Identifier: Apache-2.0
// How units became other units, and by which decree.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/date.hpp"
#include "layers/model/table.hpp"
#include "layers/units/unit.hpp"

namespace layers {

/// One old unit handing (a share of) its territory to one new unit.
struct LineageRow {
    std::string oldCode;
    std::string oldName;
    std::string districtCode;
    std::string districtName;
    std::string newCode;
    std::string newName;
    /// `merge`, `split`, `rename`…; as the source has it.
    std::string kind;
    /// Part of the old unit's territory that went over, 0 to 1.
    double share = 1;
    /// First day of the new unit.
    geo::Date date;
    std::string decree;
    bool operator==(const LineageRow&) const = default;
};

struct DistrictOfUnit {
    std::string code;
    std::string name;
    bool operator==(const DistrictOfUnit&) const = default;
};

class Lineage {
  public:
    Lineage() = default;
    explicit Lineage(std::vector<LineageRow> rows);

    /// By old code, then new code, then date.
    const std::vector<LineageRow>& rows() const { return m_rows; }
    bool isEmpty() const { return m_rows.empty(); }

    /// What a unit became when it ended; empty when it is unknown, or has not ended.
    std::vector<LineageRow> successors(const Unit& unit) const;
    /// What a unit was made of when it began; of one that was always there: nothing.
    std::vector<LineageRow> predecessors(const Unit& unit) const;
    /// The district an old unit belonged to.
    std::optional<DistrictOfUnit> districtOf(std::string_view oldCode) const;
    /// Old codes whose shares on one day do not add up to the whole, to a millionth.
    std::vector<std::string> incompleteShares() const;

  private:
    std::vector<LineageRow> m_rows;
};

/// Reads `old_code,old_name,district_code,district_name,new_code,new_name` and, where present,
/// `kind,share,date,decree`. The same two codes may meet again on another day. A row without a date takes the
/// default. Errors: BadData `table.column-missing` (column), `table.value-invalid` (row, column, text),
/// `units.lineage-repeated` (row, old_code, new_code).
Lineage lineageFromTable(const Table& table, const geo::Date& defaultDate);

/// The rows of both; of a day both know, those of the first only.
Lineage joinedByDay(const Lineage& first, const Lineage& second);

}  // namespace layers
