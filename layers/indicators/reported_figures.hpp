// SPDX-License-Identifier: Apache-2.0
// Figures as units report them: one row a unit, a year and an indicator, and what is wrong with the rows.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/date.hpp"
#include "geo/base/message.hpp"
#include "layers/checks/finding.hpp"
#include "layers/indicators/observation.hpp"
#include "layers/indicators/quantity_unit.hpp"
#include "layers/indicators/unit_key.hpp"

namespace layers {

/// A term as the file has it, where that is not the unit it counts in.
struct WrittenTerm {
    double number = 0;
    /// As termUnitWritten() has it; `ratio` or `%` for a share of the other term.
    std::string unit;
    /// What made the term of it; nothing where no factor did.
    std::optional<Ratio> ratio;
    bool operator==(const WrittenTerm&) const = default;
};

struct ReportedRow {
    std::string indicator;
    /// The year it describes; 0 when it cannot be read.
    int period = 0;
    std::string unitCode;
    std::string unitName;
    /// What was sorted, collected and treated, saved…; what was generated, would have been used….
    std::optional<double> numerator;
    std::optional<double> denominator;
    /// As termUnitWritten() has it; empty when the row names none. Terms of two units that were not made one
    /// have both: `tonnes/year | kg/day`.
    std::string termUnit;
    Status status = Status::Reported;
    std::string sourceText;
    std::int64_t row = 0;
    /// Of several tables of one year: rows of a lower one count before those of a higher.
    std::int64_t table = 0;
    /// A day on which the code meant the unit; nothing: as the table says.
    std::optional<geo::Date> epoch = {};
    /// Word of the JoinBasis; empty before the row is joined.
    std::string basis = {};
    /// The unit as the file names it.
    UnitKey written = {};
    /// Source rows it stands for: more than one where rows of another time were summed.
    std::int64_t rows = 1;
    /// What of the row could not be read, or contradicts itself.
    std::vector<geo::Message> faults = {};
    /// Present where a term was converted.
    std::optional<WrittenTerm> writtenNumerator = {};
    std::optional<WrittenTerm> writtenDenominator = {};
    bool operator==(const ReportedRow&) const = default;
};

struct JoinedRow;

/// Gives a row the unit it was joined to, or none.
void setUnit(ReportedRow& row, const JoinedRow& joined);

/// Whether a row can stand in a sum: both terms known, finite and not below zero, and a status that holds a
/// value.
bool hasValue(const ReportedRow& row);

/// The year of a period that is a whole year: `2024`, `Năm 2024`, `2024-12-31`, `31/12/2024`.
/// Returns: nothing for part of a year (`6 tháng đầu năm 2024`, `Quý I/2024`): it is no figure of the year.
std::optional<int> yearWritten(std::string_view text);

/// For each row of a unit, indicator and year that another row gave before, the place of that one; by code,
/// or by name where there is no code.
std::vector<std::optional<std::size_t>> repeatedRows(std::span<const ReportedRow> rows);

/// The rows' own faults, and `figure.negative` (indicator, period, name),
/// `figure.numerator-above-denominator` (indicator, period, name, numerator, denominator),
/// `figure.term-missing` (indicator, period, name), `figure.repeated` (indicator, period, name, first_row),
/// `figure.repeated-differs` (the same); by row.
std::vector<Finding> reportedFindings(std::span<const ReportedRow> rows);

}  // namespace layers
