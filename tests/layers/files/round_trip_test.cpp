// SPDX-License-Identifier: Apache-2.0
// What is written in a format comes back from it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/layers/files/sample_files.hpp"

namespace {

using geo::Geometry;
using geo::GeometryKind;
using layers::Encoding;

class RoundTrip : public testing::TestWithParam<std::pair<const char*, Encoding>> {};

sample::Layer plotsFor(const std::string& file) {
    sample::Layer layer = sample::plots();
    if (!file.ends_with(".geojson")) return layer;
    layer.crs = "EPSG:4326";
    for (auto& feature : layer.features) {
        // About the place on the globe, in steps that seven decimals hold.
        for (auto& point : feature.geometry.mutableCoordinates()) {
            point = {102 + (point.x - 430000) / 1e5, 22 + (point.y - 2480000) / 1e5};
        }
    }
    return layer;
}

TEST_P(RoundTrip, keepsValuesAndShapes) {
    const sample::Folder folder;
    const auto [file, encoding] = GetParam();
    const sample::Layer layer = plotsFor(file);

    sample::write(folder / file, {layer.toWrite("lo_rung")}, sample::options(encoding));
    const sample::Read read = sample::readAll(folder / file);

    EXPECT_EQ(read.encoding, encoding);
    EXPECT_EQ(read.stream.schema, layer.schema);
    EXPECT_EQ(read.stream.kind, GeometryKind::MultiPolygon);
    EXPECT_EQ(read.stream.count, 3);
    EXPECT_EQ(read.stream.crs->code(), layer.crs);
    ASSERT_EQ(read.features.size(), 3u);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(read.features[i].values, layer.features[i].values) << i;
        EXPECT_EQ(read.features[i].sourceRow, static_cast<std::int64_t>(i + 1));
        EXPECT_EQ(read.features[i].geometry.coordinates().size(), layer.features[i].geometry.coordinates().size());
        EXPECT_EQ(read.features[i].geometry.partCount(), layer.features[i].geometry.partCount());
        EXPECT_NEAR(read.features[i].geometry.extent().minX, layer.features[i].geometry.extent().minX, 1e-7);
        EXPECT_NEAR(read.features[i].geometry.extent().maxY, layer.features[i].geometry.extent().maxY, 1e-7);
    }
}

TEST_P(RoundTrip, givesTheSameBytesTwice) {
    const sample::Folder first;
    const sample::Folder second;
    const auto [file, encoding] = GetParam();
    const sample::Layer layer = plotsFor(file);

    const auto files = sample::write(first / file, {layer.toWrite("lo_rung", "<qgis/>")}, sample::options(encoding));
    sample::write(second / file, {layer.toWrite("lo_rung", "<qgis/>")}, sample::options(encoding));

    EXPECT_EQ(files.front(), first / file);
    for (const auto& path : files) {
        EXPECT_EQ(sample::bytesOf(path), sample::bytesOf(second.path() / path.filename())) << path;
    }
}

TEST_P(RoundTrip, leavesNothingBesideTheFiles) {
    const sample::Folder folder;
    const auto [file, encoding] = GetParam();

    const sample::Layer layer = plotsFor(file);
    const auto files = sample::write(folder / file, {layer.toWrite("a")}, sample::options(encoding));

    EXPECT_EQ(sample::namesIn(folder.path()).size(), files.size());
}

TEST_P(RoundTrip, keepsALayerWithoutFeatures) {
    const sample::Folder folder;
    const auto [file, encoding] = GetParam();
    sample::Layer layer = plotsFor(file);
    layer.features.clear();

    sample::write(folder / file, {layer.toWrite("lo_rung")}, sample::options(encoding));

    EXPECT_THAT(sample::errorOf([&, name = file] { sample::readAll(folder / name); }),
                testing::StartsWith("file.empty-layer"));
}

TEST_P(RoundTrip, stopsWhenAsked) {
    const sample::Folder folder;
    const auto [file, encoding] = GetParam();
    std::stop_source stop;
    stop.request_stop();
    geo::Progress progress({}, stop.get_token());
    const sample::Layer layer = plotsFor(file);
    const std::vector<layers::LayerToWrite> layers{layer.toWrite("a")};

    EXPECT_THROW(layers::writeLayers(folder / file, layers, sample::options(encoding), progress), geo::Error);
    EXPECT_THAT(sample::namesIn(folder.path()), testing::IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Formats, RoundTrip,
                         testing::Values(std::pair{"a.gpkg", Encoding::Utf8}, std::pair{"a.shp", Encoding::Utf8},
                                         std::pair{"a.shp", Encoding::Tcvn3}, std::pair{"a.geojson", Encoding::Utf8}));

TEST(RoundTrip, keepsPointsAndLines) {
    const sample::Folder folder;
    for (const char* const file : {"a.gpkg", "b.shp"}) {
        sample::Layer layer;
        layer.schema = {{"name", layers::FieldType::Text}};
        layer.kind = GeometryKind::LineString;
        layer.features = {{Geometry::lineString({{1, 2}, {3, 4}, {5, 4}}), {std::string("Nậm Na")}, 0}};
        sample::write(folder / file, {layer.toWrite("song")});
        EXPECT_EQ(sample::readAll(folder / file).features[0].geometry.coordinates().size(), 3u);

        layer.kind = GeometryKind::Point;
        layer.features = {{Geometry::point({546981.276, 2477623.887}), {std::string("Đoàn Kết")}, 0}};
        sample::write(folder / file, {layer.toWrite("diem")});
        EXPECT_EQ(sample::readAll(folder / file).features[0].geometry, layer.features[0].geometry);
    }
}

TEST(RoundTrip, keepsFeaturesWithoutShape) {
    const sample::Folder folder;
    sample::Layer layer = sample::plots();
    layer.features[1].geometry = {};

    for (const char* const file : {"a.gpkg", "b.shp"}) {
        sample::write(folder / file, {layer.toWrite("a")});
        EXPECT_TRUE(sample::readAll(folder / file).features[1].geometry.isEmpty());
    }
}

TEST(RoundTrip, keepsFifteenDigitsInGeoJson) {
    const sample::Folder folder;
    sample::Layer layer = plotsFor("a.geojson");
    layer.features[0].values[2] = 0.1 + 0.2;

    sample::write(folder / "a.geojson", {layer.toWrite("a")});

    EXPECT_NEAR(std::get<double>(sample::readAll(folder / "a.geojson").features[0].values[2]), 0.3, 1e-15);
}

}  // namespace
