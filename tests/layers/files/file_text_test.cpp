// SPDX-License-Identifier: Apache-2.0
// Text of whole files: tables other programs encoded, layers with text stored wrongly, fields too narrow.
#include "layers/files/file_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layers/files/dbf_cuts.hpp"
#include "layers/files/table_file.hpp"
#include "tests/layers/files/sample_files.hpp"

namespace {

using layers::Encoding;
using layers::FileText;
using layers::TextSample;
using testing::ElementsAre;
using testing::IsEmpty;

const std::filesystem::path corpus = std::filesystem::path(KHOANH_SOURCE_DIR) / "tests/corpus/text";

std::string textOf(const geo::Message& message) {
    return geo::Error(geo::ErrorKind::BadData, message).what();
}

std::vector<std::string> notesOf(const FileText& text) {
    std::vector<std::string> notes;
    for (const geo::Message& note : text.notes()) notes.push_back(textOf(note));
    return notes;
}

/// The table of the corpus as it was written.
void expectTheTable(const layers::Table& table, const std::string& file) {
    EXPECT_EQ(table.schema, (layers::Schema{{"ma_xa"}, {"ten_xa"}, {"chu_rung"}})) << file;
    ASSERT_EQ(table.rows.size(), 4u) << file;
    EXPECT_EQ(layers::textIn(table.rows[0][1]), "Sìn Hồ") << file;
    EXPECT_EQ(layers::textIn(table.rows[0][2]), "Ban quản lý rừng phòng hộ") << file;
    EXPECT_EQ(layers::textIn(table.rows[3][2]), "Cộng đồng bản") << file;
}

TEST(FileText, ofATableIsReadInEveryEncoding) {
    for (const char* const file :
         {"table.tcvn3.csv", "table.viscii.csv", "table.cp1258.csv", "table.utf-16le.csv",
          "table.utf-16be.csv", "table_unmarked.utf-16le.csv", "table_marked.utf-8.csv"})
        expectTheTable(layers::readTable(corpus / file), file);
}

TEST(FileText, isNamedForTheRecord) {
    const auto wordOf = [](const std::string& file, Encoding told = Encoding::Auto) {
        FileText text;
        layers::readOfficeTable(corpus / file, {told}, text).table;
        return text.word();
    };

    EXPECT_EQ(wordOf("table.tcvn3.csv"), "tcvn3");
    EXPECT_EQ(wordOf("table.utf-16le.csv"), "utf-16");
    EXPECT_EQ(wordOf("table_marked.utf-8.csv"), "utf-8");
    EXPECT_EQ(wordOf("table_mojibake.tcvn3.csv", Encoding::Tcvn3), "utf-8 (tcvn3)");
}

TEST(FileText, showsSamplesOfWhatIsReadOtherwiseThanItStands) {
    FileText text;

    layers::readOfficeTable(corpus / "table.tcvn3.csv", {Encoding::Auto}, text).table;

    ASSERT_EQ(text.samples().size(), 5u);
    EXPECT_EQ(text.samples()[0], (TextSample{"S×n Hå", "Sìn Hồ"}));
    EXPECT_THAT(notesOf(text), IsEmpty());
}

TEST(FileText, ofUtf8LeftAloneHasNoSamples) {
    FileText text;

    layers::readOfficeTable(corpus / "table_marked.utf-8.csv", {Encoding::Auto}, text).table;

    EXPECT_THAT(text.samples(), IsEmpty());
    EXPECT_THAT(notesOf(text), IsEmpty());
}

TEST(FileText, storedWronglyIsKeptAndSaysSoOnce) {
    FileText text;

    const auto table =
        layers::readOfficeTable(corpus / "table_mojibake.tcvn3.csv", {Encoding::Auto}, text).table;

    EXPECT_EQ(layers::textIn(table.rows[0][1]), "S×n Hå");
    EXPECT_THAT(notesOf(text),
                ElementsAre("text.mojibake-likely encoding=tcvn3 before=Ban qu¶n lý rõng phßng hé "
                            "after=Ban quản lý rừng phòng hộ columns=2"));
}

TEST(FileText, storedWronglyIsMendedWhenTheEncodingIsNamed) {
    for (const auto& [file, encoding] :
         std::vector<std::pair<const char*, Encoding>>{{"table_mojibake.tcvn3.csv", Encoding::Tcvn3},
                                                       {"table_mojibake.viscii.csv", Encoding::Viscii},
                                                       {"table_mojibake.cp1258.csv", Encoding::Cp1258}}) {
        FileText text;

        expectTheTable(layers::readOfficeTable(corpus / file, {encoding}, text).table, file);

        EXPECT_EQ(text.samples().size(), 5u);
    }
}

TEST(FileText, storedWronglyContradictsAnotherEncoding) {
    EXPECT_THAT(
        sample::errorOf([] { layers::readTable(corpus / "table_mojibake.tcvn3.csv", Encoding::Vni); }),
        testing::EndsWith("told=vni found=tcvn3"));
}

TEST(FileText, thatIsRightContradictsARepairOfATable) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.csv", "ten\nNậm Nhùn\nTân\n");

