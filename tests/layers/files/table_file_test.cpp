// SPDX-License-Identifier: Apache-2.0
// Tables to CSV and XLSX, and CSV back.
#include "layers/files/table_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layers/files/formats.hpp"
#include "tests/layers/files/sample_files.hpp"

namespace {

using layers::FieldType;
using layers::Table;
using layers::Value;

Table cover() {
    Table table;
    table.schema = {{"code", FieldType::Text},
                    {"name", FieldType::Text},
                    {"value", FieldType::Decimal},
                    {"n", FieldType::Whole}};
    table.rows = {{std::string("03388"), std::string("Phường \"Đoàn Kết\", mới"), 41.625, std::int64_t{7}},
                  {std::string("03390"), Value{}, Value{}, Value{}}};
    return table;
}

TEST(Csv, isWrittenAsRfc4180WithoutLocale) {
    const sample::Folder folder;

    layers::writeTable(folder / "a.csv", cover(), {}, sample::options());

    EXPECT_EQ(sample::bytesOf(folder / "a.csv"),
              "code,name,value,n\r\n03388,\"Phường \"\"Đoàn Kết\"\", mới\",41.625,7\r\n03390,,,\r\n");
}

TEST(Csv, isReadBackAsText) {
    const sample::Folder folder;
    layers::writeTable(folder / "a.csv", cover(), {}, sample::options());

    const Table read = layers::readTable(folder / "a.csv");

    ASSERT_EQ(read.rows.size(), 2u);
    EXPECT_EQ(read.rows[0], (std::vector<Value>{std::string("03388"), std::string("Phường \"Đoàn Kết\", mới"),
                                                std::string("41.625"), std::string("7")}));
    EXPECT_EQ(read.rows[1], (std::vector<Value>{std::string("03390"), Value{}, Value{}, Value{}}));
}

TEST(Csv, isReadWithSemicolonsAByteOrderMarkAndUnixLines) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.csv", "\xEF\xBB\xBFma;ten\n03388;\"Đoàn;\nKết\"\n\n03390;x;;\n");

    const Table read = layers::readTable(folder / "a.csv");

    EXPECT_EQ(read.schema, (layers::Schema{{"ma"}, {"ten"}}));
    ASSERT_EQ(read.rows.size(), 2u);
    EXPECT_EQ(read.rows[0][1], Value{std::string("Đoàn;\nKết")});
}

TEST(Csv, isPartedAsItsFirstLineSays) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.csv", "\xEF\xBB\xBFsep=;\r\nma;ten\r\n03388;a,b,c\r\n");
    const Table read = layers::readTable(folder / "a.csv");
    EXPECT_EQ(read.schema, (layers::Schema{{"ma"}, {"ten"}}));
    ASSERT_EQ(read.rows.size(), 1u);
    EXPECT_EQ(read.rows[0][1], Value{std::string("a,b,c")});
}

TEST(Csv, isReadInTcvn3ByItsBytes) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.csv", "ten\nS\xD7n H\xE5\nN\xCBm Nh\xEFn\n");

    EXPECT_EQ(layers::readTable(folder / "a.csv").rows[0][0], Value{std::string("Sìn Hồ")});
}

TEST(Csv, countsTheLinesOfOldMacintoshFiles) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.csv", "a;b\r1;2,5,5\r1;2;3\r");

    EXPECT_THAT(sample::errorOf([&] { layers::readTable(folder / "a.csv"); }),
                testing::EndsWith("row=3 found=3 expected=2"));
}

TEST(Csv, namesTheLineWithTooManyCells) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.csv", "a,b\n1,2\n1,2,3\n");

    EXPECT_THAT(sample::errorOf([&] { layers::readTable(folder / "a.csv"); }),
                testing::EndsWith("row=3 found=3 expected=2"));
}

TEST(Csv, namesTheLineOfAQuoteThatIsNotClosed) {
    const sample::Folder folder;
    const auto errorOf = [&](const std::string& rows) {
        sample::writeBytes(folder / "a.csv", "ma;ten;so\n1;a;2\n" + rows);
        return sample::errorOf([&] { layers::readTable(folder / "a.csv"); });
    };
    EXPECT_THAT(errorOf("2;\"Đoàn Kết;6\n3;b;5\n"), testing::EndsWith("file.quote-open row=3"));
    EXPECT_THAT(errorOf("2;b;5\n3;\"Đoàn Kết;6\n4;b;5\n5;\"Bình Lư\";5\n"),
                testing::EndsWith("file.quote-open row=4"));
    EXPECT_THAT(errorOf("2;\"Đoàn Kết;6\n3;Bình \"Lư\";5\n"), testing::EndsWith("file.quote-open row=3"));
}

TEST(Csv, isALayerSourceWithoutShapeToo) {
    const sample::Folder folder;
    layers::writeTable(folder / "a.csv", cover(), {}, sample::options());

    const auto read = sample::readAll(folder / "a.csv");

    EXPECT_EQ(read.stream.kind, geo::GeometryKind::Empty);
    EXPECT_EQ(read.stream.count, 2);
    EXPECT_EQ(read.features[1].sourceRow, 2);
    EXPECT_FALSE(read.stream.crs.has_value());
}

TEST(Csv, ofNothingIsAnEmptyLayer) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.csv", "");

    EXPECT_THAT(sample::errorOf([&] { sample::readAll(folder / "a.csv"); }),
                testing::StartsWith("file.empty-layer"));
}

TEST(Xlsx, givesTheSameBytesTwice) {
    const sample::Folder folder;
    const layers::TableText text{"Độ che phủ rừng", {"Nguồn: mẫu"}, "Che phủ", {"Mã", "Tên", "%", "Số lô"}};

    layers::writeTable(folder / "a.xlsx", cover(), text, sample::options());
    layers::writeTable(folder / "b.xlsx", cover(), text, sample::options());

    const std::string bytes = sample::bytesOf(folder / "a.xlsx");
    EXPECT_TRUE(bytes.starts_with("PK"));
    EXPECT_EQ(bytes, sample::bytesOf(folder / "b.xlsx"));
}

TEST(Xlsx, bearsAnyTitleAsItsTab) {
    const sample::Folder folder;
    const layers::TableText text{
        "Tỷ lệ che phủ rừng theo xã: [2024/2025] và nhiều chữ nữa sau đó", {}, "", {}};

    layers::writeTable(folder / "a.xlsx", cover(), text, sample::options());

    EXPECT_TRUE(std::filesystem::exists(folder / "a.xlsx"));
}

TEST(Formats, areWhatTheExtensionSays) {
    EXPECT_EQ(layers::formatOf("A.SHP"), layers::Format::Shapefile);
    EXPECT_EQ(layers::formatOf("a.khoanh"), std::nullopt);
    EXPECT_THAT(layers::readableExtensions(),
                testing::ElementsAre(".gpkg", ".shp", ".geojson", ".json", ".csv", ".xlsx", ".kml", ".kmz",
                                     ".gpx", ".tab", ".mif", ".fgb", ".zip", ".tsv", ".xls", ".ods"));
    EXPECT_THAT(layers::writableExtensions(),
                testing::ElementsAre(".gpkg", ".shp", ".geojson", ".csv", ".xlsx"));
}

TEST(Formats, refuseTablesWithAnotherExtension) {
    const sample::Folder folder;

    EXPECT_THAT(
        sample::errorOf([&] { layers::writeTable(folder / "a.ods", cover(), {}, sample::options()); }),
        testing::StartsWith("file.format-not-allowed"));
}

}  // namespace
