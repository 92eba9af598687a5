// SPDX-License-Identifier: Apache-2.0
// What the columns of a sheet of field points mean, and the numbers in its cells.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/jobs/source_rows.hpp"
#include "layers/checks/coordinate_fields.hpp"
#include "layers/model/feature.hpp"
#include "layers/model/field_point.hpp"
#include "layers/model/schema.hpp"
#include "layers/text/number_text.hpp"

namespace app {

struct FieldColumns {
    std::optional<std::size_t> name, accuracy, time, commune, communeName, site, note, elevation, device, photo;
};

FieldColumns fieldColumnsOf(const layers::Schema& schema);

/// How numbers are written in the file: decided once from the cells of its coordinates and accuracies.
/// Degrees that could be either way are read so that they stay below 180. Errors: BadData
/// `coordinates.decimals-contradicted`, `coordinates.decimals-undecided`, each with `text`.
layers::DecimalMark decimalMarkOf(const SourceRows& rows, const FieldColumns& columns,
                                  const std::optional<layers::CoordinateFields>& coordinates);

/// Everything of a row but its position and its elevation.
layers::FieldPoint fieldPointIn(const layers::Feature& row, const FieldColumns& columns,
                                layers::DecimalMark mark);

/// The elevations of the rows, with or without `m` behind the number. Their own cells say how numbers are
/// written, for a column typed by hand is not written like the coordinates of a receiver beside it.
/// Returns: `check.elevation-unread` (text, count) at the first row whose elevation is none, or two.
std::vector<layers::Finding> readElevations(std::vector<layers::FieldPoint>& points, const SourceRows& rows,
                                            const FieldColumns& columns,
                                            std::optional<layers::DecimalMark> told);

/// The names of all fields, parted by commas.
std::string namesOf(const layers::Schema& schema);

}  // namespace app
