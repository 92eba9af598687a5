// SPDX-License-Identifier: Apache-2.0
// A file in parts gives what its source gives, whoever reads which part.
#include "layers/files/file_shapes.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "tests/layers/files/sample_files.hpp"

namespace {

struct Row {
    std::int64_t sourceRow;
    geo::Geometry shape;
    std::string first;
    bool operator==(const Row&) const = default;
};

std::vector<Row> drain(const layers::ShapeStream& stream) {
    std::vector<Row> rows;
    for (layers::ShapeRow row; stream(row);) {
        const auto shape = row.shape();
        rows.push_back(
            {row.sourceRow, shape ? shape->toGeometry() : geo::Geometry(), layers::textIn(row.values.at(0))});
    }
    return rows;
}

std::vector<Row> readBySource(const std::filesystem::path& path) {
    std::vector<Row> rows;
    for (const auto& feature : sample::readAll(path).features) {
        rows.push_back({feature.sourceRow, feature.geometry, layers::textIn(feature.values.at(0))});
    }
    return rows;
}

std::vector<Row> readByThreads(const layers::ShapeParts& parts) {
    std::vector<std::vector<Row>> found(parts.parts);
    {
        std::vector<std::jthread> threads;
        for (std::size_t part = 0; part < parts.parts; ++part) {
            threads.emplace_back([&, part] { found[part] = drain(parts.open(part)); });
        }
    }
    std::vector<Row> together;
    for (const auto& some : found) together.insert(together.end(), some.begin(), some.end());
    return together;
}

/// More than two parts of 16,384 records.
sample::Layer manySquares() {
    sample::Layer layer;
    layer.schema = {{"lo", layers::FieldType::Text}};
    for (int i = 0; i < 40'000; ++i) {
        layer.features.push_back({sample::squareAt(500'000 + i % 200 * 100, 2'400'000 + i / 200 * 100),
                                  {"lô " + std::to_string(i)},
                                  i + 1});
    }
    return layer;
}

}  // namespace

TEST(FileShapes, ofAShapefileComeInPartsAndWhole) {
    const sample::Folder folder;
    sample::write(folder / "lo.shp", {manySquares().toWrite("lo")});
    const auto parts = layers::fileShapes(folder / "lo.shp");
    EXPECT_EQ(parts.parts, 3u);
    EXPECT_EQ(parts.count, 40'000);
    EXPECT_EQ(parts.crs, geo::Crs::fromText("EPSG:9205"));
    EXPECT_TRUE(readByThreads(parts) == readBySource(folder / "lo.shp"));
}

TEST(FileShapes, ofAShapefilePassOverDeletedRecords) {
    const sample::Folder folder;
    sample::write(folder / "lo.shp", {manySquares().toWrite("lo")});
    std::string dbf = sample::bytesOf(folder / "lo.dbf");
    const auto at = [&](std::size_t place) { return static_cast<unsigned char>(dbf[place]); };
    const std::size_t headerSize = at(8) + 256U * at(9), recordSize = at(10) + 256U * at(11);
    // The last of the first part, the first of the second.
    for (const std::size_t record : {16'383U, 16'384U}) dbf[headerSize + record * recordSize] = '*';
    sample::writeBytes(folder / "lo.dbf", dbf);
    const auto rows = readByThreads(layers::fileShapes(folder / "lo.shp"));
    ASSERT_EQ(rows.size(), 39'998u);
    EXPECT_TRUE(rows == readBySource(folder / "lo.shp"));
}

TEST(FileShapes, ofOtherFilesComeInOnePart) {
    const sample::Folder folder;
    auto layer = sample::plots();
    sample::write(folder / "lo.gpkg", {layer.toWrite("lo")});
    const auto parts = layers::fileShapes(folder / "lo.gpkg");
    EXPECT_EQ(parts.parts, 1u);
    EXPECT_TRUE(readByThreads(parts) == readBySource(folder / "lo.gpkg"));
}

TEST(FileShapes, findSingleRowsAgain) {
    const sample::Folder folder;
    sample::write(folder / "lo.shp", {sample::plots().toWrite("lo")});
    sample::write(folder / "lo.gpkg", {sample::plots().toWrite("lo")});
    for (const char* const name : {"lo.shp", "lo.gpkg"}) {
        const auto all = readBySource(folder / name);
        EXPECT_EQ(drain(layers::fileShapes(folder / name).pick({3, 1})), (std::vector{all[2], all[0]}))
            << name;
    }
}

TEST(FileShapes, refuseWhatASourceRefuses) {
    const sample::Folder folder;
    EXPECT_NE(sample::errorOf([&] { layers::fileShapes(folder / "khong-co.shp"); }).find("file.missing"),
              std::string::npos);
}
