// SPDX-License-Identifier: Apache-2.0
// Lineage: rows from old units to new ones.
#include "layers/units/lineage.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "geo/base/error.hpp"
#include "layers/model/row_reader.hpp"
#include "layers/units/unit.hpp"

namespace layers {
namespace {

auto orderOf(const LineageRow& row) { return std::tie(row.oldCode, row.newCode); }

std::vector<LineageRow> rowsWhere(const std::vector<LineageRow>& rows, std::string LineageRow::*column,
                                  std::string_view code) {
    std::vector<LineageRow> found;
    for (const LineageRow& row : rows) {
        if (row.*column == code) found.push_back(row);
    }
    return found;
}

std::string requiredCode(const RowReader& row, std::string_view column) {
    row.requiredText(column);
    return unitCodeIn(row.value(column), UnitLevel::Commune);
}

double shareIn(const RowReader& row) {
    const double share = row.number("share").value_or(1);
    if (!(share > 0 && share <= 1)) row.refuse("share");
    return share;
}

LineageRow lineageRowIn(const RowReader& row, const geo::Date& defaultDate) {
    LineageRow lineage;
    lineage.oldCode = requiredCode(row, "old_code");
    lineage.oldName = row.requiredText("old_name");
    lineage.districtCode = unitCodeIn(row.value("district_code"), UnitLevel::District);
    lineage.districtName = row.text("district_name");
    lineage.newCode = requiredCode(row, "new_code");
    lineage.newName = row.requiredText("new_name");
    lineage.kind = row.text("kind");
    lineage.share = shareIn(row);
    lineage.date = row.date("date").value_or(defaultDate);
    lineage.decree = row.text("decree");
    return lineage;
}

}  // namespace

Lineage::Lineage(std::vector<LineageRow> rows) : m_rows(std::move(rows)) {
    std::ranges::stable_sort(m_rows, {}, orderOf);
}

std::vector<LineageRow> Lineage::successors(std::string_view oldCode) const {
    return rowsWhere(m_rows, &LineageRow::oldCode, oldCode);
}

std::vector<LineageRow> Lineage::predecessors(std::string_view newCode) const {
    return rowsWhere(m_rows, &LineageRow::newCode, newCode);
}

std::optional<DistrictOfUnit> Lineage::districtOf(std::string_view oldCode) const {
    const auto found = std::ranges::find_if(
        m_rows, [&](const LineageRow& row) { return row.oldCode == oldCode && !row.districtCode.empty(); });
    if (found == m_rows.end()) return std::nullopt;
    return DistrictOfUnit{found->districtCode, found->districtName};
}

std::vector<std::string> Lineage::incompleteShares() const {
    std::map<std::string, double> shares;
    for (const LineageRow& row : m_rows) shares[row.oldCode] += row.share;
    std::vector<std::string> incomplete;
    for (const auto& [code, share] : shares) {
        if (std::abs(share - 1) > 1e-6) incomplete.push_back(code);
    }
    return incomplete;
}

Lineage lineageFromTable(const Table& table, const geo::Date& defaultDate) {
    requireColumns(table, {"old_code", "old_name", "district_code", "district_name", "new_code", "new_name"});
    std::map<std::pair<std::string, std::string>, std::size_t> seen;
    std::vector<LineageRow> rows;
    rows.reserve(table.rows.size());
    for (std::size_t index = 0; index < table.rows.size(); ++index) {
        LineageRow row = lineageRowIn(RowReader(table, index), defaultDate);
        if (!seen.try_emplace({row.oldCode, row.newCode}, index).second) {
            throw geo::Error(geo::ErrorKind::BadData, "units.lineage-repeated",
                             {{"row", static_cast<std::int64_t>(index + 1)},
                              {"old_code", row.oldCode},
                              {"new_code", row.newCode}});
        }
        rows.push_back(std::move(row));
    }
    return Lineage(std::move(rows));
}

}  // namespace layers
