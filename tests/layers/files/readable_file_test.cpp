// SPDX-License-Identifier: Apache-2.0
// Files that cannot be opened as they lie, and are, without being touched.
#include "layers/files/readable_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "layers/files/layer_source.hpp"
#include "layers/files/table_file.hpp"
#include "tests/layers/files/sample_files.hpp"
#include "tests/layers/files/stored_zip.hpp"

namespace {

using testing::HasSubstr;

/// Two points as MapInfo exchanges them; "Sìn Hồ" and "Nậm Nhùn" in TCVN3 under a header that says otherwise.
const std::string mif =
    "Version 300\nCharset \"WindowsLatin1\"\nDelimiter \",\"\nCoordSys Earth Projection 1, 104\nColumns 1\n"
    "  ten Char(40)\nData\n\nPoint 103.2 22.3\nPoint 103.0 22.1\n";
const std::string mid = "\"S\xd7n H\xe5\"\n\"N\xcbm Nh\xefn\"\n";

std::vector<std::string> namesIn(layers::LayerSource& source) {
    std::vector<std::string> names;
    auto stream = source.features();
    layers::Feature feature;
    while (stream.next(feature)) names.push_back(layers::textIn(feature.values[0]));
    return names;
}

TEST(ReadableFile, ofMapInfoClaimsNoEncodingSoThatTheTextDecides) {
    const sample::Folder folder;
    sample::writeBytes(folder / "xa.mif", mif);
    sample::writeBytes(folder / "XA.MID", mid);
    auto source = layers::LayerSource::open(folder / "xa.mif", {});
    EXPECT_EQ(source.encoding(), layers::Encoding::Tcvn3);
    EXPECT_THAT(namesIn(source), testing::ElementsAre("Sìn Hồ", "Nậm Nhùn"));
    EXPECT_EQ(source.crsInFile()->code(), "EPSG:4326");
    EXPECT_EQ(sample::bytesOf(folder / "xa.mif"), mif);
    EXPECT_EQ(sample::bytesOf(folder / "XA.MID"), mid);
}

TEST(ReadableFile, ofAShapefileWithoutItsIndexIsReadAndSaysSo) {
    const sample::Folder folder;
    sample::write(folder / "a.shp", {sample::plots().toWrite("a")});
    std::filesystem::remove(folder / "a.shx");
    auto source = layers::LayerSource::open(folder / "a.shp", {});
    EXPECT_EQ(namesIn(source).size(), 3u);
    ASSERT_EQ(source.notes().size(), 1u);
    EXPECT_EQ(source.notes()[0].id, "file.index-restored");
    EXPECT_FALSE(std::filesystem::exists(folder / "a.shx"));
}

TEST(ReadableFile, ofFoldersInAnArchiveWantsTheLayersName) {
    const sample::Folder folder;
    std::map<std::string, std::string> parts{{"rung/", ""}, {"nuoc/", ""}};
    sample::write(folder / "lo.shp", {sample::plots().toWrite("lo")});
    for (const char* const end : {".shp", ".shx", ".dbf", ".prj"}) {
        parts["rung/lo" + std::string(end)] = sample::bytesOf(folder / ("lo" + std::string(end)));
        parts["nuoc/lo" + std::string(end)] = parts["rung/lo" + std::string(end)];
    }
    sample::writeBytes(folder / "a.zip", sample::zipOf(parts));
    const auto openAs = [&](const char* name) {
        return sample::errorOf([&] { layers::LayerSource::open(folder / "a.zip", {name, {}}); });
    };
    EXPECT_THAT(openAs(""), testing::HasSubstr("file.layer-choice"));
    EXPECT_THAT(openAs("lo"), testing::HasSubstr("layers=nuoc/lo, rung/lo"));
    EXPECT_EQ(openAs("rung/lo"), "");
}

std::map<std::string, std::string> shapefileIn(const sample::Folder& folder, const std::string& name) {
    std::map<std::string, std::string> parts;
    sample::write(folder / (name + ".shp"), {sample::plots().toWrite(name)});
    for (const std::string end : {".shp", ".shx", ".dbf", ".prj"})
        parts[name + end] = sample::bytesOf(folder / (name + end));
    return parts;
}

TEST(ReadableFile, ofAnArchiveMadeOnAMacIsTheOneLayerInIt) {
    const sample::Folder folder;
    auto parts = shapefileIn(folder, "xa");
    parts["__MACOSX/._xa.shp"] = "Mac";
    parts["._xa.shp"] = "Mac";
    sample::writeBytes(folder / "a.zip", sample::zipOf(parts));
    auto source = layers::LayerSource::open(folder / "a.zip", {});
    EXPECT_EQ(source.layerName(), "xa");
    EXPECT_EQ(namesIn(source).size(), 3u);
}

TEST(ReadableFile, ofTwoFormatsBesideOneAnotherInAnArchiveIsNamedWithItsExtension) {
    const sample::Folder folder;
    auto parts = shapefileIn(folder, "chi");
    parts["chi.csv"] = "ten,ma\nA,1\n";
    sample::writeBytes(folder / "a.zip", sample::zipOf(parts));
    const auto fault = sample::errorOf([&] { layers::LayerSource::open(folder / "a.zip", {}); });
    EXPECT_THAT(fault, HasSubstr("layers=chi.csv, chi.shp"));
    auto source = layers::LayerSource::open(folder / "a.zip", {.layerName = "chi.csv", .crs = {}});
    EXPECT_THAT(namesIn(source), testing::ElementsAre("A"));
}

TEST(ReadableFile, ofAWorkbookAmongOthersInAnArchiveMayBeNamedWithoutItsSheet) {
    const sample::Folder folder;
    std::map<std::string, std::string> parts;
    for (const std::string name : {"a", "b"}) {
        layers::writeTable(folder / (name + ".xlsx"),
                           {{{"ten"}, {"ma"}}, {{std::string(name), std::string("1")}}},
                           {{}, {}, "Trang 1", {}}, {});
        parts[name + ".xlsx"] = sample::bytesOf(folder / (name + ".xlsx"));
    }
    sample::writeBytes(folder / "hai.zip", sample::zipOf(parts));
    auto source = layers::LayerSource::open(folder / "hai.zip", {.layerName = "b", .crs = {}});
    EXPECT_THAT(namesIn(source), testing::ElementsAre("b"));
}

TEST(ReadableFile, ofSeveralLayersOfAFileInAnArchiveIsTheOneNamed) {
    const sample::Folder folder;
    sample::write(folder / "g.gpkg", {sample::plots().toWrite("p"), sample::plots().toWrite("q")});
    sample::writeBytes(folder / "a.zip", sample::zipOf({{"g.gpkg", sample::bytesOf(folder / "g.gpkg")}}));
    const auto source = layers::LayerSource::open(folder / "a.zip", {.layerName = "q", .crs = {}});
    EXPECT_EQ(source.layerName(), "q");
    EXPECT_EQ(source.record().layerName, "g.gpkg/q");
}

TEST(ReadableFile, ofAnArchiveWithAFileThatIsAFolderIsDamaged) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.zip", sample::zipOf({{"x", "1"}, {"x/a.csv", "ma\n1\n"}}));
    EXPECT_THAT(sample::errorOf([&] { layers::LayerSource::open(folder / "a.zip", {}); }),
                HasSubstr("reason-archive-damaged"));
}

