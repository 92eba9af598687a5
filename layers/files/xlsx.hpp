// SPDX-License-Identifier: Apache-2.0
// A table as a spreadsheet of one sheet.
#pragma once

#include <filesystem>
#include <vector>

#include "layers/files/table_book.hpp"

namespace layers {

/// Title, notes and a bold head that stays in view; numbers as numbers, the created date from the options.
/// Errors: Internal `file.write-failed`.
void writeXlsx(const std::filesystem::path& path, const Table& table, const TableText& text,
               const WriteOptions& options);

/// One sheet a table; the first names the workbook.
void writeXlsx(const std::filesystem::path& path, const std::vector<TableSheet>& sheets,
               const WriteOptions& options);

}  // namespace layers
