// SPDX-License-Identifier: Apache-2.0
// The sheets of a workbook as they were typed. GDAL's driver guesses one type a column, and turns what was
// typed into it.
#pragma once

#include <filesystem>
#include <vector>

#include "layers/files/sheet_grid.hpp"

namespace layers {

/// In the workbook's order; the file is there. Errors: BadData `file.unreadable`.
std::vector<SheetGrid> readXlsxSheets(const std::filesystem::path& path);

}  // namespace layers
