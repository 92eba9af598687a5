// SPDX-License-Identifier: Apache-2.0
// A sheet made for printing as a table, and everything of it that is no row.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "layers/files/sheet_grid.hpp"
#include "layers/model/table.hpp"

namespace layers {

enum class LeftOut { Title, Numbering, Section, Total, Note };
/// `title`, `numbering`, `section`, `total`, `note`.
std::string wordOf(LeftOut reason);

struct LeftOutRow {
    /// As the sheet counts.
    std::int64_t row = 0;
    LeftOut reason = LeftOut::Note;
    /// Its words, one cell after the other.
    std::string text;
};

/// A row that says the sum of others.
struct SheetTotal {
    std::int64_t row = 0;
    /// In the table's columns.
    std::vector<Value> cells;
    /// Rows of the table it sums, counted from 0.
    std::vector<std::size_t> parts;
};

/// What a sheet holds besides its rows; empty for other formats.
struct SheetNotes {
    std::string sheet;
    std::vector<LeftOutRow> leftOut;
    std::vector<SheetTotal> totals;
    /// Hidden rows that were read all the same, as the sheet counts.
    std::vector<std::int64_t> hiddenRows;
    /// Hidden columns that were read all the same, by name.
    std::vector<std::string> hiddenColumns;
    /// Hidden sheets that hold something and were not read.
    std::vector<std::string> hiddenSheets;
};

struct OfficeTable {
    Table table;
    /// Of each row of the table, as the sheet counts.
    std::vector<std::int64_t> rowNumbers;
    SheetNotes notes;
};

/// Head by headOf(); a row that numbers the columns, rows of sections, sums ("Tổng cộng", "Cộng", "Toàn
/// tỉnh", "Trong đó" and its items), notes and signatures are no rows of the table but said. A sum under its
/// rows sums those since the last section or sum, a "Tổng …" without rows below it and one above all rows
/// sums them all; numbers in a section's own row sum its rows.
/// Where rows stand under sections with words, these come as a last column `section`, without their marks,
/// the nearest first: `Thành phố Lai Châu | Khu vực đô thị`. Limits: a row of one cell is a section only with
/// a mark, merged over half the table, or words where the column has numbers; tables of one column have rows
/// only. Errors: BadData `file.row-too-long` (path, row, found, expected).
OfficeTable officeTableIn(const SheetGrid& grid, const std::filesystem::path& path);

}  // namespace layers
