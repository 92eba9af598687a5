// SPDX-License-Identifier: Apache-2.0
// One sheet as it stands: its cells, which of them are merged, what of it is hidden.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace layers {

struct SheetCell {
    std::size_t column = 0;
    /// Nothing for text, and for days and clocks, whose text is ISO 8601.
    std::optional<double> number;
    std::string text;
    /// The sheet shows the number, here 95, as `95%`.
    bool isPercent = false;
};

/// Its cells from left to right, each column once.
struct SheetRow {
    /// Counted from 1, as the sheet does.
    std::int64_t number = 0;
    std::vector<SheetCell> cells;
    bool isHidden = false;
};

/// Both ends belong to it; rows as the sheet counts them, columns from 0.
struct MergedCells {
    std::int64_t firstRow = 0;
    std::int64_t lastRow = 0;
    std::size_t firstColumn = 0;
    std::size_t lastColumn = 0;
};

struct SheetGrid {
    std::string name;
    bool isHidden = false;
    std::vector<SheetRow> rows;
    /// Empty where the format does not tell.
    std::vector<MergedCells> merged;
    std::vector<std::size_t> hiddenColumns = {};
};

}  // namespace layers
