// SPDX-License-Identifier: Apache-2.0
// Files that are missing, cut off, mute or not what they claim.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "tests/layers/files/sample_files.hpp"

namespace {

using testing::AnyOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

std::string openError(const std::filesystem::path& path, const layers::OpenOptions& options = {}) {
    return sample::errorOf([&] { sample::readAll(path, options); });
}

void cutOff(const std::filesystem::path& path, std::size_t bytes) {
    const std::string whole = sample::bytesOf(path);
    sample::writeBytes(path, whole.substr(0, whole.size() - bytes));
}

sample::Layer lonLatPlots() {
    sample::Layer layer = sample::plots();
    layer.crs = "EPSG:4326";
    for (auto& feature : layer.features) {
        for (auto& point : feature.geometry.mutableCoordinates())
            point = {point.x / 1e4 + 59, point.y / 1e6 + 20};
    }
    return layer;
}

TEST(BadFiles, aMissingFileIsNamed) {
    const sample::Folder folder;

    EXPECT_EQ(openError(folder / "không.gpkg"), "file.missing path=" + (folder / "không.gpkg").string());
}

TEST(BadFiles, onlyListedFormatsAreOpened) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.vrt", "<OGRVRTDataSource/>");

    EXPECT_THAT(openError(folder / "a.vrt"), StartsWith("file.format-not-allowed"));
}

TEST(BadFiles, aFileOfAnotherFormatIsUnreadable) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.gpkg", std::string(200, 'x'));
    sample::writeBytes(folder / "a.geojson", "{\"hello\": 1}");

    EXPECT_THAT(openError(folder / "a.gpkg"), StartsWith("file.unreadable"));
    EXPECT_THAT(openError(folder / "a.geojson"), StartsWith("file.unreadable"));
}

TEST(BadFiles, aCutOffShapefileIsTruncatedWhicheverPartWasCut) {
    for (const char* const part : {"a.shp", "a.shx", "a.dbf"}) {
        const sample::Folder folder;
        sample::write(folder / "a.shp", {sample::plots().toWrite("a")});
        cutOff(folder / part, 60);

        const std::string error = openError(folder / "a.shp");

        EXPECT_THAT(error, StartsWith("file.truncated")) << part;
        EXPECT_THAT(error, HasSubstr(part));
    }
}

TEST(BadFiles, anEmptyFileIsTruncated) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.geojson", "");
    sample::writeBytes(folder / "a.gpkg", "");

    EXPECT_THAT(openError(folder / "a.geojson"), StartsWith("file.truncated"));
    EXPECT_THAT(openError(folder / "a.gpkg"), StartsWith("file.truncated"));
}

TEST(BadFiles, aShapefileOfAnotherRowCountIsTruncated) {
    const sample::Folder folder;
    sample::Layer two = sample::plots();
    two.features.pop_back();
    sample::write(folder / "a.shp", {sample::plots().toWrite("a")});
    sample::write(folder / "b.shp", {two.toWrite("b")});
    std::filesystem::copy_file(folder / "b.dbf", folder / "a.dbf",
                               std::filesystem::copy_options::overwrite_existing);

    EXPECT_THAT(openError(folder / "a.shp"), HasSubstr("a.shx: 3, a.dbf: 2"));
}

TEST(BadFiles, aShapefileWithoutACompanionNamesIt) {
    const sample::Folder folder;
    sample::write(folder / "a.shp", {sample::plots().toWrite("a")});
    std::filesystem::remove(folder / "a.dbf");

    EXPECT_THAT(openError(folder / "a.shp"), HasSubstr("missing=a.dbf"));
}

TEST(BadFiles, aCutOffGeoJsonIsTruncated) {
    const sample::Folder folder;
    sample::write(folder / "a.geojson", {lonLatPlots().toWrite("a")});
    cutOff(folder / "a.geojson", 100);

    EXPECT_THAT(openError(folder / "a.geojson"), StartsWith("file.truncated"));
}

TEST(BadFiles, aCutOffGeoPackageIsTruncated) {
    const sample::Folder folder;
    sample::write(folder / "a.gpkg", {sample::plots().toWrite("a")});
    cutOff(folder / "a.gpkg", 5000);

    EXPECT_THAT(openError(folder / "a.gpkg"), StartsWith("file.truncated"));
}

