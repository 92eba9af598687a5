// SPDX-License-Identifier: Apache-2.0
// The unit of a whole table: what its titles and heads say, else what the profile does.
#pragma once

#include <optional>

#include "layers/checks/finding.hpp"
#include "layers/files/import_profile.hpp"
#include "layers/files/office_table.hpp"
#include "layers/indicators/reported_fields.hpp"

namespace app {

/// The profile without the unit it gives all rows: beside the file's own words it is only the last resort.
layers::ImportProfile withoutUnit(layers::ImportProfile profile);

/// Gives the fields the units that a profile's heads name, and the unit of rows that name none: that of the
/// titles over the table, else the profile's.
/// Returns: `figure.title-contradicts-head` (title, head) where they name two; the head is believed.
std::optional<layers::Finding> settleUnit(layers::ReportedFields& fields, const layers::SheetNotes& notes,
                                          const std::optional<layers::ImportProfile>& profile);

}  // namespace app
