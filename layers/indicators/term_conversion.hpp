// SPDX-License-Identifier: Apache-2.0
// Terms of reported rows in the unit their indicator is counted in.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layers/indicators/reported_figures.hpp"

namespace layers {

/// Brings both terms to the unit wanted, else the numerator to the denominator's, and keeps what was written.
/// Rows that name no unit, or name a share, stay as they are.
/// Fault: `figure.unit-not-convertible` (unit, wanted): the row keeps its numbers and units.
void convertTerms(ReportedRow& row, std::string_view wanted);

/// Rows that came in units their indicator is not counted in: `figure.units-converted` (indicator, unit,
/// wanted, conversion, count), by indicator, unit and conversion; rows with terms and no unit:
/// `figure.unit-not-told` (indicator, count), by indicator.
/// Each stands at its first row.
std::vector<Finding> conversionFindings(std::span<const ReportedRow> rows);

}  // namespace layers