    EXPECT_THAT(sample::errorOf([&] { layers::readTable(folder / "a.csv", Encoding::Tcvn3); }),
                testing::EndsWith("told=tcvn3 found=utf-8"));
}

TEST(FileText, mixedIsMendedValueByValue) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.csv", "ten\nS×n Hå\nNËm Nhïn\nNậm Cuổi\nTân\nHà Nhì\n");
    FileText text;

    const auto table = layers::readOfficeTable(folder / "a.csv", {Encoding::Tcvn3}, text).table;

    std::vector<std::string> names;
    for (const auto& row : table.rows) names.push_back(layers::textIn(row[0]));
    EXPECT_THAT(names, ElementsAre("Sìn Hồ", "Nậm Nhùn", "Nậm Cuổi", "Tân", "Hà Nhì"));
    EXPECT_THAT(notesOf(text), ElementsAre("text.left-as-it-is encoding=tcvn3 count=3 sample=Hà Nhì"));
}

TEST(FileText, namesTheLineThatDoesNotDecode) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.csv", "ten\nx\nS\xD7n H\xE0\n");

    const std::string error = sample::errorOf([&] { layers::readTable(folder / "a.csv", Encoding::Tcvn3); });

    EXPECT_THAT(error, testing::HasSubstr("row=3: text.not-decodable encoding=tcvn3 position=6 byte=E0"));
}

TEST(FileText, isNotReadWhereZeroBytesAreNoUtf16) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.csv", std::string("ten\nx\0\0y\n", 9));

    EXPECT_THAT(sample::errorOf([&] { layers::readTable(folder / "a.csv"); }),
                testing::EndsWith("reason=NUL"));
}

/// Three plots, in degrees, whose commune is written as TCVN3 taken for CP1252.
sample::Layer mistakenPlots() {
    sample::Layer layer = sample::plots();
    layer.crs = "EPSG:4326";
    for (auto& feature : layer.features) {
        feature.geometry = sample::squareAt(102.8, 22.3, 0.01);
        feature.values[1] = std::string("M­êng TÌ, S×n Hå");
    }
    return layer;
}

TEST(LayerText, storedWronglyIsMendedInEveryFormat) {
    const sample::Folder folder;
    for (const char* const file : {"a.gpkg", "a.geojson", "a.shp"}) {
        sample::write(folder / file, {mistakenPlots().toWrite("a")});
        layers::OpenOptions options;
        options.encoding = Encoding::Tcvn3;

        auto source = layers::LayerSource::open(folder / file, options);
        auto stream = source.features();
        layers::Feature feature;
        while (stream.next(feature)) EXPECT_EQ(layers::textIn(feature.values[1]), "Mường Tè, Sìn Hồ") << file;

        EXPECT_THAT(source.textSamples(), ElementsAre(TextSample{"M­êng TÌ, S×n Hå", "Mường Tè, Sìn Hồ"}))
            << file;
        EXPECT_EQ(source.record().encoding, "utf-8 (tcvn3)") << file;
        EXPECT_EQ(source.encoding(), Encoding::Utf8) << file;
    }
}

TEST(LayerText, storedWronglyIsKeptAndSaysSoInEveryFormat) {
    const sample::Folder folder;
    for (const char* const file : {"a.gpkg", "a.geojson", "a.shp"}) {
        sample::write(folder / file, {mistakenPlots().toWrite("a")});

        auto source = layers::LayerSource::open(folder / file, {});
        auto stream = source.features();
        layers::Feature feature;
        while (stream.next(feature)) EXPECT_EQ(layers::textIn(feature.values[1]), "M­êng TÌ, S×n Hå") << file;

        ASSERT_EQ(source.textNotes().size(), 1u) << file;
        EXPECT_EQ(
            textOf(source.textNotes()[0]),
            "text.mojibake-likely encoding=tcvn3 before=M­êng TÌ, S×n Hå after=Mường Tè, Sìn Hồ columns=1");
    }
}

