// SPDX-License-Identifier: Apache-2.0
// The published layers of the real province, where they are at hand.
#include <gtest/gtest.h>

#include <cstdlib>

#include "layers/files/table_file.hpp"
#include "tests/layers/files/sample_files.hpp"

namespace {

std::filesystem::path realData() {
    const char* const told = std::getenv("KHOANH_REAL_DATA");
    return told != nullptr ? std::filesystem::path(told) : std::filesystem::path(KHOANH_SOURCE_DIR) / "../shared/real";
}

TEST(RealData, communesAreReadWhole) {
    if (!std::filesystem::exists(realData())) GTEST_SKIP() << "no real data here: name them in KHOANH_REAL_DATA";

    const auto read = sample::readAll(realData() / "communes_2025.geojson");

    std::size_t vertices = 0;
    for (const auto& feature : read.features) vertices += feature.geometry.coordinates().size();
    EXPECT_EQ(read.features.size(), 38u);
    EXPECT_EQ(vertices, 171583u);  // counted by the folder's README
    EXPECT_EQ(read.stream.crs->code(), "EPSG:4326");
    EXPECT_EQ(read.stream.kind, geo::GeometryKind::MultiPolygon);
}

TEST(RealData, lineageIsReadAsText) {
    if (!std::filesystem::exists(realData())) GTEST_SKIP() << "no real data here: name them in KHOANH_REAL_DATA";

    const layers::Table lineage = layers::readTable(realData() / "lineage_2025.csv");

    EXPECT_EQ(lineage.rows[0][0], layers::Value{std::string("03386")});
    EXPECT_EQ(lineage.rows[0][1], layers::Value{std::string("Phường Quyết Thắng")});
}

}  // namespace
