// SPDX-License-Identifier: Apache-2.0
// Rows of one figure by the units they speak of, and what became of each.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layers/checks/finding.hpp"
#include "layers/indicators/ledger.hpp"
#include "layers/indicators/reported_figures.hpp"
#include "layers/units/unit_register.hpp"

namespace layers {

/// The rows of one indicator and year, each booked under one reason, whatever order they come in.
class ReportedRows {
  public:
    /// Rows and register must outlive it.
    ReportedRows(std::span<const ReportedRow> rows, const UnitRegister& units, const geo::Date& day);

    /// The row that speaks of a unit; of several that of the lowest table, and there the first in its file.
    /// Nothing when none does.
    const ReportedRow* of(UnitLevel level, std::string_view code) const;
    bool isEmpty() const { return m_rowOfUnit.empty(); }

    /// Books a row; the first reason stays.
    void use(const ReportedRow& row, std::string_view reason);
    /// Books the rows no figure used: those of a level under the reason given for it.
    void useRest(UnitLevel level, const std::map<std::string, std::string, std::less<>>& reasonOfUnit,
                 std::string_view otherwise);

    /// In rows, and in denominators where all rows have one unit of quantity: `counted` went out, all else is
    /// lost.
    Ledger ledger() const;
    /// `figure.unit-unknown` (code, name).
    const std::vector<Finding>& findings() const { return m_findings; }

  private:
    using Place = std::pair<UnitLevel, std::string>;
    std::string commonTermUnit() const;

    std::vector<const ReportedRow*> m_rows;
    std::map<Place, const ReportedRow*> m_rowOfUnit;
    std::map<const ReportedRow*, std::string> m_reasons;
    std::vector<Finding> m_findings;
};

/// The reason of rows that stand in a figure.
inline constexpr std::string_view countedRow = "counted";

}  // namespace layers
