// SPDX-License-Identifier: Apache-2.0
// What of the sheets of an older Excel workbook is merged or hidden: GDAL reads their cells and does not say.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "layers/files/sheet_grid.hpp"

namespace layers {

/// Marks in the order of the workbook's sheets, without cells: hidden sheets; rows that are hidden, numbered
/// as the sheet does; hidden columns; merged cells. Of a stream that breaks off: what came before.
/// Source: [MS-XLS] 2.4 (BoundSheet8, Row, ColInfo, MergeCells). Limits: BIFF8, Excel 97 and later.
std::vector<SheetGrid> xlsMarksIn(std::string_view workbookStream);

/// Gives the sheets of a file their marks, as far as they tell.
void markXlsSheets(const std::filesystem::path& path, std::vector<SheetGrid>& sheets);

}  // namespace layers
