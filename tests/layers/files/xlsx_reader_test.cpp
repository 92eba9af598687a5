// SPDX-License-Identifier: Apache-2.0
// Spreadsheets as tables of text, as they were typed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "layers/files/table_file.hpp"
#include "tests/layers/files/sample_files.hpp"
#include "tests/layers/files/stored_zip.hpp"

namespace {

using layers::FieldType;
using layers::Schema;
using layers::Table;
using layers::Value;
using testing::ElementsAre;
using testing::StartsWith;

using Parts = std::map<std::string, std::string>;

/// A workbook of one sheet, whose rows are given as they stand in `sheetData`.
Parts workbookOf(const std::string& rows) {
    return {
        {"_rels/.rels",
         R"(<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>)"},
        {"xl/workbook.xml",
         R"(<workbook><sheets><sheet name="Bảng" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels", R"(<Relationships>
<Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="x/styles" Target="/xl/styles.xml"/></Relationships>)"},
        {"xl/styles.xml",
         R"(<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>)"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
}

std::string text(const std::string& words) { return "<c t=\"inlineStr\"><is><t>" + words + "</t></is></c>"; }
std::string number(const std::string& digits) { return "<c><v>" + digits + "</v></c>"; }
std::string row(const std::string& cells) { return "<row>" + cells + "</row>"; }

void pack(const std::filesystem::path& path, const Parts& parts) {
    sample::writeBytes(path, sample::zipOf(parts));
}

Table tableOf(const Parts& parts, layers::Encoding encoding = layers::Encoding::Auto) {
    const sample::Folder folder;
    pack(folder / "a.xlsx", parts);
    return layers::readTable(folder / "a.xlsx", encoding);
}

std::vector<std::vector<std::string>> textsIn(const Table& table) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& values : table.rows) {
        auto& cells = rows.emplace_back();
        for (const Value& value : values) cells.push_back(layers::textIn(value));
    }
    return rows;
}

TEST(XlsxReader, keepsWhatWasTypedAndGivesNumbersShort) {
    const Table table = tableOf(workbookOf(row(text("Mã xã") + text("Tên") + text("Tỷ lệ (%)")) +
                                           row(text("03388") + text("Sìn Hồ") + number("41.60000000000000")) +
                                           row(text("03389") + text(" Bum Tở ") + number("0.1"))));

    EXPECT_EQ(table.schema, (Schema{{"Mã xã"}, {"Tên"}, {"Tỷ lệ (%)"}}));
    EXPECT_THAT(textsIn(table),
                ElementsAre(ElementsAre("03388", "Sìn Hồ", "41.6"), ElementsAre("03389", " Bum Tở ", "0.1")));
    EXPECT_EQ(table.rows[0][2], Value{std::string("41.6")});
}

TEST(XlsxReader, givesNumbersInTheMarkOthersAreTypedIn) {
    const Table table =
        tableOf(workbookOf(row(text("ten") + text("luong")) + row(text("a") + text("1.234,5")) +
                           row(text("b") + number("2.5")) + row(text("c") + number("1.234"))));

    EXPECT_THAT(textsIn(table), ElementsAre(ElementsAre("a", "1.234,5"), ElementsAre("b", "2,5"),
                                            ElementsAre("c", "1,2340")));
}

TEST(XlsxReader, takesNoMarkFromWords) {
    const Table table =
        tableOf(workbookOf(row(text("ghi chú") + text("luong")) + row(text("nhóm") + number("2.5")) +
                           row(text("1,2") + number("3.5")) + row(text("khác") + number("4.5"))));

    EXPECT_THAT(textsIn(table)[0], ElementsAre("nhóm", "2.5"));
}

TEST(XlsxReader, givesDaysAsIso) {
    const Table table = tableOf(
        workbookOf(row(text("ngay") + text("n")) + row("<c s=\"1\"><v>45839</v></c>" + number("45839"))));

    EXPECT_THAT(textsIn(table)[0], ElementsAre("2025-07-01", "45839"));
}

TEST(XlsxReader, takesTheFirstVisibleSheet) {
    Parts parts = workbookOf(row(text("thấy")));
    parts["xl/workbook.xml"] = R"(<workbook><sheets><sheet name="a" sheetId="1" state="hidden" r:id="rId9"/>
<sheet name="b" sheetId="2" r:id="rId1"/></sheets></workbook>)";

    EXPECT_EQ(tableOf(parts).schema, (Schema{{"thấy"}}));
}

