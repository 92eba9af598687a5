// SPDX-License-Identifier: Apache-2.0
// The cells of one sheet, as they were typed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layers/files/xlsx_styles.hpp"

namespace layers {

struct SheetCell {
    std::size_t column = 0;
    /// Nothing for text, and for days and clocks, whose text is ISO 8601.
    std::optional<double> number;
    std::string text;
};

/// Its cells from left to right, each column once.
struct SheetRow {
    /// Counted from 1, as the sheet does.
    std::int64_t number = 0;
    std::vector<SheetCell> cells;
};

/// What cells refer to instead of saying it.
struct SheetWords {
    std::vector<std::string> strings;
    std::vector<NumberSort> sorts;
    DayCount dayCount = DayCount::From1900;
};

/// One text for every item; hints of pronunciation left out.
std::vector<std::string> sharedStringsOf(std::string_view xml);

/// Rows in the document's order. Formulas come as the value they last had, faults as `#N/A` and their like,
/// truth as TRUE and FALSE.
std::vector<SheetRow> sheetRowsIn(std::string_view xml, const SheetWords& words);

}  // namespace layers
