// SPDX-License-Identifier: Apache-2.0
// Cells of the plan's rows, read from tables of the province pack; an empty cell of the pack is nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/jobs/outcome.hpp"
#include "layers/model/row_reader.hpp"
#include "layers/store/workspace.hpp"

namespace app {

using CellValue = decltype(Cell::value);

/// A table of the pack; without rows where the pack has none of that name.
layers::Table packTable(const layers::Workspace& workspace, const std::string& name);

CellValue textOrNothing(std::string text);
CellValue numberOrNothing(std::optional<double> number);
Cell textCell(const layers::RowReader& row, const char* column);
/// Several values of one cell, as people write them: the pack parts them by `|`.
Cell listCell(const layers::RowReader& row, const char* name, const char* column, const char* between);

/// Empty when the cell is missing or no text.
std::string textOf(const Row& row, std::string_view name);

}  // namespace app
