// SPDX-License-Identifier: Apache-2.0
// One table of a pack, read by column names, with errors that name file, row and column.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "layers/model/table.hpp"

namespace sample {

class PackTable {
  public:
    /// Errors: NotFound `file.missing` and others of layers::readTable.
    explicit PackTable(const std::filesystem::path& path);

    const layers::Table& table() const { return m_table; }
    std::size_t rowCount() const { return m_table.rows.size(); }

    /// Errors: BadData `sample.column-missing` (file, column).
    std::string text(std::size_t row, std::string_view column) const;
    /// Nothing for an empty cell. Errors: BadData `sample.value-invalid` (file, row, column, value).
    std::optional<double> number(std::size_t row, std::string_view column) const;
    double requireNumber(std::size_t row, std::string_view column) const;

  private:
    std::string m_file;
    layers::Table m_table;
};

}  // namespace sample
