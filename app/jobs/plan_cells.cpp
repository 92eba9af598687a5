// SPDX-License-Identifier: Apache-2.0
// Pack cells into cells of rows.
#include "app/jobs/plan_cells.hpp"

#include <algorithm>

namespace app {

layers::Table packTable(const layers::Workspace& workspace, const std::string& name) {
    return workspace.hasTable("pack_" + name) ? workspace.readTable("pack_" + name) : layers::Table{};
}

CellValue textOrNothing(std::string text) { return text.empty() ? CellValue() : CellValue(std::move(text)); }

CellValue numberOrNothing(std::optional<double> number) { return number ? CellValue(*number) : CellValue(); }

Cell textCell(const layers::RowReader& row, const char* column) {
    return {column, textOrNothing(row.text(column))};
}

Cell listCell(const layers::RowReader& row, const char* name, const char* column, const char* between) {
    std::string text = row.text(column);
    for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at)) {
        text.replace(at, 1, between);
    }
    return {name, textOrNothing(std::move(text))};
}

std::string textOf(const Row& row, std::string_view name) {
    const auto found = std::ranges::find(row, name, &Cell::name);
    if (found == row.end()) return {};
    const auto* const text = std::get_if<std::string>(&found->value);
    return text != nullptr ? *text : std::string();
}

}  // namespace app
