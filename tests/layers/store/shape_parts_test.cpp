// SPDX-License-Identifier: Apache-2.0
// Rows read in parts, where they lie, are the rows that were stored: in a workspace and in a GeoPackage.
#include <sqlite3.h>

#include <algorithm>
#include <thread>

#include "layers/store/geopackage_reader.hpp"
#include "layers/store/geopackage_writer.hpp"
#include "tests/layers/store/store_fixture.hpp"

using layers::Access;
using layers::ShapeParts;
using layers::Workspace;

namespace {

layers::Feature featureOf(const layers::ShapeRow& row) {
    layers::Feature feature;
    if (const auto shape = row.shape()) feature.geometry = shape->toGeometry();
    for (const layers::ValueView& view : row.values) {
        feature.values.push_back(std::visit(
            [](const auto& value) -> layers::Value {
                if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string_view>)
                    return std::string(value);
                else
                    return value;
            },
            view));
    }
    feature.sourceRow = row.sourceRow;
    return feature;
}

std::vector<layers::Feature> drain(const layers::ShapeStream& stream) {
    std::vector<layers::Feature> features;
    for (layers::ShapeRow row; stream(row);) features.push_back(featureOf(row));
    return features;
}

/// Every part on a thread of its own, put together in the order of parts.
std::vector<layers::Feature> readByThreads(const ShapeParts& parts) {
    std::vector<std::vector<layers::Feature>> found(parts.parts);
    {
        std::vector<std::jthread> threads;
        for (std::size_t part = 0; part < parts.parts; ++part) {
            threads.emplace_back([&, part] { found[part] = drain(parts.open(part)); });
        }
    }
    std::vector<layers::Feature> together;
    for (const auto& some : found) together.insert(together.end(), some.begin(), some.end());
    return together;
}

/// What another program does to the file.
void meddle(const std::filesystem::path& path, const std::string& sql) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(database);
    sqlite3_close(database);
}

}  // namespace

class ShapePartsOfAStore : public StoreTest {
  protected:
    /// More than two parts of 16,384 rows.
    static constexpr int many = 40'000;

    std::filesystem::path writePackage(const std::vector<layers::Feature>& features,
                                       const std::string& name = "lo.gpkg") {
        geo::Progress progress;
        layers::writeGeoPackage(file(name), {{.name = "lo", .features = streamOfPlots(features)}},
                                {{2023, 12, 31}, [](const geo::Crs&) { return std::string("undefined"); }},
                                progress);
        return file(name);
    }
};

TEST_F(ShapePartsOfAStore, holdEveryRowOnceInOrder) {
    Workspace workspace = newWorkspace();
    const auto features = plots(many);
    const std::int64_t layer = importPlots(workspace, features);
    const ShapeParts parts = workspace.shapeParts(layer);
    EXPECT_EQ(parts.parts, 3u);
    EXPECT_EQ(parts.count, many);
    EXPECT_EQ(parts.schema, plotSchema());
    EXPECT_EQ(readByThreads(parts), features);
    EXPECT_EQ(drain(parts.open(1)), drain(parts.open(1))) << "a part may be read again";
}

TEST_F(ShapePartsOfAStore, giveTheFieldsAskedForAlone) {
    Workspace workspace = newWorkspace();
    const std::int64_t layer = importPlots(workspace, plots(5));
    layers::ReadRequest request;
    request.fields = {"dtich"};
    request.shapes = layers::ShapesWanted::No;
    const auto rows = drain(workspace.shapeParts(layer, request).open(0));
    ASSERT_EQ(rows.size(), 5u);
    EXPECT_EQ(rows[4].values, std::vector<layers::Value>{1.5});
    EXPECT_TRUE(rows[4].geometry.isEmpty());
}

TEST_F(ShapePartsOfAStore, findSingleRowsAgain) {
    Workspace workspace = newWorkspace();
    const auto features = plots(20'000);
    const ShapeParts parts = workspace.shapeParts(importPlots(workspace, features));
    std::vector<std::int64_t> places;
    const layers::ShapeStream stream = parts.open(1);
    for (layers::ShapeRow row; stream(row) && places.size() < 2;) places.push_back(row.place);
    std::ranges::reverse(places);
    EXPECT_EQ(drain(parts.pick(places)), (std::vector{features[16'385], features[16'384]}));
}

TEST_F(ShapePartsOfAStore, refuseALayerThatChangedMeanwhile) {
    Workspace workspace = newWorkspace();
    const std::int64_t layer = importPlots(workspace, plots(10));
    const ShapeParts parts = workspace.shapeParts(layer);
    meddle(file(), "UPDATE geometry_columns_time SET last_update = '2030-01-01T00:00:00.000Z'");
    EXPECT_EQ(faultOf([&] { drain(parts.open(0)); }), "store.layer-changed");
}

TEST_F(ShapePartsOfAStore, readAGeoPackageAsItWasWritten) {
    const auto features = plots(many);
    const ShapeParts parts = layers::geoPackageParts(writePackage(features));
    EXPECT_EQ(parts.crs, geo::Crs::fromText("EPSG:9205"));
    EXPECT_EQ(parts.count, many);
    EXPECT_EQ(readByThreads(parts), features);
}

TEST_F(ShapePartsOfAStore, nameTheLayersOfAGeoPackageThatHasNotTheOneAskedFor) {
    const auto path = writePackage(plots(1));
    EXPECT_EQ(faultOf([&] { layers::geoPackageParts(path, "xa"); }), "file.layer-missing");
    EXPECT_EQ(faultOf([&] { layers::geoPackageParts(file("khong-co.gpkg")); }), "file.missing");
}

TEST_F(ShapePartsOfAStore, refuseWhatIsNoGeoPackage) {
    newWorkspace("khac.gpkg");
    EXPECT_EQ(faultOf([&] { layers::geoPackageParts(file("khac.gpkg")); }), "file.not-a-geopackage");
}

TEST_F(ShapePartsOfAStore, ofAWindowCopyNothingOutsideIt) {
    Workspace workspace = newWorkspace();
    const auto features = plots(100);
    const std::int64_t layer = importPlots(workspace, features);
    layers::ReadRequest request;
    request.window = geo::Extent{500'250, 2'449'000, 500'450, 2'450'001};
    request.rows = layers::RowRange{1, 4};
    EXPECT_EQ(collect(workspace.readLayer(layer, request)), (std::vector{features[2], features[3]}));
}

TEST_F(ShapePartsOfAStore, theSameRowsMakeTheSameGeoPackage) {
    const auto features = plots(500);
    const auto bytesOf = [](const std::filesystem::path& path) {
        std::string bytes(std::filesystem::file_size(path), '\0');
        FILE* const stream = std::fopen(path.c_str(), "rb");
        EXPECT_EQ(std::fread(bytes.data(), 1, bytes.size(), stream), bytes.size());
        std::fclose(stream);
        return bytes;
    };
    EXPECT_TRUE(bytesOf(writePackage(features)) == bytesOf(writePackage(features, "hai.gpkg")));
}
