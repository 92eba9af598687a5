// SPDX-License-Identifier: Apache-2.0
// Whether 0.95 or 95 means ninety-five in a hundred: decided for a whole file, or asked, never by a cell.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layers/indicators/reported_figures.hpp"
#include "layers/indicators/targets.hpp"

namespace layers {

enum class ShareReading { Ratio, Percent };
/// `ratio`, `percent`.
std::optional<ShareReading> parseShareReading(std::string_view word);

/// `%`, `phần trăm`, `tỷ lệ`…: a unit of shares, not of quantity.
bool isShareUnit(std::string_view text);

struct ShareFindings {
    std::vector<Finding> findings;
    /// What nobody but the sender can answer; nothing may be stored without an answer.
    std::optional<geo::Message> question;
};

/// Targets in percent, as the file means them; told or by evidence: more than half of them at most 1, none
/// with a `%` typed, is a column of ratios or a province that wants very little, and is asked about.
/// Findings: `target.share-suspicious` (code, value): at most 1 among percents, or above 1 among ratios, by
/// row. Question: `import.share-undecided` (witness, count).
ShareFindings settleTargetShares(std::span<Target> targets, std::span<const std::int64_t> rows,
                                 std::optional<ShareReading> told);

/// Told: a numerator is a share of its denominator, and becomes an amount. Else by evidence:
/// numerators up to 100, most of them above their denominator, are percents, and are asked about; a
/// denominator of always 1 or always 100 makes rates of all rows: they keep the unit `%`, and none is ever
/// summed. Fewer than three rows are no evidence. Findings: `figure.rates-not-amounts` (count),
/// `figure.numerators-may-be-shares` (count): all at most 1 beside denominators of other sizes, told at the
/// first row; `figure.share-suspicious` (name, value): a told ratio above 1, or percent above 100;
/// `figure.percent-among-amounts` (name, value, amount, unit), or `figure.percent-among-numbers` where the row
/// names no unit: a cell with its `%` where most cells have none.
/// Question: `import.numerators-undecided` (witness, count).
ShareFindings settleShares(std::span<ReportedRow> rows, std::optional<ShareReading> told);

}  // namespace layers
