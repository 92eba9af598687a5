// SPDX-License-Identifier: Apache-2.0
// Several tables in one workbook.
#pragma once

#include <filesystem>
#include <vector>

#include "layers/files/table_file.hpp"

namespace layers {

/// A table and the words of its sheet.
struct TableSheet {
    Table table;
    TableText text;
};

/// Several tables as the sheets of one workbook (.xlsx).
/// Errors: as writeTable(); Usage `file.format-not-allowed` for any other format.
void writeTables(const std::filesystem::path& target, const std::vector<TableSheet>& sheets,
                 const WriteOptions& options);

}  // namespace layers
