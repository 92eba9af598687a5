// SPDX-License-Identifier: Apache-2.0
// The bare read finds every row, however many threads share them.
#include "tests/bench/bare_read.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/bench/child.hpp"

namespace {

/// A hundred squares of one hectare as GDAL writes them.
std::filesystem::path hundredHectares(const std::string& format, const std::string& name) {
    const auto folder = std::filesystem::path(testing::TempDir());
    const auto table = folder / "squares.csv";
    const auto file = folder / name;
    std::filesystem::remove(file);
    std::ofstream csv(table);
    csv << "id,shape\n";
    for (int i = 0; i < 100; ++i) {
        const int x = i * 100;
        csv << i << ",\"POLYGON((" << x << " 0," << x + 100 << " 0," << x + 100 << " 100," << x << " 100,"
            << x << " 0))\"\n";
    }
    csv.close();
    bench::runChild({"ogr2ogr", "-f", format, file.string(), table.string(), "-oo",
                     "GEOM_POSSIBLE_NAMES=shape", "-nlt", "POLYGON", "-a_srs", "EPSG:9205"});
    return file;
}

}  // namespace

TEST(BareRead, aGeoPackageIsReadWholeByAnyNumberOfThreads) {
    const auto file = hundredHectares("GPKG", "squares.gpkg");
    for (const unsigned threads : {1U, 2U, 3U}) {
        EXPECT_DOUBLE_EQ(bench::BareRead(file, "", threads).hectares(), 100) << threads;
    }
}

TEST(BareRead, aShapefileGivesTheSameHectares) {
    EXPECT_DOUBLE_EQ(bench::hectaresIn(hundredHectares("ESRI Shapefile", "squares.shp")), 100);
}

TEST(BareRead, aTableThatIsNotThereIsAnError) {
    EXPECT_THROW(bench::BareRead(hundredHectares("GPKG", "squares.gpkg"), "other", 1), std::runtime_error);
}
