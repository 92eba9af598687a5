// SPDX-License-Identifier: Apache-2.0
// What a sheet made for printing holds besides its rows: said, counted, and held against the rows.
#pragma once

#include "app/jobs/intake.hpp"

namespace app {

/// Books the rows left out of the table and compares its sums with their parts, exactly.
/// Findings: `sheet.total-differs` (row, column, total, sum), `sheet.hidden-rows` (count, first),
///           `sheet.hidden-sheet` (sheet). Ledger: rows left out, by reason.
void noteSheet(const Intake& intake, Stored& stored, layers::LayerSource& source);

}  // namespace app
