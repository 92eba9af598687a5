// SPDX-License-Identifier: Apache-2.0
// A CSV file as a table of text.
#pragma once

#include <filesystem>

#include "layers/files/file_text.hpp"
#include "layers/model/table.hpp"

namespace layers {

/// As readTable() says; the file is there.
/// Errors: BadData `file.unreadable`, `file.row-too-long`, `text.undecided`, `text.encoding-contradicted`;
///         `text.not-decodable` with context `file.row` (path, row).
Table readCsvTable(const std::filesystem::path& path, Encoding encoding, FileText& text);

}  // namespace layers
