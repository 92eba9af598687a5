// SPDX-License-Identifier: Apache-2.0
// Tables without shape: CSV in and out, XLSX out.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "layers/files/layer_writer.hpp"
#include "layers/model/table.hpp"

namespace layers {

/// The words of a spreadsheet; the caller brings them all. CSV keeps to the bare table.
struct TableText {
    std::string title;
    /// Rows under the table.
    std::vector<std::string> notes;
    /// The sheet's tab; made from the title when empty.
    std::string sheetName;
    /// Heads people read, one a column; the fields' names when empty.
    std::vector<std::string> columnTitles;
};

/// A CSV file: comma, semicolon or tab as its first line has it; every column as text in NFC, empty cells missing.
/// Errors: NotFound `file.missing`; Refused `file.format-not-allowed`; BadData `file.unreadable`, `file.row-too-long`
///         (path, row, found, expected), `text.undecided`, `text.not-decodable`.
Table readTable(const std::filesystem::path& path, Encoding encoding = Encoding::Auto);

/// CSV (RFC 4180, UTF-8 without BOM, decimal point) or XLSX, by extension; written aside, then renamed.
/// Errors: Refused `file.format-not-allowed`, `file.folder-missing`, `file.not-writable`; Internal `file.write-failed`.
void writeTable(const std::filesystem::path& target, const Table& table, const TableText& text,
                const WriteOptions& options);

}  // namespace layers
