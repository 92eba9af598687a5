// SPDX-License-Identifier: Apache-2.0
// What the format of a spreadsheet's cell says its number is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace layers {

enum class NumberSort { Number, Day, Clock, Percent };
/// Where the count of days begins: Excel for Windows counts from 1900, old ones for the Macintosh from 1904.
enum class DayCount { From1900, From1904 };

/// One for every cell format of `styles.xml`, in the order cells name them by.
std::vector<NumberSort> numberSortsOf(std::string_view stylesXml);

/// `dd/mm/yyyy` is a day, `[h]:mm` a clock, `0.0%` a percent, `#,##0.00 "ngày"` a number.
NumberSort sortOfFormatCode(std::string_view code);

/// `2025-07-01`, `2025-07-01T08:00:00` or, for a clock, `08:00:00`; empty when the count is no day up to
/// 9999.
std::string dayText(double days, NumberSort sort, DayCount count);

}  // namespace layers
