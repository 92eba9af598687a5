// SPDX-License-Identifier: Apache-2.0
// OpenDocument sheets, cell by cell, with all that is repeated, merged and hidden.
#include "layers/files/ods_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geo/base/error.hpp"
#include "layers/files/table_file.hpp"

using layers::SheetGrid;
using testing::ElementsAre;
using testing::SizeIs;

namespace {

/// One sheet of these columns and rows.
SheetGrid sheetOf(const std::string& inside) {
    const auto sheets = layers::odsSheetsIn(
        "<office:document-content><office:body><office:spreadsheet><table:table "
        "table:name=\"Biểu 1\">" +
        inside +
        "</table:table></office:spreadsheet></office:body></"
        "office:document-content>");
    return sheets.at(0);
}

std::string row(const std::string& cells, const std::string& attributes = "") {
    return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}

std::string text(const std::string& words, const std::string& attributes = "") {
    return "<table:table-cell " + attributes + " office:value-type=\"string\"><text:p>" + words +
           "</text:p></table:table-cell>";
}

std::string cell(const std::string& attributes) { return "<table:table-cell " + attributes + "/>"; }

std::vector<std::string> textsOf(const layers::SheetRow& row) {
    std::vector<std::string> texts;
    for (const auto& one : row.cells) texts.push_back(one.text);
    return texts;
}

std::filesystem::path corpusFile(const char* name) {
    return std::filesystem::path(KHOANH_SOURCE_DIR) / "tests/corpus/files" / name;
}

}  // namespace

TEST(OdsReader, readsTextNumbersDaysAndTruth) {
    const auto sheet =
        sheetOf(row(text("Xã Bum Tở") + cell(R"(office:value-type="float" office:value="12.5")") +
                    cell(R"(office:value-type="date" office:date-value="2025-07-01")") +
                    cell(R"(office:value-type="time" office:time-value="PT08H30M00S")") +
                    cell(R"(office:value-type="boolean" office:boolean-value="true")")));
    ASSERT_THAT(sheet.rows, SizeIs(1));
    EXPECT_THAT(textsOf(sheet.rows[0]), ElementsAre("Xã Bum Tở", "", "2025-07-01", "08:30:00", "TRUE"));
    EXPECT_EQ(sheet.rows[0].cells[1].number, 12.5);
    EXPECT_EQ(sheet.name, "Biểu 1");
}

TEST(OdsReader, keepsATimeThatIsNoneAsItIsWritten) {
    const auto timed = [](const std::string& time) {
        return textsOf(
            sheetOf(row(cell(R"(office:value-type="time" office:time-value=")" + time + '"'))).rows[0])[0];
    };
    EXPECT_EQ(timed("PT12H05M30.75S"), "12:05:30");
    for (const char* odd :
         {"PT1H1M1e300S", "PT1H1MnanS", "PT1H1M-1S", "PT99999999999H1M1S", "PT1H1M", "1H1M1S"})
        EXPECT_EQ(timed(odd), odd);
}

TEST(OdsReader, readsPercentsAsTheSheetShowsThem) {
    const auto sheet = sheetOf(row(cell(R"(office:value-type="percentage" office:value="0.57")")));
    EXPECT_EQ(sheet.rows[0].cells[0].number, 57.0);
    EXPECT_TRUE(sheet.rows[0].cells[0].isPercent);
}

TEST(OdsReader, writesOutWhatIsRepeatedAndCountsWhatIsEmpty) {
    const auto sheet = sheetOf(
        row(cell("table:number-columns-repeated=\"16384\""), "table:number-rows-repeated=\"3\"") +
        row(cell("table:number-columns-repeated=\"2\"") + text("a", "table:number-columns-repeated=\"2\""),
            "table:number-rows-repeated=\"2\"") +
        row(cell(""), "table:number-rows-repeated=\"1048570\""));
    ASSERT_THAT(sheet.rows, SizeIs(2));
    EXPECT_EQ(sheet.rows[0].number, 4);
    EXPECT_EQ(sheet.rows[1].number, 5);
    EXPECT_EQ(sheet.rows[1].cells[1].column, 3u);
}

TEST(OdsReader, keepsParagraphsBlanksAndLeavesNotesOut) {
    const auto sheet =
        sheetOf(row("<table:table-cell office:value-type=\"string\"><office:annotation><text:p>ghi "
                    "chú</text:p></office:annotation>"
                    "<text:p>Tên<text:s text:c=\"2\"/>xã</text:p><text:p>dòng "
                    "<text:span>hai</text:span></text:p></table:table-cell>"));
    EXPECT_THAT(textsOf(sheet.rows[0]), ElementsAre("Tên  xã\ndòng hai"));
}

TEST(OdsReader, tellsWhatIsMergedAndWhatIsHidden) {
    const auto sheets = layers::odsSheetsIn(
        "<style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style>"
        "<table:table table:name=\"a\"><table:table-column/><table:table-column "
        "table:visibility=\"collapse\" "
        "table:number-columns-repeated=\"2\"/>" +
        row(text("đầu", "table:number-columns-spanned=\"3\" table:number-rows-spanned=\"2\"") +
            "<table:covered-table-cell table:number-columns-repeated=\"2\"/>") +
        row(cell("") + text("ẩn"), "table:visibility=\"filter\"") +
        "</table:table><table:table table:name=\"b\" table:style-name=\"ta2\">" + row(text("x")) +
        "</table:table>");
    ASSERT_THAT(sheets, SizeIs(2));
    EXPECT_THAT(sheets[0].hiddenColumns, ElementsAre(1u, 2u));
    ASSERT_THAT(sheets[0].merged, SizeIs(1));
    EXPECT_EQ(sheets[0].merged[0].lastRow, 2);
    EXPECT_EQ(sheets[0].merged[0].lastColumn, 2u);
    EXPECT_FALSE(sheets[0].rows[0].isHidden);
    EXPECT_TRUE(sheets[0].rows[1].isHidden);
    EXPECT_TRUE(sheets[1].isHidden);
}

TEST(OdsReader, refusesSheetsBeyondAllMeasure) {
    std::string many;
    for (int i = 0; i < 20; ++i)
        many += row(text("x", "table:number-columns-repeated=\"16384\""),
                    "table:number-rows-repeated=\"1048576\"");
    EXPECT_THAT(layers::odsSheetsIn("<table:table table:name=\"a\">" + many + "</table:table>"), SizeIs(0));
}

TEST(OdsReader, readsWhatLibreOfficeSaved) {
    const auto sheets = layers::readOdsSheets(corpusFile("lo_bieu.ods"));
    ASSERT_THAT(sheets, SizeIs(1));
    EXPECT_THAT(sheets[0].hiddenColumns, ElementsAre(6u));
    EXPECT_THAT(sheets[0].merged, SizeIs(1));
    EXPECT_EQ(std::ranges::count(sheets[0].rows, true, &layers::SheetRow::isHidden), 2);
    EXPECT_TRUE(layers::readOdsSheets(corpusFile("lo_trang_an.ods")).at(1).isHidden);
}
