// SPDX-License-Identifier: Apache-2.0
// The unit of a whole table: what its titles and heads say, else what the profile does.
#pragma once

#include <optional>
#include <vector>

#include "layers/checks/finding.hpp"
#include "layers/files/import_profile.hpp"
#include "layers/files/office_table.hpp"
#include "layers/indicators/reported_fields.hpp"

namespace app {

using FoundColumns = std::vector<std::vector<layers::FoundColumn>>;

/// The profile without the unit it gives all rows: beside the file's own words it is only the last resort. A
/// profile that gives parts of its rows different units, or none, stays as it is.
layers::ImportProfile withoutUnit(layers::ImportProfile profile);

struct StatedUnits {
    /// One for each part of the profile, else one. The n-th row is of the n-th part, and so on round.
    std::vector<layers::ReportedFields> parts;
    /// `figure.title-contradicts-head` (title, head) where they name two units; the head is believed.
    std::optional<layers::Finding> finding = {};
};

/// The fields with what the file's own heads say of each part, and with the unit of rows that name none: that
/// of the titles over the table, else the part's in the profile.
StatedUnits settleUnits(const layers::ReportedFields& fields, const layers::SheetNotes& notes,
                        const std::optional<layers::ImportProfile>& profile, const FoundColumns& found);

}  // namespace app