TEST(XlsxReader, takesAHeadOfWordsForAHeadThoughAllElseIsWords) {
    const Table table =
        tableOf(workbookOf(row(text("ten") + text("xa")) + row(text("một") + text("Sìn Hồ"))));

    EXPECT_EQ(table.schema, (Schema{{"ten"}, {"xa"}}));
    EXPECT_EQ(table.rows.size(), 1u);
}

TEST(XlsxReader, takesYearsInTheHeadForNames) {
    const Table table = tableOf(workbookOf(row(text("xa") + number("2024") + number("2025")) +
                                           row(text("a") + number("1") + number("2"))));

    EXPECT_EQ(table.schema, (Schema{{"xa"}, {"2024"}, {"2025"}}));
}

TEST(XlsxReader, passesOverTitlesAboveAWiderTable) {
    const Table table =
        tableOf(workbookOf(row("") + row(text("Biểu số 3")) + row("") + row(text("ma") + text("ten")) +
                           row(text("1") + text("a")) + row("") + row("<c><v></v></c>")));

    EXPECT_EQ(table.schema, (Schema{{"ma"}, {"ten"}}));
    EXPECT_EQ(table.rows.size(), 1u);
}

TEST(XlsxReader, readsATableOfOneColumn) {
    EXPECT_THAT(textsIn(tableOf(workbookOf(row(text("ma")) + row(text("03388"))))),
                ElementsAre(ElementsAre("03388")));
}

TEST(XlsxReader, putsCellsWhereTheirReferencesSay) {
    const Table table =
        tableOf(workbookOf(R"(<row r="2"><c r="B2" t="str"><v>ma</v></c><c r="D2" t="str"><v>ten</v></c></row>
<row r="5"><c r="D5" t="str"><v>Sìn Hồ</v></c></row>)"));

    EXPECT_EQ(table.schema, (Schema{{"ma"}, {"ten"}}));
    EXPECT_THAT(textsIn(table), ElementsAre(ElementsAre("", "Sìn Hồ")));
    EXPECT_EQ(table.rows[0][0], Value{});
}

TEST(XlsxReader, namesTheRowThatGoesBeyondTheHead) {
    EXPECT_THAT(sample::errorOf([] {
                    tableOf(workbookOf(row(text("a") + text("b")) + row(text("1") + text("2") + text("3"))));
                }),
                testing::EndsWith("row=2 found=3 expected=2"));
}

TEST(XlsxReader, joinsRichTextAndLeavesOutHintsOfPronunciation) {
    Parts parts = workbookOf(row("<c t=\"s\"><v>0</v></c>" + text("b")) +
                             row("<c t=\"s\"><v>1</v></c><c t=\"s\"><v>77</v></c>"));
    parts["xl/sharedStrings.xml"] =
        "<sst><si><t>ma</t></si><si><r><t>Sìn </t></r><r><t>Hồ</t></r><rPh><t>x</t></rPh></si></sst>";
    parts["xl/_rels/workbook.xml.rels"] =
        R"(<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId3" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>)";

    EXPECT_THAT(textsIn(tableOf(parts)), ElementsAre(ElementsAre("Sìn Hồ", "")));
}

TEST(XlsxReader, showsTruthAndFaultsAsASheetDoes) {
    const Table table = tableOf(
        workbookOf(row(text("a") + text("b")) + row("<c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c>")));

    EXPECT_THAT(textsIn(table)[0], ElementsAre("TRUE", "#N/A"));
}

TEST(XlsxReader, readsTextTypedInALegacyFont) {
    // TCVN3 has "Sìn Hồ" as S D7 n 20 H E5; a sheet keeps the bytes as letters of Latin-1.
    const Parts parts = workbookOf(row(text("ten")) + row(text("S\xC3\x97n H\xC3\xA5")));

    EXPECT_THAT(textsIn(tableOf(parts, layers::Encoding::Tcvn3)), ElementsAre(ElementsAre("Sìn Hồ")));
    EXPECT_THAT(textsIn(tableOf(parts)), ElementsAre(ElementsAre("S×n Hå")));
}

