// SPDX-License-Identifier: Apache-2.0
// The sheets of an OpenDocument workbook as they were typed, and what of them is merged or hidden.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "layers/files/sheet_grid.hpp"

namespace layers {

/// In the workbook's order; the file is there. Errors: BadData `file.unreadable`, also for more than ten
/// million cells.
std::vector<SheetGrid> readOdsSheets(const std::filesystem::path& path);

/// The sheets of a `content.xml`. Repeated cells and rows are written out, empty ones left out; numbers,
/// percents, days (ISO 8601), truth (TRUE, FALSE) and text come as the cell holds them, without its notes.
/// Limits: sheets within cells are passed over; nothing is answered beyond ten million cells.
std::vector<SheetGrid> odsSheetsIn(std::string_view contentXml);

}  // namespace layers
