// SPDX-License-Identifier: Apache-2.0
// Reads one row of a table by column names, and says which cell it cannot read.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "geo/base/date.hpp"
#include "layers/model/table.hpp"

namespace layers {

/// Errors: BadData `table.column-missing` (column).
void requireColumns(const Table& table, std::initializer_list<std::string_view> columns);

/// A missing column reads as a missing value. Errors of all readers: BadData `table.value-invalid` (row,
/// column, text), rows counted from 1.
class RowReader {
  public:
    RowReader(const Table& table, std::size_t row) : m_table(table), m_row(row) {}

    const Value& value(std::string_view column) const;
    /// Empty for nothing.
    std::string text(std::string_view column) const;
    std::optional<double> number(std::string_view column) const;
    std::optional<geo::Date> date(std::string_view column) const;

    /// As above, but nothing is an error.
    std::string requiredText(std::string_view column) const;
    double requiredNumber(std::string_view column) const;
    std::int64_t requiredWholeNumber(std::string_view column) const;

    [[noreturn]] void refuse(std::string_view column) const;
    std::size_t rowNumber() const { return m_row + 1; }

  private:
    const Table& m_table;
    std::size_t m_row;
};

}  // namespace layers