TEST(ReadableFile, thatCannotBeReadIsNamedByThePathGiven) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.zip", sample::zipOf({{"hong.geojson", "{}"}}));
    sample::writeBytes(folder / "hong.shp", "none");
    sample::writeBytes(folder / "hong.dbf", "none");
    for (const auto& [file, told] :
         std::map<std::string, std::string>{{"a.zip", "a.zip/hong.geojson"}, {"hong.shp", "hong.shp"}}) {
        const auto fault = sample::errorOf([&] { layers::LayerSource::open(folder / file, {}); });
        EXPECT_THAT(fault, HasSubstr((folder / told).string()));
        EXPECT_THAT(fault, testing::Not(testing::ContainsRegex("khoanh-[A-Za-z0-9]{6}/"))) << file;
    }
}

TEST(ReadableFile, leavesNoScratchBehind) {
    const sample::Folder folder;
    sample::writeBytes(folder / "xa.mif", mif);
    sample::writeBytes(folder / "xa.mid", mid);
    std::filesystem::path scratch;
    {
        const auto file = layers::makeReadable(folder / "xa.mif", layers::Format::MapInfo, "");
        scratch = file.scratch.at(0).path();
        EXPECT_TRUE(std::filesystem::exists(scratch));
    }
    EXPECT_FALSE(std::filesystem::exists(scratch));
}

TEST(ReadableFile, thatIsNoArchiveIsUnreadable) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.zip", "PK but no archive");
    try {
        layers::LayerSource::open(folder / "a.zip", {});
        FAIL();
    } catch (const geo::Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("file.unreadable"));
    }
}

}  // namespace
