// SPDX-License-Identifier: Apache-2.0
// Words of rows, and rows against rows.
#include "layers/indicators/reported_figures.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include "geo/base/date.hpp"
#include "layers/indicators/epoch_join.hpp"
#include "layers/indicators/unit_names.hpp"
#include "layers/text/plain_words.hpp"

namespace layers {
namespace {

bool isTerm(std::optional<double> term) { return term && std::isfinite(*term) && *term >= 0; }

bool isYear(int year) { return year >= 1900 && year <= 2999; }

std::optional<int> plainYear(std::string_view digits) {
    int year = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), year);
    const bool isWhole =
        digits.size() == 4 && read.ec == std::errc() && read.ptr == digits.data() + digits.size();
    return isWhole && isYear(year) ? std::optional(year) : std::nullopt;
}

using RowKey = std::tuple<std::string, int, std::string, std::optional<geo::Date>>;

/// A row without a unit is told apart by all it wrote: a township and a commune may bear one name.
std::string unitTextOf(const ReportedRow& row) {
    if (!row.unitCode.empty()) return row.unitCode;
    return row.written.code.empty() ? unitNameKey(row.unitName)
                                    : row.written.code + unitNameKey(row.unitName);
}

RowKey keyOf(const ReportedRow& row) { return {row.indicator, row.period, unitTextOf(row), row.epoch}; }

std::string calledBy(const ReportedRow& row) { return row.unitName.empty() ? row.unitCode : row.unitName; }

bool saysTheSame(const ReportedRow& first, const ReportedRow& second) {
    return first.numerator == second.numerator && first.denominator == second.denominator &&
           first.termUnit == second.termUnit && first.status == second.status;
}

class RowFindings {
  public:
    explicit RowFindings(const ReportedRow& row) : m_row(row) {}

    void add(geo::Message message) { m_findings.push_back({std::move(message), m_row.row, m_row.unitCode}); }

    void judgeTerms() {
        const auto& [numerator, denominator] = std::tie(m_row.numerator, m_row.denominator);
        const auto name = [this] { return calledBy(m_row); };
        if ((numerator && *numerator < 0) || (denominator && *denominator < 0)) {
            add({"figure.negative", {{"indicator", m_row.indicator}, {"period", year()}, {"name", name()}}});
        }
        if (numerator.has_value() != denominator.has_value()) {
            add({"figure.term-missing",
                 {{"indicator", m_row.indicator}, {"period", year()}, {"name", name()}}});
        }
        if (!isTerm(numerator) || !isTerm(denominator) || *numerator <= *denominator) return;
        add({"figure.numerator-above-denominator",
             {{"indicator", m_row.indicator},
              {"period", year()},
              {"name", name()},
              {"numerator", *numerator},
              {"denominator", *denominator}}});
    }
    void noteRepeat(const ReportedRow& first) {
        const std::string name = calledBy(m_row);
        if (saysTheSame(first, m_row)) {
            return add({"figure.repeated",
                        {{"indicator", m_row.indicator},
                         {"period", year()},
                         {"name", name},
                         {"first_row", first.row}}});
        }
        add({"figure.repeated-differs",
             {{"indicator", m_row.indicator}, {"period", year()}, {"name", name}, {"first_row", first.row}}});
    }
    std::vector<Finding> findings() && { return std::move(m_findings); }

  private:
    /// As text: no marks belong between the thousands of a year.
    std::string year() const { return std::to_string(m_row.period); }

    const ReportedRow& m_row;
    std::vector<Finding> m_findings;
};

}  // namespace

void setUnit(ReportedRow& row, const JoinedRow& joined) {
    row.unitCode = joined.unit == nullptr ? std::string() : joined.unit->code;
    if (joined.unit != nullptr) row.unitName = joined.unit->name;
    row.epoch = joined.epoch;
    row.basis = wordOf(joined.basis);
}

bool hasValue(const ReportedRow& row) {
    return holdsAValue(row.status) && isTerm(row.numerator) && isTerm(row.denominator);
}

std::optional<int> yearWritten(std::string_view text) {
    std::string key = plainKey(text);
    if (key.starts_with("nam_")) key.erase(0, 4);
    if (const auto year = plainYear(key)) return year;
    if (key.ends_with("_12_31")) return plainYear(key.substr(0, key.size() - 6));
    return key.starts_with("31_12_") ? plainYear(key.substr(6)) : std::nullopt;
}

std::vector<std::optional<std::size_t>> repeatedRows(std::span<const ReportedRow> rows) {
    std::map<RowKey, std::size_t> seen;
    std::vector<std::optional<std::size_t>> repeated(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        RowKey key = keyOf(rows[i]);
        if (std::get<2>(key).empty()) continue;
        const auto [first, isNew] = seen.try_emplace(std::move(key), i);
        if (!isNew) repeated[i] = first->second;
    }
    return repeated;
}

std::vector<Finding> reportedFindings(std::span<const ReportedRow> rows) {
    const auto repeated = repeatedRows(rows);
    std::vector<Finding> all;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        RowFindings row(rows[i]);
        for (const geo::Message& fault : rows[i].faults) row.add(fault);
        row.judgeTerms();
        if (repeated[i]) row.noteRepeat(rows[*repeated[i]]);
        std::ranges::move(std::move(row).findings(), std::back_inserter(all));
    }
    return all;
}

}  // namespace layers
