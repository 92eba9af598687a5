// SPDX-License-Identifier: Apache-2.0
// Comma-separated rows as RFC 4180 has them.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace layers {

/// What a first line `sep=;` says, as Excel writes it; else the commonest of comma, semicolon and tab in the
/// first line, outside quotes.
char csvSeparatorOf(std::string_view text);

/// Hands out row after row, with its line number in the file from 1; blank lines and a first line `sep=;` are
/// skipped.
/// Errors: BadData `file.quote-open` (row): a quote that opens in that line is not closed, or first by one
///         that opens another cell some lines below.
void readCsv(std::string_view text, char separator,
             const std::function<void(std::int64_t line, std::vector<std::string> cells)>& take);

/// Cells joined by commas and quoted where they must be; the line ends with CR LF.
void appendCsvRow(std::string& out, const std::vector<std::string>& cells);

}  // namespace layers
