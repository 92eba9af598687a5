// SPDX-License-Identifier: Apache-2.0
// Sheets made for printing, row by row.
#include "layers/files/office_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "geo/base/error.hpp"
#include "layers/files/sheet_words.hpp"

namespace {

using layers::LeftOut;
using layers::SheetGrid;
using testing::ElementsAre;
using testing::IsEmpty;

using Line = std::vector<std::string>;

/// Empty texts are empty cells.
SheetGrid gridOf(const std::vector<Line>& lines) {
    SheetGrid grid;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        layers::SheetRow row{static_cast<std::int64_t>(i + 1), {}, false};
        for (std::size_t column = 0; column < lines[i].size(); ++column)
            if (!lines[i][column].empty()) row.cells.push_back({column, std::nullopt, lines[i][column]});
        if (!row.cells.empty()) grid.rows.push_back(row);
    }
    return grid;
}

layers::OfficeTable tableOf(const std::vector<Line>& lines) {
    return layers::officeTableIn(gridOf(lines), "bieu.xlsx");
}

std::vector<std::string> headsOf(const layers::OfficeTable& made) {
    std::vector<std::string> heads;
    for (const auto& field : made.table.schema.fields()) heads.push_back(field.name);
    return heads;
}

std::vector<LeftOut> reasonsOf(const layers::OfficeTable& made) {
    std::vector<LeftOut> reasons;
    for (const auto& row : made.notes.leftOut) reasons.push_back(row.reason);
    return reasons;
}

const Line head{"Mã xã", "Tên xã", "Khối lượng", "Xử lý"};
const Line first{"03386", "Phường Quyết Thắng", "12", "10"};
const Line second{"03387", "Phường Tân Phong", "5", "4"};
const Line third{"03389", "Phường Đoàn Kết", "7", "6"};

TEST(OfficeTable, ofAPlainTableIsTheTable) {
    const auto made = tableOf({head, first, second});
    EXPECT_THAT(headsOf(made), ElementsAre("Mã xã", "Tên xã", "Khối lượng", "Xử lý"));
    EXPECT_THAT(made.rowNumbers, ElementsAre(2, 3));
    EXPECT_THAT(made.notes.leftOut, IsEmpty());
}

TEST(OfficeTable, leavesTitleNumberingAndSignaturesOutAndSaysSo) {
    const auto made = tableOf({{"BIỂU 05"},
                               {},
                               head,
                               {"(1)", "(2)", "(3)", "(4)"},
                               first,
                               second,
                               {},
                               {"Ghi chú: số liệu cả năm"},
                               {"", "Người lập biểu", "", "TM. ỦY BAN NHÂN DÂN"}});
    EXPECT_THAT(made.rowNumbers, ElementsAre(5, 6));
    EXPECT_THAT(reasonsOf(made),
                ElementsAre(LeftOut::Title, LeftOut::Numbering, LeftOut::Note, LeftOut::Note));
}

TEST(OfficeTable, joinsAHeadOfTwoRows) {
    auto grid = gridOf(
        {{"Mã xã", "Tên xã", "Năm 2024 (tấn/ngày)", ""}, {"", "", "Phát sinh", "Xử lý"}, first, second});
    grid.merged = {{1, 2, 0, 0}, {1, 2, 1, 1}, {1, 1, 2, 3}};
    const auto made = layers::officeTableIn(grid, "bieu.xlsx");
    EXPECT_THAT(headsOf(made), ElementsAre("Mã xã", "Tên xã", "Năm 2024 (tấn/ngày) - Phát sinh",
                                           "Năm 2024 (tấn/ngày) - Xử lý"));
    EXPECT_EQ(made.table.rows.size(), 2u);
}

TEST(OfficeTable, givesEverySumItsParts) {
    const auto made = tableOf({head,
                               {"I", "Thành phố"},
                               first,
                               second,
                               {"", "Cộng", "17", "14"},
                               {"II", "Huyện"},
                               third,
                               {"", "Cộng", "7", "6"},
                               {"", "Tổng cộng", "24", "20"}});
    EXPECT_EQ(made.table.rows.size(), 3u);
    std::vector<std::vector<std::size_t>> parts;
    for (const auto& total : made.notes.totals)
        if (layers::textIn(total.cells[1]).find("ộng") != std::string::npos) parts.push_back(total.parts);
    EXPECT_THAT(parts, ElementsAre(ElementsAre(0, 1), ElementsAre(2), ElementsAre(0, 1, 2)));
}

