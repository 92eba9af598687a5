// SPDX-License-Identifier: Apache-2.0
// Targets: read, found, compared.
#include "layers/indicators/targets.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

#include "geo/base/error.hpp"
#include "layers/indicators/column_finder.hpp"
#include "layers/model/row_reader.hpp"
#include "layers/text/plain_words.hpp"
#include "layers/units/unit.hpp"

namespace layers {
namespace {

/// The first writing of each operator is the one we write.
constexpr std::array<std::pair<TargetOperator, std::string_view>, 9> operatorTable{
    {{TargetOperator::AtLeast, ">="},
     {TargetOperator::AtLeast, "≥"},
     {TargetOperator::MoreThan, ">"},
     {TargetOperator::AtMost, "<="},
     {TargetOperator::AtMost, "≤"},
     {TargetOperator::LessThan, "<"},
     {TargetOperator::About, "="},
     {TargetOperator::About, "≈"},
     {TargetOperator::About, "~"}}};

/// Keys of plainKey().
constexpr std::array<std::pair<TargetOperator, std::string_view>, 14> operatorWords{
    {{TargetOperator::AtLeast, "it_nhat"},
     {TargetOperator::AtLeast, "toi_thieu"},
     {TargetOperator::AtLeast, "khong_duoi"},
     {TargetOperator::AtLeast, "tu"},
     {TargetOperator::MoreThan, "tren"},
     {TargetOperator::MoreThan, "lon_hon"},
     {TargetOperator::AtMost, "khong_qua"},
     {TargetOperator::AtMost, "toi_da"},
     {TargetOperator::AtMost, "nhieu_nhat"},
     {TargetOperator::LessThan, "duoi"},
     {TargetOperator::LessThan, "nho_hon"},
     {TargetOperator::About, "khoang"},
     {TargetOperator::About, "bang"},
     {TargetOperator::About, "xap_xi"}}};

/// Under which heads the table has what; empty where it has no such column.
struct TargetColumns {
    std::string indicator, unitCode, year, comparison, value, unit, document, legalStatus, source;
};

TargetColumns targetColumnsOf(const Table& table) {
    const auto under = [&](std::initializer_list<std::string_view> heads) {
        const auto column = columnUnder(table.schema, heads);
        return column ? table.schema.fields()[*column].name : std::string();
    };
    return {under({"indicator", "chi_tieu", "ma_chi_tieu"}),
            under({"unit_code", "code", "ma_xa", "maxa", "ma_don_vi", "ma_dvhc", "ma"}),
            under({"year", "nam", "nam_muc_tieu", "den_nam"}),
            under({"operator", "so_sanh", "phep_so_sanh", "toan_tu", "dau"}),
            under({"value", "gia_tri", "muc_tieu", "gia_tri_muc_tieu"}),
            under({"unit", "don_vi_tinh", "dvt", "don_vi"}),
            under({"document", "van_ban", "so_van_ban", "quyet_dinh"}),
            under({"legal_status", "hieu_luc", "tinh_trang", "trang_thai"}),
            under({"source", "nguon"})};
}

void requireColumn(const std::string& column, std::string_view name) {
    if (column.empty())
        throw geo::Error(geo::ErrorKind::BadData, "table.column-missing", {{"column", std::string(name)}});
}

void requireTargetColumns(const TargetColumns& columns) {
    requireColumn(columns.indicator, "indicator");
    requireColumn(columns.unitCode, "unit_code");
    requireColumn(columns.year, "year");
    requireColumn(columns.comparison, "operator");
    requireColumn(columns.value, "value");
}

/// Communes have five digits and provinces two: a number of four or one has lost the zero before it.
std::string withLeadingZero(const std::string& code) {
    if (code.size() == 4) return unitCodeIn(code, UnitLevel::Commune);
    return code.size() == 1 ? unitCodeIn(code, UnitLevel::Province) : code;
}

double valueIn(const RowReader& row, const std::string& column, DecimalMark mark) {
    const auto* const text = std::get_if<std::string>(&row.value(column));
    if (text == nullptr) return row.requiredNumber(column);
    const auto number = parseNumber(std::string_view(*text).substr(0, text->find('%')), mark);
    if (!number) row.refuse(column);
    return *number;
}

Target targetIn(const RowReader& row, const TargetColumns& columns, DecimalMark mark) {
    Target target;
    target.indicator = row.requiredText(columns.indicator);
    target.unitCode = withLeadingZero(row.text(columns.unitCode));
    const std::int64_t year = row.requiredWholeNumber(columns.year);
    if (year < 1900 || year > 2999) row.refuse(columns.year);
    target.year = static_cast<int>(year);
    const auto comparison = parseTargetOperator(row.requiredText(columns.comparison));
    if (!comparison) row.refuse(columns.comparison);
    target.comparison = *comparison;
    target.value = valueIn(row, columns.value, mark);
    if (!std::isfinite(target.value)) row.refuse(columns.value);
    const auto* const typed = std::get_if<std::string>(&row.value(columns.value));
    target.hasPercentSign = typed != nullptr && typed->find('%') != std::string::npos;
    target.unit = row.text(columns.unit);
    target.document = row.text(columns.document);
    target.legalStatus = row.text(columns.legalStatus);
    target.source = row.text(columns.source);
    return target;
}

}  // namespace

std::optional<TargetOperator> parseTargetOperator(std::string_view text) {
    for (const auto& [comparison, written] : operatorTable) {
        if (written == text) return comparison;
    }
    const std::string key = plainKey(text);
    for (const auto& [comparison, word] : operatorWords) {
        if (word == key) return comparison;
    }
    return std::nullopt;
}

std::string wordOf(TargetOperator comparison) {
    const auto found =
        std::ranges::find_if(operatorTable, [&](const auto& entry) { return entry.first == comparison; });
    return std::string(found->second);
}

bool isMet(const Target& target, double value) {
    switch (target.comparison) {
        case TargetOperator::AtLeast:
            return value >= target.value;
        case TargetOperator::MoreThan:
            return value > target.value;
        case TargetOperator::AtMost:
            return value <= target.value;
        case TargetOperator::LessThan:
            return value < target.value;
        case TargetOperator::About:
            break;
    }
    return std::abs(value - target.value) < 0.5;
}

double gapTo(const Target& target, double value) {
    const bool isCeiling =
        target.comparison == TargetOperator::AtMost || target.comparison == TargetOperator::LessThan;
    return isCeiling ? value - target.value : target.value - value;
}

Targets::Targets(std::vector<Target> targets) : m_targets(std::move(targets)) {
    std::ranges::stable_sort(m_targets, {}, &Target::year);
}

const Target* Targets::targetFor(std::string_view indicator, std::string_view unitCode, int year) const {
    const auto found = std::ranges::find_if(m_targets, [&](const Target& target) {
        return target.indicator == indicator && target.unitCode == unitCode && target.year >= year;
    });
    return found == m_targets.end() ? nullptr : &*found;
}

Targets merged(const Targets& pack, const Targets& assigned) {
    const auto placeOf = [](const Target& target) {
        return std::tie(target.indicator, target.unitCode, target.year);
    };
    std::vector<Target> all = assigned.all();
    for (const Target& target : pack.all()) {
        const bool isReplaced = std::ranges::any_of(
            assigned.all(), [&](const Target& other) { return placeOf(other) == placeOf(target); });
        if (!isReplaced) all.push_back(target);
    }
    return Targets(std::move(all));
}

std::vector<Target> targetRows(const Table& table, DecimalMark mark) {
    const TargetColumns columns = targetColumnsOf(table);
    requireTargetColumns(columns);
    std::vector<Target> targets;
    targets.reserve(table.rows.size());
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        targets.push_back(targetIn(RowReader(table, row), columns, mark));
    return targets;
}

Targets targetsFromTable(const Table& table, DecimalMark mark) { return Targets(targetRows(table, mark)); }

}  // namespace layers
