// SPDX-License-Identifier: Apache-2.0
// Cells by column name.
#include "layers/model/row_reader.hpp"

#include "geo/base/error.hpp"

namespace layers {

void requireColumns(const Table& table, std::initializer_list<std::string_view> columns) {
    for (const std::string_view column : columns) {
        if (table.schema.indexOf(column)) continue;
        throw geo::Error(geo::ErrorKind::BadData, "table.column-missing", {{"column", std::string(column)}});
    }
}

const Value& RowReader::value(std::string_view column) const {
    static const Value nothing;
    const auto index = m_table.schema.indexOf(column);
    const auto& row = m_table.rows[m_row];
    return index && *index < row.size() ? row[*index] : nothing;
}

std::string RowReader::text(std::string_view column) const { return textIn(value(column)); }

std::optional<double> RowReader::number(std::string_view column) const {
    if (text(column).empty()) return std::nullopt;
    const auto number = numberIn(value(column));
    if (!number) refuse(column);
    return number;
}

std::optional<geo::Date> RowReader::date(std::string_view column) const {
    const std::string written = text(column);
    if (written.empty()) return std::nullopt;
    const auto day = geo::parseDate(written);
    if (!day) refuse(column);
    return day;
}

std::string RowReader::requiredText(std::string_view column) const {
    std::string written = text(column);
    if (written.empty()) refuse(column);
    return written;
}

double RowReader::requiredNumber(std::string_view column) const {
    const auto found = number(column);
    if (!found) refuse(column);
    return *found;
}

std::int64_t RowReader::requiredWholeNumber(std::string_view column) const {
    const auto found = wholeNumberIn(value(column));
    if (!found) refuse(column);
    return *found;
}

void RowReader::refuse(std::string_view column) const {
    throw geo::Error(geo::ErrorKind::BadData, "table.value-invalid",
                     {{"row", static_cast<std::int64_t>(rowNumber())},
                      {"column", std::string(column)},
                      {"text", text(column)}});
}

}  // namespace layers
