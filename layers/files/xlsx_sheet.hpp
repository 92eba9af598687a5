// SPDX-License-Identifier: Apache-2.0
// The cells of one sheet, as they were typed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layers/files/sheet_grid.hpp"
#include "layers/files/xlsx_styles.hpp"

namespace layers {

/// What cells refer to instead of saying it.
struct SheetWords {
    std::vector<std::string> strings;
    std::vector<NumberSort> sorts;
    DayCount dayCount = DayCount::From1900;
};

/// One text for every item; hints of pronunciation left out.
std::vector<std::string> sharedStringsOf(std::string_view xml);

/// Rows in the document's order, and which cells are merged. Formulas come as the value they last had, faults as `#N/A` and their like,
/// truth as TRUE and FALSE.
SheetGrid sheetIn(std::string_view xml, const SheetWords& words);

}  // namespace layers
