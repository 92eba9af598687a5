// SPDX-License-Identifier: Apache-2.0
// Tables without shape, from and to CSV and XLSX.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "layers/files/file_text.hpp"
#include "layers/files/layer_writer.hpp"
#include "layers/files/office_table.hpp"
#include "layers/files/sheet_choice.hpp"
#include "layers/model/table.hpp"

namespace layers {

/// Texts a column offers to choose from.
struct ColumnChoices {
    std::size_t column = 0;
    std::vector<std::string> texts;
};

/// The words of a spreadsheet; the caller brings them all. CSV keeps to the bare table.
struct TableText {
    std::string title;
    /// Rows under the table.
    std::vector<std::string> notes;
    /// The sheet's tab; made from the title when empty.
    std::string sheetName;
    /// Heads people read, one a column; the fields' names when empty.
    std::vector<std::string> columnTitles;
    /// For the table's rows, and for two hundred below the head of one that is to grow.
    std::vector<ColumnChoices> choices = {};
};

/// A CSV or XLSX file as text in NFC, empty cells missing. CSV: comma, semicolon or tab as its first line has
/// it; UTF-16 too, by its mark or its zero bytes. sheets: as tableOfBook() chooses and
/// officeTableIn() reads them. Text stays exactly as typed; a number
/// comes as unmistakableText() in the mark the sheet's other number columns are typed in, point when none is;
/// a day or moment as ISO 8601. Rows of nothing are passed over. Limits: an encoding named for a file that is
/// UTF-8 is that its letters were mistaken from, as of the font a sheet was typed in. Errors: NotFound
/// `file.missing`; Refused `file.format-not-allowed`, `file.network-address`; BadData
///         `file.unreadable`, `file.row-too-long` (path, row, found, expected), `text.undecided`,
///         `text.not-decodable`.
Table readTable(const std::filesystem::path& path, Encoding encoding = Encoding::Auto);
/// With all that the sheet holds besides, and how the text was read. Row numbers only where sheets have them.
OfficeTable readOfficeTable(const std::filesystem::path& path, const SheetQuestion& question, FileText& text);

/// CSV (RFC 4180, UTF-8 without BOM, decimal point) or XLSX, by extension; written aside, then renamed.
/// Errors: Refused `file.format-not-allowed`, `file.network-address`, `file.folder-missing`,
/// `file.not-writable`;
///         Internal `file.write-failed`.
void writeTable(const std::filesystem::path& target, const Table& table, const TableText& text,
                const WriteOptions& options);

}  // namespace layers