TEST(XlsxReader, readsWhatOurOwnWriterWrites) {
    const sample::Folder folder;
    Table table;
    table.schema = {{"ma", FieldType::Text},
                    {"ten", FieldType::Text},
                    {"ty_le", FieldType::Decimal},
                    {"n", FieldType::Whole}};
    table.rows = {{std::string("03388"), std::string("Sìn Hồ"), 41.62, std::int64_t{7}},
                  {std::string("03389"), Value{}, std::string("1.234,5"), Value{}}};
    layers::writeTable(folder / "a.xlsx", table, {"", {}, "Bảng", {}}, sample::options());

    const Table read = layers::readTable(folder / "a.xlsx");

    EXPECT_EQ(read.schema, (Schema{{"ma"}, {"ten"}, {"ty_le"}, {"n"}}));
    EXPECT_THAT(textsIn(read), ElementsAre(ElementsAre("03388", "Sìn Hồ", "41,62", "7"),
                                           ElementsAre("03389", "", "1.234,5", "")));
}

TEST(XlsxReader, isALayerSourceWithoutShape) {
    const sample::Folder folder;
    pack(folder / "a.xlsx", workbookOf(row(text("ma") + text("n")) + row(text("x") + number("1")) +
                                       row(text("y") + number("2"))));

    const auto read = sample::readAll(folder / "a.xlsx");

    EXPECT_EQ(read.stream.kind, geo::GeometryKind::Empty);
    EXPECT_EQ(read.stream.count, 2);
    EXPECT_EQ(read.features[1].sourceRow, 3);  // as the sheet counts, its head included
    EXPECT_EQ(layers::LayerSource::open(folder / "a.xlsx", {}).record().sha256.size(), 64u);
}

TEST(XlsxReader, refusesWhatIsNoWorkbook) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.xlsx", "PK\x03\x04 half a zip");
    sample::writeBytes(folder / "b.xlsx", "");
    pack(folder / "c.xlsx", {{"x.txt", "x"}});
    Parts parts = workbookOf(row(text("a")));
    parts.erase("xl/worksheets/sheet1.xml");
    pack(folder / "d.xlsx", parts);

    for (const char* const name : {"a.xlsx", "b.xlsx", "c.xlsx", "d.xlsx"}) {
        EXPECT_THAT(sample::errorOf([&] { layers::readTable(folder / name); }), StartsWith("file.unreadable"))
            << name;
    }
    EXPECT_THAT(sample::errorOf([&] { layers::readTable(folder / "none.xlsx"); }),
                StartsWith("file.missing"));
}

TEST(XlsxReader, saysInWordsThatThereIsNoWorkbook) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.xlsx", "");
    pack(folder / "b.xlsx", {{"x.txt", "x"}});
    EXPECT_THAT(sample::errorOf([&] { layers::readTable(folder / "a.xlsx"); }),
                testing::HasSubstr("reason=reason-not-recognized"));
    EXPECT_THAT(sample::errorOf([&] { layers::readTable(folder / "b.xlsx"); }),
                testing::HasSubstr("reason=reason-no-workbook"));
}

TEST(XlsxReader, ofNothingIsAnEmptyLayer) {
    const sample::Folder folder;
    pack(folder / "a.xlsx", workbookOf(""));

    EXPECT_THAT(sample::errorOf([&] { sample::readAll(folder / "a.xlsx"); }), StartsWith("file.empty-layer"));
}

TEST(XlsxReader, damagedBytesEndInAnErrorOrInATable) {
    const sample::Folder folder;
    pack(folder / "a.xlsx", workbookOf(row(text("ma") + text("n")) + row(text("x") + number("1.5"))));
    const std::string whole = sample::bytesOf(folder / "a.xlsx");
    std::mt19937 random(2024);
    for (int i = 0; i < 200; ++i) {
        std::string damaged = whole;
        for (int byte = 0; byte < 4; ++byte) damaged[random() % damaged.size()] = static_cast<char>(random());
        const auto path = folder / (std::to_string(i) + ".xlsx");
        sample::writeBytes(path, damaged);
        EXPECT_NO_FATAL_FAILURE(sample::errorOf([&] { layers::readTable(path); }));
    }
}

TEST(XlsxReader, damagedSheetsEndInAnErrorOrInATable) {
    const Parts whole =
        workbookOf(R"(<row r="1"><c r="A1" t="str"><v>ma</v></c><c r="B1" t="s"><v>0</v></c></row>
<row r="2"><c r="A2" s="1"><v>45839</v></c><c r="B2"><v>1.5</v></c></row>)");
    std::mt19937 random(7);
    for (int i = 0; i < 200; ++i) {
        Parts damaged = whole;
        for (auto& [name, bytes] : damaged) {
            if (random() % 2 == 0) bytes[random() % bytes.size()] = static_cast<char>(random());
        }
        EXPECT_NO_FATAL_FAILURE(sample::errorOf([&] { tableOf(damaged); }));
    }
}

}  // namespace
