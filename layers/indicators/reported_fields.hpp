// SPDX-License-Identifier: Apache-2.0
// Which columns of a table of reported figures say what, and how its rows are read and stored.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "layers/indicators/reported_figures.hpp"
#include "layers/model/feature.hpp"
#include "layers/model/schema.hpp"
#include "layers/text/number_text.hpp"

namespace layers {

struct ReportedFields {
    std::optional<std::size_t> indicator, period, code, name, numerator, denominator, termUnit, status,
        source, district, epoch, basis, writtenCode, writtenName, writtenNumerator, numeratorUnit,
        writtenDenominator, denominatorUnit;
    /// What sections of a sheet the row stands under: for rows without a code, where the district is looked
    /// for.
    std::optional<std::size_t> section;
    /// All other columns, in order.
    std::vector<std::size_t> others = {};
    /// As the file has them, for people.
    std::string numeratorHead = {};
    std::string denominatorHead = {};
    /// The units heads name for their own column, as termUnitWritten() has them.
    std::string numeratorHeadUnit = {};
    std::string denominatorHeadUnit = {};
    /// The head of the numerators says that they are percents of the denominators.
    bool isNumeratorPercent = false;
    /// The unit of rows that name none, as a title over the table has it.
    std::string tableUnit = {};
};

/// Heads as interface and offices write them: `code`/`ma_xa`/`Mã xã`, `period`/`nam`, `numerator`/`tu_so`…;
/// those of the terms also with a unit in brackets, `Tử số (tấn/năm)`.
/// Errors: BadData `import.column-missing` (columns) without code and name, indicator, period or either term.
ReportedFields reportedFieldsOf(const Schema& schema);

/// Whether the columns are those of a stored table, whose terms were converted when it came in.
bool isStoredReported(const ReportedFields& fields);

/// Numbers typed as text are read as the mark says; `-`, `x`, `…` and blanks are nothing, `KPS` (nothing
/// arises) is not applicable. A numerator typed with its sign (`95 %`) is a share of the denominator:
/// settleShares() makes an amount of it. A row without a status is reported when it has both terms, else
/// missing. Faults: `figure.number-unread` (column, text), `figure.period-unread` (text),
/// `figure.status-unread` (text),
///         `figure.status-contradicts` (status): numbers beside a status that holds none; the status is
///         believed; `figure.unit-contradicts` (unit, head_unit): the row's own word is believed.
/// A term's unit is its own column's, else the row's, else its head's, else the table's.
ReportedRow reportedRowIn(const Feature& feature, const ReportedFields& fields, DecimalMark mark);

/// How they are stored: `indicator, period, unit_code, unit_name, numerator, denominator, term_unit, status,
/// source_text`, what the row wrote and how it was joined (`unit_epoch, join_basis, written_code,
/// written_name, written_district`), what a converted term was (`written_numerator, numerator_unit,
/// written_denominator, denominator_unit`), then the source's other columns (with an underscore added where
/// one has a name of these).
Schema storedReportedSchema(const Schema& source, const ReportedFields& fields);

/// The values of a source row in that order, from the row as it was read and, perhaps, joined to its unit.
std::vector<Value> storedReportedValues(const Feature& feature, const ReportedFields& fields,
                                        const ReportedRow& row);

}  // namespace layers
