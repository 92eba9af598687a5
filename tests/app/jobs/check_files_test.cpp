// SPDX-License-Identifier: Apache-2.0
// What a check hands over: every point, in the form its reader can open.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/jobs/check.hpp"
#include "layers/files/field_log.hpp"
#include "layers/files/layer_source.hpp"
#include "layers/files/table_file.hpp"
#include "tests/app/jobs/field_ground.hpp"

namespace {

constexpr const char* sheet =
    "ten,kinh_do,vi_do,sai_so_m,ma_xa,thoi_gian\n"
    "A,103.4582,22.3964,5,03408,2026-05-01T02:00:00Z\n"
    "B,103.4583,22.3964,5,03433,2026-05-03\n"
    "C,103.4584,22.3964,10000,03408,03/5/2026 7h\n";

app::Outcome checkedTo(office::Desk& desk, const std::string& out, const std::string& text = sheet) {
    office::writeBytes(desk / "a.csv", text);
    app::CheckRequest request;
    request.file = desk / "a.csv";
    request.out = desk / out;
    geo::Progress progress;
    return app::checkPoints(desk.project(), request, {office::words()}, progress);
}

struct Read {
    layers::Schema schema;
    std::vector<layers::Feature> features;
    std::string crs;
};

Read readAll(const std::filesystem::path& file) {
    auto source = layers::LayerSource::open(file, {});
    auto stream = source.features();
    Read read{stream.schema, {}, source.record().crs};
    for (layers::Feature feature; stream.next(feature);) read.features.push_back(feature);
    return read;
}

std::string textOf(const Read& read, std::size_t row, const std::string& column) {
    const auto field = read.schema.indexOf(column);
    return field ? layers::textIn(read.features[row].values[*field]) : "no column " + column;
}

}  // namespace

TEST(CheckFiles, aTableHoldsCodesAndNumbersWithoutLocale) {
    auto desk = office::Desk::full();
    checkedTo(desk, "out.csv");
    const auto table = layers::readTable(desk / "out.csv");
    ASSERT_EQ(table.rows.size(), 3u);
    const auto verdict = *table.schema.indexOf("verdict");
    EXPECT_EQ(layers::textIn(table.rows[0][verdict]), "inside");
    EXPECT_EQ(layers::textIn(table.rows[1][verdict]), "outside");
    EXPECT_EQ(layers::textIn(table.rows[2][verdict]), "undetermined");
    EXPECT_EQ(layers::textIn(table.rows[0][*table.schema.indexOf("unit_code")]), "03408");
}

TEST(CheckFiles, aSpreadsheetSpeaksAsPeopleDo) {
    auto desk = office::Desk::full();
    checkedTo(desk, "out.xlsx");
    const auto table = layers::readTable(desk / "out.xlsx");
    const auto holds = [&](const std::string& words) {
        return std::ranges::any_of(table.rows, [&](const auto& row) {
            return std::ranges::any_of(row, [&](const auto& cell) { return layers::textIn(cell) == words; });
        });
    };
    EXPECT_TRUE(holds("Trong xã"));
    EXPECT_TRUE(holds("Ngoài xã"));
    EXPECT_TRUE(holds("Chưa kết luận được"));
}

TEST(CheckFiles, aLayerIsInTheWorkspacesSystemWithEveryCell) {
    auto desk = office::Desk::full();
    checkedTo(desk, "out.gpkg");
    const Read read = readAll(desk / "out.gpkg");
    ASSERT_EQ(read.features.size(), 3u);
    EXPECT_EQ(read.crs, "EPSG:9205");
    EXPECT_NEAR(read.features[0].geometry.coordinates()[0].x, office::capital.x, 0.0011);
    EXPECT_EQ(textOf(read, 1, "verdict"), "outside");
    EXPECT_EQ(textOf(read, 0, "name"), "A");
}

TEST(CheckFiles, aShapefileAndGeoJsonHoldThemToo) {
    auto desk = office::Desk::full();
    checkedTo(desk, "out.shp");
    EXPECT_EQ(readAll(desk / "out.shp").features.size(), 3u);
    checkedTo(desk, "out.geojson");
    const Read read = readAll(desk / "out.geojson");
    EXPECT_NEAR(read.features[0].geometry.coordinates()[0].x, office::capital_deg.x, 1e-8);
}

TEST(CheckFiles, aLayerWithAPointThePlaneCannotHoldIsInDegrees) {
    auto desk = office::Desk::full();
    checkedTo(desk, "out.gpkg", "ten,lon,lat\nA,103.4582,22.3964\nB,-76.5,0\n");
    const Read read = readAll(desk / "out.gpkg");
    ASSERT_EQ(read.features.size(), 2u);
    if (read.crs == "EPSG:4326") {
        EXPECT_NEAR(read.features[1].geometry.coordinates()[0].x, -76.5, 1e-8);
    }
}

TEST(CheckFiles, waypointsCarryTheVerdictInWords) {
    auto desk = office::Desk::full();
    checkedTo(desk, "out.gpx");
    geo::Progress progress;
    const auto log = layers::readFieldLog(desk / "out.gpx", progress);
    ASSERT_EQ(log.points.size(), 3u);
    EXPECT_EQ(log.points[0].name, "A");
    EXPECT_NE(log.points[0].note.find("Trong xã"), std::string::npos);
    EXPECT_NE(log.points[1].note.find("Ngoài xã"), std::string::npos);
    EXPECT_NE(log.points[2].note.find("Chưa kết luận được"), std::string::npos);
    EXPECT_EQ(log.points[0].time, "2026-05-01T02:00:00Z");
    EXPECT_EQ(log.points[2].time, "");  // no time GPX could hold
}

TEST(CheckFiles, theSamePointsGiveTheSameBytes) {
    auto desk = office::Desk::full();
    for (const char* name : {"out.csv", "out.xlsx", "out.gpkg", "out.geojson", "out.gpx"}) {
        checkedTo(desk, name);
        const std::string first = office::bytesOf(desk / name);
        std::filesystem::remove(desk / name);
        checkedTo(desk, name);
        EXPECT_EQ(office::bytesOf(desk / name), first) << name;
    }
}
