// SPDX-License-Identifier: Apache-2.0
// What only shapefiles ask: short names, bytes, companions, encodings that lie.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layers/files/digest.hpp"
#include "tests/layers/files/sample_files.hpp"

namespace {

using layers::Encoding;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

TEST(Shapefile, comesWithItsCompanions) {
    const sample::Folder folder;

    sample::write(folder / "lo.shp", {sample::plots().toWrite("lo")});

    EXPECT_THAT(sample::namesIn(folder.path()),
                ElementsAre("lo.cpg", "lo.dbf", "lo.fields.csv", "lo.prj", "lo.shp", "lo.shx"));
    EXPECT_EQ(sample::bytesOf(folder / "lo.cpg"), "UTF-8");
    EXPECT_EQ(sample::bytesOf(folder / "lo.prj"), geo::Crs::fromText("EPSG:9205").esriWkt());
}

TEST(Shapefile, inTcvn3HasNoCpgAndTheBytesOfTheForestService) {
    const sample::Folder folder;

    sample::write(folder / "lo.shp", {sample::plots().toWrite("lo")}, sample::options(Encoding::Tcvn3));

    EXPECT_FALSE(std::filesystem::exists(folder / "lo.cpg"));
    EXPECT_THAT(sample::bytesOf(folder / "lo.dbf"), HasSubstr("M\xAD\xEAng T\xCC"));
}

TEST(Shapefile, carriesTheAsOfDateAndNotTodays) {
    const sample::Folder folder;

    sample::write(folder / "lo.shp", {sample::plots().toWrite("lo")});

    EXPECT_EQ(sample::bytesOf(folder / "lo.dbf").substr(1, 3), "\x7C\x0C\x1F");  // 1900 + 124, 12, 31
}

TEST(Shapefile, shortensLongNamesAndListsTheFullOnes) {
    const sample::Folder folder;
    sample::Layer layer = sample::plots();
    layer.schema = {{"forest_cover_2024", layers::FieldType::Whole},
                    {"forest_cover_2025", layers::FieldType::Text},
                    {"FOREST_COV", layers::FieldType::Decimal},
                    {"ldlr", layers::FieldType::Text}};

    sample::write(folder / "lo.shp", {layer.toWrite("lo")});

    EXPECT_EQ(sample::bytesOf(folder / "lo.fields.csv"),
              "short,full\r\nforest_c_1,forest_cover_2024\r\nforest_c_2,forest_cover_2025\r\nFOREST_COV,FOREST_COV\r\n"
              "ldlr,ldlr\r\n");
    EXPECT_EQ(sample::readAll(folder / "lo.shp").features[0].values, layer.features[0].values);
}

TEST(Shapefile, cutsLongTextBetweenLettersAndSaysSo) {
    const sample::Folder folder;
    sample::Layer layer = sample::plots();
    std::string longText;
    for (int i = 0; i < 100; ++i) longText += "ệ";  // 3 bytes each: 84 fit into 254
    layer.features[0].values[1] = longText;
    std::vector<geo::Message> notes;
    layers::WriteOptions options = sample::options();
    options.onNote = [&](const geo::Message& note) { notes.push_back(note); };

    sample::write(folder / "lo.shp", {layer.toWrite("lo")}, options);

    const auto read = sample::readAll(folder / "lo.shp");
    EXPECT_EQ(std::get<std::string>(read.features[0].values[1]), longText.substr(0, 252));
    ASSERT_EQ(notes.size(), 1u);
    EXPECT_EQ(geo::Error(geo::ErrorKind::BadData, notes[0]).what(),
              std::string("file.text-cut path=lo.shp field=xa count=1 row=1 limit=254"));
}

TEST(Shapefile, ofSeveralLayersGoesToAFileEach) {
    const sample::Folder folder;

    const auto files = sample::write(folder / "out.shp", {sample::plots().toWrite("xa"), sample::plots().toWrite("lo")});

    EXPECT_EQ(files[0].filename(), "out_lo.shp");
    EXPECT_EQ(files[1].filename(), "out_xa.shp");
    EXPECT_EQ(sample::readAll(folder / "out_xa.shp").features.size(), 3u);
}

TEST(Shapefile, takesAnOlderOnesCompanionsAway) {
    const sample::Folder folder;
    sample::write(folder / "lo.shp", {sample::plots().toWrite("lo")});
    sample::writeBytes(folder / "lo.qix", "an index of the older file");

    sample::write(folder / "lo.shp", {sample::plots().toWrite("lo")}, sample::options(Encoding::Tcvn3));

    EXPECT_FALSE(std::filesystem::exists(folder / "lo.qix"));
    EXPECT_FALSE(std::filesystem::exists(folder / "lo.cpg"));
}

TEST(Shapefile, isReadByItsBytesWhateverItsCpgClaims) {
    const sample::Folder folder;
    sample::write(folder / "lo.shp", {sample::plots().toWrite("lo")}, sample::options(Encoding::Tcvn3));
    sample::writeBytes(folder / "lo.cpg", "UTF-8");

    const auto read = sample::readAll(folder / "lo.shp");

    EXPECT_EQ(read.encoding, Encoding::Tcvn3);
    EXPECT_EQ(std::get<std::string>(read.features[0].values[1]), "Mường Tè");
}

TEST(Shapefile, isReadAsTheUserSays) {
    const sample::Folder folder;
    sample::write(folder / "lo.shp", {sample::plots().toWrite("lo")}, sample::options(Encoding::Viscii));
    layers::OpenOptions options;
    options.encoding = Encoding::Viscii;

    EXPECT_EQ(std::get<std::string>(sample::readAll(folder / "lo.shp", options).features[0].values[1]), "Mường Tè");
}

TEST(Shapefile, namesTheRowWhoseTextDoesNotDecode) {
    const sample::Folder folder;
    sample::write(folder / "lo.shp", {sample::plots().toWrite("lo")}, sample::options(Encoding::Tcvn3));
    layers::OpenOptions options;
    options.encoding = Encoding::Utf8;

    const std::string error = sample::errorOf([&] { sample::readAll(folder / "lo.shp", options); });

    EXPECT_THAT(error, StartsWith("file.row"));
    EXPECT_THAT(error, HasSubstr("row=1: text.not-decodable encoding=utf-8 position=2 byte=AD"));
}

TEST(Shapefile, asksForTheEncodingWhenTheBytesDoNotTell) {
    const sample::Folder folder;
    sample::Layer layer = sample::plots();
    for (auto& feature : layer.features) feature.values[1] = std::string("xx");
    sample::write(folder / "lo.shp", {layer.toWrite("lo")}, sample::options(Encoding::Tcvn3));
    std::string dbf = sample::bytesOf(folder / "lo.dbf");
    for (std::size_t at = dbf.find("xx"); at != std::string::npos; at = dbf.find("xx")) dbf.replace(at, 2, "\x80\xFF");
    sample::writeBytes(folder / "lo.dbf", dbf);

    EXPECT_THAT(sample::errorOf([&] { sample::readAll(folder / "lo.shp"); }), StartsWith("text.undecided path="));
}

TEST(Shapefile, refusesLettersItsEncodingLacksAndNamesTheRow) {
    const sample::Folder folder;
    sample::Layer layer = sample::plots();
    layer.features[1].values[1] = std::string("5 €");

    const std::string error = sample::errorOf(
        [&] { sample::write(folder / "lo.shp", {layer.toWrite("lo")}, sample::options(Encoding::Tcvn3)); });

    EXPECT_THAT(error, HasSubstr("row=2: text.not-encodable encoding=tcvn3 letter=€"));
    EXPECT_THAT(sample::namesIn(folder.path()), testing::IsEmpty());
}

TEST(Shapefile, countsWithoutItsDeletedRows) {
    const sample::Folder folder;
    sample::write(folder / "lo.shp", {sample::plots().toWrite("lo")});
    std::string dbf = sample::bytesOf(folder / "lo.dbf");
    const std::size_t headerSize = static_cast<unsigned char>(dbf[8]) + 256U * static_cast<unsigned char>(dbf[9]);
    dbf[headerSize] = '*';
    sample::writeBytes(folder / "lo.dbf", dbf);

    const auto read = sample::readAll(folder / "lo.shp");

    EXPECT_EQ(read.stream.count, 2);
    ASSERT_EQ(read.features.size(), 2u);
    EXPECT_EQ(read.features[0].sourceRow, 2);
}

TEST(Shapefile, isKnownByTheDigestOfAllItsParts) {
    const sample::Folder folder;
    sample::write(folder / "lo.shp", {sample::plots().toWrite("lo")});
    const auto record = layers::LayerSource::open(folder / "lo.shp", {}).record();

    std::string all;
    for (const char* const end : {"lo.shp", "lo.shx", "lo.dbf", "lo.prj", "lo.cpg"}) all += sample::bytesOf(folder / end);

    EXPECT_EQ(record.sha256, layers::sha256Of(all));
    EXPECT_EQ(record.encoding, "utf-8");
    EXPECT_EQ(record.crs, "EPSG:9205");
    EXPECT_EQ(record.crsFrom, "file");
}

}  // namespace
