// SPDX-License-Identifier: Apache-2.0
// Sums over the same decimals as figures are.
#include "app/jobs/sheet_notes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "app/jobs/source_rows.hpp"
#include "layers/indicators/decimal_sum.hpp"
#include "layers/text/plain_words.hpp"

namespace app {
namespace {

using layers::LeftOut;

constexpr std::array reasons{LeftOut::Title, LeftOut::Numbering, LeftOut::Section, LeftOut::Total,
                             LeftOut::Note};

std::optional<double> numberIn(const layers::Value& value, layers::DecimalMark mark) {
    if (const auto* const text = std::get_if<std::string>(&value)) return layers::parseNumber(*text, mark);
    return layers::numberIn(value);
}

std::int64_t countOf(const layers::SheetNotes& notes, LeftOut reason) {
    return std::ranges::count(notes.leftOut, reason, &layers::LeftOutRow::reason);
}

/// The sum of a column's parts; nothing where a part holds words, or none holds a number.
std::optional<layers::DecimalSum> sumOf(const layers::SheetTotal& total, const SourceRows& rows,
                                        std::size_t column, layers::DecimalMark mark) {
    layers::DecimalSum sum;
    bool hasNumber = false;
    for (const std::size_t part : total.parts) {
        const auto number = numberIn(rows.features[part].values[column], mark);
        if (!number) continue;
        sum.add(*number);
        hasNumber = true;
    }
    return hasNumber ? std::optional(sum) : std::nullopt;
}

/// A year that a row of sums repeats is nobody's sum. `Nam` and `Năm` are one word without accents: only
/// numbers that are years tell them apart.
bool isYears(const layers::SheetTotal& total, const SourceRows& rows, std::size_t column,
             layers::DecimalMark mark) {
    constexpr std::array<std::string_view, 6> heads{"nam", "year", "ky", "period", "nam_bao_cao", "ky_bao_cao"};
    if (std::ranges::count(heads, layers::plainKey(rows.schema.fields()[column].name)) == 0) return false;
    return std::ranges::all_of(total.parts, [&](std::size_t part) {
        const auto number = numberIn(rows.features[part].values[column], mark);
        return !number || (*number >= 1900 && *number <= 2100 && *number == std::floor(*number));
    });
}

void compareTotal(Stored& stored, const layers::SheetTotal& total, const SourceRows& rows,
                  layers::DecimalMark mark) {
    for (std::size_t column = 0; column < total.cells.size(); ++column) {
        const auto written = numberIn(total.cells[column], mark);
        const auto sum = written ? sumOf(total, rows, column, mark) : std::nullopt;
        layers::DecimalSum whole;
        if (written) whole.add(*written);
        if (!sum || whole.isSame(*sum) || isYears(total, rows, column, mark)) continue;
        stored.findings.push_back(
            {{"sheet.total-differs",
              {{"column", rows.schema.fields()[column].name}, {"total", *written}, {"sum", sum->total()}}},
             total.row,
             {}});
    }
}

std::vector<geo::Message> leftOutLines(const layers::SheetNotes& notes) {
    std::vector<geo::Message> lines;
    for (const layers::LeftOutRow& row : notes.leftOut)
        lines.push_back({"sheet.left-out",
                         {{"row", row.row},
                          {"reason", "reason-sheet-" + layers::wordOf(row.reason)},
                          {"text", row.text}}});
    return lines;
}

/// How the whole sheet is typed; nobody need decide it for sums alone.
layers::DecimalMark markOf(const Intake& intake, const SourceRows& rows) {
    if (intake.request.decimal) return *intake.request.decimal;
    std::vector<std::string> cells;
    for (const layers::Feature& row : rows.features)
        for (const layers::Value& value : row.values) cells.push_back(layers::textIn(value));
    return layers::decimalMarkOf(cells).mark.value_or(layers::DecimalMark::Point);
}

void noteHidden(Stored& stored, const layers::SheetNotes& notes) {
    if (!notes.hiddenRows.empty())
        stored.findings.push_back({{"sheet.hidden-rows",
                                    {{"count", static_cast<std::int64_t>(notes.hiddenRows.size())},
                                     {"first", notes.hiddenRows.front()}}},
                                   notes.hiddenRows.front(),
                                   {}});
    for (const std::string& column : notes.hiddenColumns)
        stored.findings.push_back({{"sheet.hidden-column", {{"column", column}}}, 0, {}});
    for (const std::string& sheet : notes.hiddenSheets)
        stored.findings.push_back({{"sheet.hidden-sheet", {{"sheet", sheet}}}, 0, {}});
}

}  // namespace

void noteSheet(const Intake& intake, Stored& stored, layers::LayerSource& source) {
    const layers::SheetNotes& notes = source.sheetNotes();
    noteHidden(stored, notes);
    for (const LeftOut reason : reasons) {
        const std::int64_t count = countOf(notes, reason);
        if (count == 0) continue;
        stored.ledger.add(layers::LedgerSide::In, "left-out", count, 0);
        stored.ledger.add(layers::LedgerSide::Lost, "sheet-" + layers::wordOf(reason), count, 0);
    }
    stored.leftOut = leftOutLines(notes);
    if (notes.totals.empty()) return;
    // As the sheet has them, whatever a profile makes of its columns.
    const SourceRows rows = readRows(source.features(), intake.progress);
    const layers::DecimalMark mark = markOf(intake, rows);
    for (const layers::SheetTotal& total : notes.totals) compareTotal(stored, total, rows, mark);
}

}  // namespace app
