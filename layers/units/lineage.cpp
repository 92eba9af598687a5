// SPDX-License-Identifier: Apache-2.0
// Lineage: rows from old units to new ones.
#include "layers/units/lineage.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "geo/base/error.hpp"
#include "layers/model/row_reader.hpp"
#include "layers/units/unit.hpp"

namespace layers {
namespace {

auto orderOf(const LineageRow& row) { return std::tie(row.oldCode, row.newCode, row.date); }

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

std::vector<LineageRow> Lineage::successors(const Unit& unit) const {
    if (!unit.validTo) return {};
    auto rows = rowsWhere(m_rows, &LineageRow::oldCode, unit.code);
    std::erase_if(rows, [&](const LineageRow& row) { return row.date <= *unit.validTo; });
    const auto first = std::ranges::min_element(rows, {}, &LineageRow::date);
    if (first == rows.end()) return {};
    const geo::Date day = first->date;
    std::erase_if(rows, [&](const LineageRow& row) { return row.date != day; });
    return rows;
}

std::vector<LineageRow> Lineage::predecessors(const Unit& unit) const {
    if (!unit.validFrom) return {};
    auto rows = rowsWhere(m_rows, &LineageRow::newCode, unit.code);
    std::erase_if(rows, [&](const LineageRow& row) { return row.date != *unit.validFrom; });
    return rows;
}

std::optional<DistrictOfUnit> Lineage::districtOf(std::string_view oldCode) const {
    const auto found = std::ranges::find_if(
        m_rows, [&](const LineageRow& row) { return row.oldCode == oldCode && !row.districtCode.empty(); });
    if (found == m_rows.end()) return std::nullopt;
    return DistrictOfUnit{found->districtCode, found->districtName};
}

std::vector<std::string> Lineage::incompleteShares() const {
    std::map<std::pair<std::string, geo::Date>, double> shares;
    for (const LineageRow& row : m_rows) shares[{row.oldCode, row.date}] += row.share;
    std::vector<std::string> incomplete;
    for (const auto& [place, share] : shares) {
        if (std::abs(share - 1) > 1e-6) incomplete.push_back(place.first);
    }
    return incomplete;
}

Lineage lineageFromTable(const Table& table, const geo::Date& defaultDate) {
    requireColumns(table, {"old_code", "old_name", "district_code", "district_name", "new_code", "new_name"});
    std::set<std::tuple<std::string, std::string, geo::Date>> seen;
    std::vector<LineageRow> rows;
    rows.reserve(table.rows.size());
    for (std::size_t index = 0; index < table.rows.size(); ++index) {
        LineageRow row = lineageRowIn(RowReader(table, index), defaultDate);
        if (!seen.emplace(row.oldCode, row.newCode, row.date).second) {
            throw geo::Error(geo::ErrorKind::BadData, "units.lineage-repeated",
                             {{"row", static_cast<std::int64_t>(index + 1)},
                              {"old_code", row.oldCode},
                              {"new_code", row.newCode}});
        }
        rows.push_back(std::move(row));
    }
    return Lineage(std::move(rows));
}

Lineage joinedByDay(const Lineage& first, const Lineage& second) {
    std::vector<LineageRow> rows = first.rows();
    for (const LineageRow& row : second.rows()) {
        const bool isKnown = std::ranges::count(first.rows(), row.date, &LineageRow::date) > 0;
        if (!isKnown) rows.push_back(row);
    }
    return Lineage(std::move(rows));
}

}  // namespace layers
