// SPDX-License-Identifier: Apache-2.0
// What words in a sheet made for printing say of their row.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "layers/files/sheet_grid.hpp"

namespace layers {

/// A number, or text that is one under either mark.
bool isNumberCell(const SheetCell& cell);

/// "Tổng cộng", "Tổng số:", "Cộng mục I", "Toàn tỉnh"; never "Công ty …" or "Tổng công ty …".
bool isTotalLabel(std::string_view text);

/// "Trong đó", alone or with what follows it.
bool isPartsLabel(std::string_view text);

/// "Ghi chú: …", "Người lập biểu", "TM. …", "…, ngày 5 tháng 1 năm 2025".
bool isNoteText(std::string_view text);

/// "Lai Châu, ngày 5 tháng 1 năm 2025".
bool isDateLine(std::string_view text);

/// The lines every Vietnamese document opens with.
bool isLetterhead(std::string_view text);

/// The mark of a section that stands alone ("IV", "II.", "A") or before words ("A. Khu vực đô thị").
struct SectionMark {
    std::string mark;
    bool hasWords = false;
};
std::optional<SectionMark> sectionMarkIn(std::string_view text);

/// `Thành phố Lai Châu` of `I. Thành phố Lai Châu`; text without a mark as it is.
std::string withoutMark(std::string_view text);

/// Blanks and line breaks as single blanks.
std::string singleBlanks(std::string_view text);

}  // namespace layers