TEST(OfficeTable, knowsNumberedColumnsThoughNamesOutnumberTheCodes) {
    const auto made = tableOf({{"STT", "Mã xã", "Năm", "Tấn"},
                               {"A", "B", "1", "2"},
                               {"I", "Khu vực 1"},
                               {"1", "03388", "2025", "3"},
                               {"II", "Khu vực 2"},
                               {"1", "03389", "2025", "4"},
                               {"", "Tổng cộng", "", "7"},
                               {"", "NGƯỜI LẬP BIỂU"},
                               {"", "Nguyễn Văn A"}});
    EXPECT_THAT(made.rowNumbers, ElementsAre(4, 6));
    EXPECT_EQ(made.notes.leftOut.front().reason, LeftOut::Numbering);
}

TEST(OfficeTable, takesAColumnOfNotesForAColumn) {
    EXPECT_THAT(headsOf(tableOf({{"Ghi chú", "Tấn"}, {"ước", "1"}, {"đo", "2"}})),
                ElementsAre("Ghi chú", "Tấn"));
    EXPECT_THAT(headsOf(tableOf({{"Nguồn số liệu", "Tấn"}, {"huyện", "1"}, {"xã", "2"}})),
                ElementsAre("Nguồn số liệu", "Tấn"));
}

TEST(OfficeTable, takesNoFirmForASum) {
    for (const char* name : {"Công ty Môi trường", "Tổng công ty Điện lực", "Cộng Hòa", "Công an tỉnh"})
        EXPECT_FALSE(layers::isTotalLabel(name)) << name;
    for (const char* name : {"Tổng cộng", "TỔNG SỐ:", "Cộng", "Cộng mục I", "Toàn tỉnh"})
        EXPECT_TRUE(layers::isTotalLabel(name)) << name;
}

TEST(OfficeTable, saysWhichRowsAreHidden) {
    auto grid = gridOf({head, first, second});
    grid.rows[2].isHidden = true;
    EXPECT_THAT(layers::officeTableIn(grid, "bieu.xlsx").notes.hiddenRows, ElementsAre(3));
}

/// Every row of a sheet is a row of its table, a row of its head, or left out by name; whatever it holds.
TEST(OfficeTable, losesNoRowOfAnySheet) {
    std::mt19937 random(24);
    const std::vector<std::string> words{"",         "",   "I",        "A.",        "Cộng",     "Tổng cộng",
                                         "Trong đó", "12", "1,5",      "Xã Bum Tở", "Ghi chú:", "(1)",
                                         "2024",     "-",  "TM. UBND", "Mã xã"};
    for (int round = 0; round < 2000; ++round) {
        std::vector<Line> lines(1 + random() % 12);
        for (Line& line : lines)
            for (std::size_t i = 0; i < 5; ++i) line.push_back(words[random() % words.size()]);
        const auto grid = gridOf(lines);
        try {
            const auto made = layers::officeTableIn(grid, "bieu.xlsx");
            const std::size_t said = made.table.rows.size() + made.notes.leftOut.size();
            EXPECT_LE(said, grid.rows.size());
            EXPECT_GE(said + 4, grid.rows.size());
            for (const auto& total : made.notes.totals)
                for (const std::size_t part : total.parts) EXPECT_LT(part, made.table.rows.size());
        } catch (const geo::Error& error) {
            EXPECT_EQ(error.message().id, "file.row-too-long");
        }
    }
}

TEST(OfficeTable, givesEveryRowTheSectionsItStandsUnder) {
    const auto made = tableOf({head,
                               {"A", "Khu vực đô thị"},
                               {"I", "Thành phố Lai Châu"},
                               first,
                               {"II", "Huyện Tam Đường"},
                               second,
                               third});
    EXPECT_THAT(headsOf(made), ElementsAre("Mã xã", "Tên xã", "Khối lượng", "Xử lý", "section"));
    ASSERT_EQ(made.table.rows.size(), 3u);
    EXPECT_EQ(layers::textIn(made.table.rows[0].back()), "Thành phố Lai Châu | Khu vực đô thị");
    EXPECT_EQ(layers::textIn(made.table.rows[2].back()), "Huyện Tam Đường | Khu vực đô thị");
}

TEST(OfficeTable, namesHiddenColumnsThatAreReadAllTheSame) {
    SheetGrid grid = gridOf({head, first});
    grid.hiddenColumns = {2, 9};
    EXPECT_THAT(layers::officeTableIn(grid, "bieu.xlsx").notes.hiddenColumns, ElementsAre("Khối lượng"));
}

TEST(OfficeTable, writesPercentsWithTheirSign) {
    SheetGrid grid = gridOf({head, first});
    grid.rows[1].cells[3] = {3, 57.0, {}, true};
    EXPECT_EQ(layers::textIn(layers::officeTableIn(grid, "bieu.xlsx").table.rows[0][3]), "57%");
}

}  // namespace
