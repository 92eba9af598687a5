// SPDX-License-Identifier: Apache-2.0
// Cells by row and column name.
#include "sample-data/generator/pack_table.hpp"

#include "geo/base/error.hpp"
#include "layers/files/table_file.hpp"

namespace sample {

PackTable::PackTable(const std::filesystem::path& path)
    : m_file(path.filename().string()), m_table(layers::readTable(path, layers::Encoding::Utf8)) {}

std::string PackTable::text(std::size_t row, std::string_view column) const {
    const auto index = m_table.schema.indexOf(column);
    if (!index) {
        throw geo::Error(geo::ErrorKind::BadData, "sample.column-missing",
                         {{"file", m_file}, {"column", std::string(column)}});
    }
    return layers::textIn(m_table.rows[row][*index]);
}

std::optional<double> PackTable::number(std::size_t row, std::string_view column) const {
    const std::string cell = text(row, column);
    if (cell.empty()) return std::nullopt;
    const auto value = layers::numberIn(layers::Value(cell));
    if (value) return value;
    throw geo::Error(geo::ErrorKind::BadData, "sample.value-invalid",
                     {{"file", m_file},
                      {"row", static_cast<std::int64_t>(row + 1)},
                      {"column", std::string(column)},
                      {"value", cell}});
}

double PackTable::requireNumber(std::size_t row, std::string_view column) const {
    if (const auto value = number(row, column)) return *value;
    throw geo::Error(geo::ErrorKind::BadData, "sample.value-invalid",
                     {{"file", m_file},
                      {"row", static_cast<std::int64_t>(row + 1)},
                      {"column", std::string(column)},
                      {"value", std::string()}});
}

}  // namespace sample
