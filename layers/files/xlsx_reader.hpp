// SPDX-License-Identifier: Apache-2.0
// A spreadsheet as a table of text. GDAL's driver guesses one type a column, and turns what was typed into
// it.
#pragma once

#include <filesystem>

#include "layers/files/file_text.hpp"
#include "layers/model/table.hpp"

namespace layers {

/// As readTable() says; the file is there.
/// Errors: BadData `file.unreadable`, `file.row-too-long` (row as the sheet counts), `text.not-decodable`.
Table readXlsx(const std::filesystem::path& path, Encoding encoding, FileText& text);

}  // namespace layers
