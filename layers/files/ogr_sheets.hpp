// SPDX-License-Identifier: Apache-2.0
// Sheets of workbooks that GDAL reads: the older Excel.
#pragma once

#include <filesystem>
#include <vector>

#include "layers/files/formats.hpp"
#include "layers/files/sheet_grid.hpp"

namespace layers {

/// All cells as text, no row taken for a head.
/// Limits: which cells are merged and which rows and sheets are hidden is not told; markXlsSheets() adds it.
/// Errors: BadData `file.unreadable`.
std::vector<SheetGrid> readOgrSheets(const std::filesystem::path& path, Format format);

}  // namespace layers
