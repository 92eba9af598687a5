// SPDX-License-Identifier: Apache-2.0
// OpenDocument sheets, marks of older Excel workbooks, and units of quantity.
#include <fstream>
#include <sstream>

#include "layers/files/compound_file.hpp"
#include "layers/files/ods_reader.hpp"
#include "layers/files/office_table.hpp"
#include "layers/files/xls_marks.hpp"
#include "layers/indicators/quantity_unit.hpp"
#include "tests/fuzz/target.hpp"

namespace fuzz {
namespace {

std::string fileBytes(const char* name) {
    std::ifstream file(std::string(KHOANH_SOURCE_DIR) + "/tests/corpus/files/" + name, std::ios::binary);
    std::ostringstream whole;
    whole << file.rdbuf();
    return whole.str();
}

const char* const content =
    R"(<a><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style><table:table table:name="Biểu" table:style-name="ta2"><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/><table:table-row><table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>mã<text:s text:c="3"/></text:p></table:table-cell><table:covered-table-cell/></table:table-row><table:table-row table:visibility="filter" table:number-rows-repeated="2"><table:table-cell office:value-type="percentage" office:value="0.57"/><table:table-cell office:value-type="time" office:time-value="PT08H30M00S"/></table:table-row></table:table></a>)";

void attemptOds(const std::string& bytes) {
    for (const layers::SheetGrid& sheet : layers::odsSheetsIn(bytes)) {
        std::int64_t last = 0;
        for (const layers::SheetRow& row : sheet.rows) {
            require(row.number > last && !row.cells.empty(), "rows come in their order, with cells");
            last = row.number;
            for (std::size_t i = 1; i < row.cells.size(); ++i)
                require(row.cells[i - 1].column < row.cells[i].column, "cells come from left to right");
        }
    }
}

void attemptMarks(const std::string& stream) {
    for (const layers::SheetGrid& sheet : layers::xlsMarksIn(stream))
        for (const std::size_t column : sheet.hiddenColumns)
            require(column < 256, "a column the sheet can have");
}

void attemptUnits(const std::string& text) {
    const std::string unit = layers::termUnitWritten(text);
    if (layers::isQuantityUnit(text))
        require(layers::termUnitWritten(unit) == unit, "a unit has one writing");
    const auto there = layers::ratioBetween(text, "tonnes/day", 2024);
    const auto back = layers::ratioBetween("tonnes/day", text, 2024);
    require(there.has_value() == back.has_value(), "what goes there comes back");
    if (there) require(there->times == back->by && there->by == back->times, "by the same ratio");
    layers::unitNamedIn(text);
    layers::withoutUnit(text);
}

}  // namespace

std::vector<Target> sheetTargets() {
    const std::string box = fileBytes("lo_bieu.xls");
    return {{"ods", {content}, attemptOds},
            {"xls-marks", {layers::streamOf(box, "Workbook").value_or("")}, attemptMarks},
            {"xls-box", {box}, [](const std::string& bytes) { layers::streamOf(bytes, "Workbook"); }},
            {"quantity-unit",
             {"tấn/ngày đêm", "nghìn m³/năm", "Phát sinh (tấn/năm)", "ĐVT: 1000 tấn"},
             attemptUnits}};
}

}  // namespace fuzz