TEST(BadFiles, aLayerWithoutCrsTellsItsExtent) {
    const sample::Folder folder;
    sample::write(folder / "a.shp", {sample::plots().toWrite("a")});
    std::filesystem::remove(folder / "a.prj");

    EXPECT_THAT(openError(folder / "a.shp"),
                HasSubstr("layer=a minX=430000 minY=2480000 maxX=433100 maxY=2480100"));
}

TEST(BadFiles, aLayerWithoutCrsIsReadWithTheUsers) {
    const sample::Folder folder;
    sample::write(folder / "a.shp", {sample::plots().toWrite("a")});
    std::filesystem::remove(folder / "a.prj");
    layers::OpenOptions options;
    options.crs = geo::Crs::fromText("EPSG:9208");

    const auto source = layers::LayerSource::open(folder / "a.shp", options);

    EXPECT_EQ(source.crsFrom(), "user");
    EXPECT_FALSE(source.crsInFile().has_value());
}

TEST(BadFiles, theUsersCrsWinsAndTheFilesIsRemembered) {
    const sample::Folder folder;
    sample::write(folder / "a.gpkg", {sample::plots().toWrite("a")});
    layers::OpenOptions options;
    options.crs = geo::Crs::fromText("EPSG:9208");

    auto source = layers::LayerSource::open(folder / "a.gpkg", options);

    EXPECT_EQ(source.features().crs->code(), "EPSG:9208");
    EXPECT_EQ(source.crsFrom(), "user");
    EXPECT_EQ(source.crsInFile()->code(), "EPSG:9205");
}

TEST(BadFiles, severalLayersMustBeChosenFrom) {
    const sample::Folder folder;
    sample::write(folder / "a.gpkg", {sample::plots().toWrite("xa"), sample::plots().toWrite("lo")});
    layers::OpenOptions choice;

    EXPECT_THAT(openError(folder / "a.gpkg"), testing::EndsWith("layers=xa, lo"));
    choice.layerName = "lo";
    EXPECT_THAT(openError(folder / "a.gpkg", choice), IsEmpty());
    choice.layerName = "thua";
    EXPECT_THAT(openError(folder / "a.gpkg", choice), StartsWith("file.layer-missing"));
}

TEST(BadFiles, damagedBytesEndInAnErrorOrInFeatures) {
    const sample::Folder folder;
    std::mt19937 random(38);
    for (const char* const file : {"a.gpkg", "a.shp", "a.geojson"}) {
        const bool isJson = std::string_view(file).ends_with("json");
        sample::write(folder / file, {(isJson ? lonLatPlots() : sample::plots()).toWrite("a")});
        for (const char* const part : {file, "a.dbf", "a.shx"}) {
            if (!std::filesystem::exists(folder / part)) continue;
            const std::string whole = sample::bytesOf(folder / part);
            for (int i = 0; i < 40; ++i) {
                std::string damaged = whole;
                for (int byte = 0; byte < 8; ++byte)
                    damaged[random() % damaged.size()] = static_cast<char>(random());
                sample::writeBytes(folder / part, damaged);
                EXPECT_NO_FATAL_FAILURE(openError(folder / file));
            }
            sample::writeBytes(folder / part, whole);
        }
    }
}

TEST(BadFiles, aSurfaceAmongPolygonsComesEmpty) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.geojson",
                       R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"n":1},"geometry":{"type":"Polygon","coordinates":[[[1,1],[2,1],[2,2],[1,1]]]}},
{"type":"Feature","properties":{"n":2},"geometry":{"type":"Point","coordinates":[1,1]}},
{"type":"Feature","properties":{"n":3},"geometry":null},
{"type":"Feature","properties":{"n":4},"geometry":{"type":"MultiPolygon","coordinates":[[[[1,1],[2,1],[2,2],[1,1]]]]}}]})");

    const auto read = sample::readAll(folder / "a.geojson");

    EXPECT_EQ(read.stream.kind, geo::GeometryKind::MultiPolygon);
    EXPECT_EQ(read.stream.crs->code(), "EPSG:4326");
    EXPECT_FALSE(read.features[0].geometry.isEmpty());
    EXPECT_TRUE(read.features[1].geometry.isEmpty());
    EXPECT_TRUE(read.features[2].geometry.isEmpty());
    EXPECT_FALSE(read.features[3].geometry.isEmpty());
}

}  // namespace