TEST(FileText, inWhichBytesWereCopiedUnreadIsReadAsTold) {
    auto text = layers::textInUtf8({"a.gpkg", Encoding::Tcvn3, {}}, {});
    const auto column = text.column("xa");

    EXPECT_EQ(text.settled("S\xD7n H\xE5", column), "Sìn Hồ");
    EXPECT_EQ(text.settled("S×n Hå", column), "Sìn Hồ");
    EXPECT_THAT(text.samples(), ElementsAre(TextSample{"S×n Hå", "Sìn Hồ"}));
}

TEST(LayerText, thatIsRightStandsUnharmedInAGeoPackage) {
    const sample::Folder folder;
    sample::write(folder / "a.gpkg", {sample::plots().toWrite("a")});
    layers::OpenOptions options;
    options.encoding = Encoding::Tcvn3;

    EXPECT_EQ(layers::textIn(sample::readAll(folder / "a.gpkg", options).features[0].values[1]), "Mường Tè");
}

layers::FullFields oneField(const std::vector<std::string>& values) {
    layers::FullFields fields;
    fields.addField("chu_rung");
    for (std::size_t i = 0; i < values.size(); ++i)
        fields.see(0, values[i], static_cast<std::int64_t>(i + 1));
    return fields;
}

std::vector<std::string> cutsOf(const std::vector<std::string>& values, Encoding encoding = Encoding::Utf8) {
    std::vector<std::string> cuts;
    for (const geo::Message& cut : oneField(values).cuts(encoding)) cuts.push_back(textOf(cut));
    return cuts;
}

TEST(FullFields, tellOfTextsThatEndInsideALetter) {
    EXPECT_THAT(
        cutsOf({"x ", "Ban quản lý rừng phòng h\xE1\xBB", "Ban quản lý rừng phòng h\xE1\xBB", "Hồ T\xC3"}),
        ElementsAre("text.cut column=chu_rung count=3 row=2 sample=Ban quản lý rừng phòng h"));
}

TEST(FullFields, tellOfTextsThatBreakOffInAWord) {
    EXPECT_THAT(
        cutsOf({"Rừng gỗ tự nhiên núi đất lá rộng th"}),
        ElementsAre("text.cut column=chu_rung count=1 row=1 sample=Rừng gỗ tự nhiên núi đất lá rộng th"));
    EXPECT_THAT(cutsOf({"R\xF5ng phßng h"}, Encoding::Tcvn3),
                IsEmpty());  // ß is UTF-8 here, two bytes, no TCVN3
    EXPECT_THAT(cutsOf({"R\xF5ng ph\xDFng h"}, Encoding::Tcvn3),
                ElementsAre("text.cut column=chu_rung count=1 row=1 sample=Rừng phòng h"));
}

TEST(FullFields, tellOfTextsThatFillAllThatADbfAllows) {
    EXPECT_EQ(cutsOf({std::string(254, 'a')}).size(), 1u);
}

TEST(FullFields, saysNothingOfNamesAndCodesThatJustFit) {
    EXPECT_THAT(
        cutsOf({"03388", "Nậm Nhùn", "Nhà máy A", "Công ty TNHH MTV", "Thủy điện Nậm Na 3", "Chủ rừng ABC"}),
        IsEmpty());
}

TEST(FullFields, ofAShapefileAreFoundWhenItIsOpened) {
    const sample::Folder folder;
    sample::Layer layer = sample::plots();
    for (auto& feature : layer.features) feature.values[1] = std::string("Ban quản lý rừng phòng hộ");
    sample::write(folder / "a.shp", {layer.toWrite("a")});
    // The last letter of every value, ộ (E1 BB 99), loses its end; the field is as wide as the value.
    std::string bytes = sample::bytesOf(folder / "a.dbf");
    for (std::size_t at = bytes.find("h\xE1\xBB\x99"); at != std::string::npos;
         at = bytes.find("h\xE1\xBB\x99"))
        bytes.replace(at, 4, " h\xE1\xBB");
    sample::writeBytes(folder / "a.dbf", bytes);

    auto source = layers::LayerSource::open(folder / "a.shp", {});
    auto stream = source.features();
    layers::Feature feature;
    ASSERT_TRUE(stream.next(feature));

    EXPECT_EQ(layers::textIn(feature.values[1]), "Ban quản lý rừng phòng  h");
    ASSERT_EQ(source.textNotes().size(), 1u);
    EXPECT_EQ(textOf(source.textNotes()[0]),
              "text.cut column=xa count=3 row=1 sample=Ban quản lý rừng phòng  h");
}

}  // namespace
