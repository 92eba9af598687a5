// SPDX-License-Identifier: Apache-2.0
// By name, by what is hidden, by what holds a table.
#include "layers/files/sheet_choice.hpp"

#include <algorithm>
#include <utility>

#include "geo/base/error.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;

bool holdsTable(const SheetGrid& sheet) {
    const auto wide =
        std::ranges::count_if(sheet.rows, [](const SheetRow& row) { return row.cells.size() > 1; });
    return wide > 1;
}

void dropEmpty(SheetGrid& sheet) {
    for (SheetRow& row : sheet.rows)
        std::erase_if(row.cells, [](const SheetCell& cell) { return !cell.number && cell.text.empty(); });
    std::erase_if(sheet.rows, [](const SheetRow& row) { return row.cells.empty(); });
}

std::string namesOf(const std::vector<const SheetGrid*>& sheets) {
    std::string names;
    for (const SheetGrid* const sheet : sheets) names += (names.empty() ? "" : ", ") + sheet->name;
    return names;
}

std::vector<const SheetGrid*> thoseThat(const std::vector<SheetGrid>& sheets,
                                        bool (*isSo)(const SheetGrid& sheet)) {
    std::vector<const SheetGrid*> found;
    for (const SheetGrid& sheet : sheets)
        if (isSo(sheet)) found.push_back(&sheet);
    return found;
}

const SheetGrid& sheetNamed(const std::vector<SheetGrid>& sheets, const fs::path& path,
                            const std::string& name) {
    const auto found = std::ranges::find(sheets, name, &SheetGrid::name);
    if (found != sheets.end()) return *found;
    throw geo::Error(geo::ErrorKind::NotFound, "file.layer-missing",
                     {{"path", path.string()},
                      {"layer", name},
                      {"layers", namesOf(thoseThat(sheets, [](const SheetGrid&) { return true; }))}});
}

/// The first visible one where none holds a table; the first of all where all are hidden.
const SheetGrid& sheetMeant(const std::vector<SheetGrid>& sheets, const fs::path& path) {
    const auto visible = thoseThat(sheets, [](const SheetGrid& sheet) { return !sheet.isHidden; });
    if (visible.empty()) return sheets.front();
    auto tables = visible;
    std::erase_if(tables, [](const SheetGrid* sheet) { return !holdsTable(*sheet); });
    if (tables.empty()) return *visible.front();
    if (tables.size() == 1) return *tables.front();
    throw geo::Error(geo::ErrorKind::BadData, "file.layer-choice",
                     {{"path", path.string()}, {"layers", namesOf(tables)}});
}

std::vector<std::string> textsIn(const SheetGrid& sheet) {
    std::vector<std::string> texts;
    for (const SheetRow& row : sheet.rows)
        for (const SheetCell& cell : row.cells)
            if (!cell.number) texts.push_back(decode(cell.text, Encoding::Utf8));
    return texts;
}

void settleTexts(SheetGrid& sheet, FileText& text) {
    for (SheetRow& row : sheet.rows)
        for (SheetCell& cell : row.cells)
            if (!cell.number) cell.text = text.settled(cell.text, text.column(std::to_string(cell.column)));
    dropEmpty(sheet);
}

}  // namespace

OfficeTable tableOfBook(std::vector<SheetGrid> sheets, const fs::path& path, const SheetQuestion& question,
                        FileText& text) {
    for (SheetGrid& sheet : sheets) dropEmpty(sheet);
    const SheetGrid& meant =
        question.sheetName.empty() ? sheetMeant(sheets, path) : sheetNamed(sheets, path, question.sheetName);
    SheetGrid sheet = meant;
    geo::inContext({"file.reading", {{"path", path.string()}}}, [&] {
        text = textInUtf8({path, question.encoding, {}}, textsIn(sheet));
        settleTexts(sheet, text);
    });
    OfficeTable table = officeTableIn(sheet, path);
    for (const SheetGrid& other : sheets)
        if (other.isHidden && &other != &meant && holdsTable(other))
            table.notes.hiddenSheets.push_back(other.name);
    return table;
}

}  // namespace layers
