// SPDX-License-Identifier: Apache-2.0
// What LibreOffice hid in an older Excel workbook is found, and damaged boxes do no harm.
#include "layers/files/xls_marks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <sstream>

#include "layers/files/compound_file.hpp"

using testing::AllOf;
using testing::Each;
using testing::ElementsAre;
using testing::Ge;
using testing::Le;
using testing::Lt;
using testing::SizeIs;

namespace {

std::string bytesOf(const char* name) {
    std::ifstream file(std::filesystem::path(KHOANH_SOURCE_DIR) / "tests/corpus/files" / name,
                       std::ios::binary);
    std::ostringstream whole;
    whole << file.rdbuf();
    return whole.str();
}

std::vector<layers::SheetGrid> marksOf(const char* name) {
    return layers::xlsMarksIn(layers::streamOf(bytesOf(name), "Workbook").value());
}

}  // namespace

TEST(CompoundFile, findsAStreamByItsName) {
    EXPECT_TRUE(layers::streamOf(bytesOf("lo_bieu.xls"), "Workbook"));
    EXPECT_TRUE(layers::streamOf(bytesOf("bieu_cu.xls"), "Workbook"));
    EXPECT_FALSE(layers::streamOf(bytesOf("lo_bieu.xls"), "Book"));
    EXPECT_FALSE(layers::streamOf("PK nothing of the sort", "Workbook"));
}

TEST(CompoundFile, findsShortStreamsInTheirSmallSectors) {
    // The summary LibreOffice writes is shorter than 4096 bytes and begins with its byte order.
    const auto summary = layers::streamOf(bytesOf("lo_bieu.xls"), "\x05SummaryInformation");
    ASSERT_TRUE(summary);
    EXPECT_LT(summary->size(), 4096u);
    EXPECT_EQ(summary->substr(0, 2), "\xFE\xFF");
}

TEST(XlsMarks, tellHiddenRowsAndColumnsAndMergedCells) {
    const auto marks = marksOf("lo_bieu.xls");
    ASSERT_THAT(marks, SizeIs(1));
    ASSERT_THAT(marks[0].rows, SizeIs(2));
    EXPECT_EQ(marks[0].rows[0].number, 6);
    EXPECT_EQ(marks[0].rows[1].number, 7);
    EXPECT_THAT(marks[0].hiddenColumns, ElementsAre(6u));
    ASSERT_THAT(marks[0].merged, SizeIs(1));
    EXPECT_EQ(marks[0].merged[0].firstRow, 2);
    EXPECT_EQ(marks[0].merged[0].lastColumn, 6u);
}

TEST(XlsMarks, tellHiddenSheets) {
    const auto marks = marksOf("lo_trang_an.xls");
    ASSERT_THAT(marks, SizeIs(2));
    EXPECT_FALSE(marks[0].isHidden);
    EXPECT_TRUE(marks[1].isHidden);
}

TEST(XlsMarks, ofDamagedBoxesStayWithinASheetOrAreNone) {
    const std::string whole = bytesOf("lo_bieu.xls");
    int read = 0;
    std::mt19937 random(20250701);
    for (int round = 0; round < 2000; ++round) {
        std::string damaged = whole.substr(0, round % 3 == 0 ? random() % whole.size() : whole.size());
        for (int i = 0; i < 4 && !damaged.empty(); ++i)
            damaged[random() %
                    std::min<std::size_t>(damaged.size(), round % 2 == 0 ? 2048 : damaged.size())] =
                static_cast<char>(random());
        const auto stream = layers::streamOf(damaged, "Workbook");
        if (!stream) continue;
        ++read;
        // A sheet of Excel 97 has 65,536 rows and 256 columns; a record of a row takes twenty bytes.
        for (const layers::SheetGrid& marks : layers::xlsMarksIn(*stream)) {
            EXPECT_LE(marks.rows.size() * 20, stream->size());
            for (const layers::SheetRow& row : marks.rows) EXPECT_THAT(row.number, AllOf(Ge(1), Le(65536)));
            EXPECT_THAT(marks.hiddenColumns, Each(Lt(256u)));
        }
    }
    EXPECT_GT(read, 500);
    EXPECT_LT(read, 2000);
}
