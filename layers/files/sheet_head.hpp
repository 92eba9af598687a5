// SPDX-License-Identifier: Apache-2.0
// The head of a sheet's table: which rows it takes, and what each column is called.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "layers/files/sheet_grid.hpp"

namespace layers {

struct SheetHead {
    /// Indices into the grid's rows.
    std::size_t firstRow = 0;
    std::size_t rowCount = 1;
    /// By the sheet's columns. Heads of several rows are one text: `Thu gom - Khối lượng (tấn/ngày)`.
    std::map<std::size_t, std::string> names;
    /// Cells at the foot of the head, each over one column.
    std::size_t leaves = 0;
};

/// The first row that names most of the table's columns, with the rows that divide it; else the first row of
/// several cells; else the first. Without merged cells a name holds for the blanks to its right that the
/// next row fills. Limits: the head is among the first 30 rows and takes four at most. The grid has rows.
SheetHead headOf(const SheetGrid& grid);

}  // namespace layers
