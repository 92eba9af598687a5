// SPDX-License-Identifier: Apache-2.0
// Rows found by unit, and their book.
#include "layers/indicators/reported_parts.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "layers/indicators/decimal_sum.hpp"

namespace layers {
namespace {

constexpr std::array reportingLevels{UnitLevel::Commune, UnitLevel::District, UnitLevel::Province};

auto orderOf(const ReportedRow& row) {
    return std::tie(row.table, row.row, row.unitCode, row.numerator, row.denominator, row.status,
                    row.termUnit, row.sourceText);
}

std::optional<UnitLevel> levelOf(const ReportedRow& row, const UnitRegister& units, const geo::Date& day) {
    for (const UnitLevel level : reportingLevels) {
        if (units.find(row.unitCode, level, day) != nullptr) return level;
    }
    return std::nullopt;
}

struct Booked {
    std::int64_t rows = 0;
    DecimalSum amount;
};

}  // namespace

ReportedRows::ReportedRows(std::span<const ReportedRow> rows, const UnitRegister& units,
                           const geo::Date& day) {
    for (const ReportedRow& row : rows) m_rows.push_back(&row);
    std::ranges::stable_sort(m_rows, [](const ReportedRow* first, const ReportedRow* second) {
        return orderOf(*first) < orderOf(*second);
    });
    for (const ReportedRow* const row : m_rows) {
        const auto level = levelOf(*row, units, day);
        if (!level) {
            use(*row, "unknown-unit");
            m_findings.push_back({{"figure.unit-unknown", {{"code", row->unitCode}, {"name", row->unitName}}},
                                  row->row,
                                  row->unitCode});
        } else if (!m_rowOfUnit.try_emplace({*level, row->unitCode}, row).second) {
            use(*row, "repeated");
        } else if (!hasValue(*row)) {
            use(*row, "no-value");
        }
    }
}

const ReportedRow* ReportedRows::of(UnitLevel level, std::string_view code) const {
    const auto found = m_rowOfUnit.find({level, std::string(code)});
    return found == m_rowOfUnit.end() ? nullptr : found->second;
}

void ReportedRows::use(const ReportedRow& row, std::string_view reason) {
    m_reasons.try_emplace(&row, reason);
}

void ReportedRows::useRest(UnitLevel level,
                           const std::map<std::string, std::string, std::less<>>& reasonOfUnit,
                           std::string_view otherwise) {
    for (const auto& [place, row] : m_rowOfUnit) {
        if (place.first != level) continue;
        const auto reason = reasonOfUnit.find(place.second);
        use(*row, reason == reasonOfUnit.end() ? otherwise : std::string_view(reason->second));
    }
}

std::string ReportedRows::commonTermUnit() const {
    std::optional<std::string> common;
    for (const ReportedRow* const row : m_rows) {
        if (!hasValue(*row)) continue;
        if (common && *common != row->termUnit) return {};
        common = row->termUnit;
    }
    return common.value_or("");
}

Ledger ReportedRows::ledger() const {
    Ledger ledger;
    ledger.unit = commonTermUnit();
    Booked all;
    std::map<std::string, Booked> booked;
    for (const ReportedRow* const row : m_rows) {
        const auto reason = m_reasons.find(row);
        for (Booked* const entry :
             {&all, &booked[reason == m_reasons.end() ? "other-level" : reason->second]}) {
            entry->rows += row->rows;
            if (hasValue(*row) && !ledger.unit.empty()) entry->amount.add(*row->denominator);
        }
    }
    ledger.add(LedgerSide::In, "rows", all.rows, all.amount.total());
    for (const auto& [reason, entry] : booked) {
        ledger.add(reason == countedRow ? LedgerSide::Out : LedgerSide::Lost, reason, entry.rows,
                   entry.amount.total());
    }
    return ledger;
}

}  // namespace layers
