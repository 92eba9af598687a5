// SPDX-License-Identifier: Apache-2.0
// What is handed over can be opened again and says the same; a failure leaves the old file whole.
#include "app/jobs/export.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "layers/files/layer_source.hpp"
#include "layers/files/table_file.hpp"
#include "tests/app/jobs/office.hpp"

using layers::UnitLevel;

namespace {

app::ExportRequest to(const std::filesystem::path& out, std::vector<std::string> names = {}) {
    app::ExportRequest request;
    request.layers = std::move(names);
    request.out = out;
    request.themesFolder = office::dataFolder() / "themes";
    return request;
}

app::Outcome exported(const office::Desk& desk, const app::ExportRequest& request) {
    geo::Progress progress;
    return app::exportFiles(desk.project(), request, office::words(), progress);
}

/// Communes with their figures computed.
office::Desk deskWithFigures() {
    auto desk = office::Desk::full();
    desk.compute(office::cover(UnitLevel::Commune, app::CoverMethod::Register));
    return desk;
}

struct Read {
    layers::Schema schema;
    std::vector<layers::Feature> features;
    layers::SourceRecord record;
};

Read readAll(const std::filesystem::path& file, const std::string& layer = {}) {
    layers::OpenOptions options;
    options.layerName = layer;
    auto source = layers::LayerSource::open(file, options);
    auto stream = source.features();
    Read read{stream.schema, {}, source.record()};
    for (layers::Feature feature; stream.next(feature);) read.features.push_back(feature);
    return read;
}

/// The answer of the sqlite3 program without its last line end; empty when it is not installed.
std::string askSqlite(const std::filesystem::path& file, const std::string& question, const std::filesystem::path& answer) {
    const std::string command = "sqlite3 '" + file.string() + "' \"" + question + "\" > '" + answer.string() + "' 2>/dev/null";
    if (std::system(command.c_str()) != 0) return {};
    std::string text = office::bytesOf(answer);
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

}  // namespace

TEST(Export, aGeoPackageOpensAgainWithEveryUnitAndItsFigure) {
    const auto desk = deskWithFigures();
    exported(desk, to(desk / "out.gpkg", {"xa_phuong_2025"}));
    const Read read = readAll(desk / "out.gpkg", "communes_2025");
    EXPECT_EQ(read.features.size(), 38u);
    EXPECT_EQ(read.record.crs, "EPSG:9205");
    const auto code = read.schema.indexOf("code");
    const auto cover = read.schema.indexOf("forest_cover");
    ASSERT_TRUE(code && cover && read.schema.indexOf("name") && read.schema.indexOf("forest_ha"));
    for (const auto& unit : read.features) {
        EXPECT_TRUE(layers::numberIn(unit.values[*cover])) << layers::textIn(unit.values[*code]);
    }
}

TEST(Export, aGeoPackageHoldsEverythingShownByDefault) {
    const auto desk = deskWithFigures();
    const auto outcome = exported(desk, to(desk / "out.gpkg"));
    EXPECT_EQ(outcome.rows.size(), desk.project().layers.size());
    EXPECT_EQ(readAll(desk / "out.gpkg", "communes_2024").features.size(), 106u);
    EXPECT_EQ(readAll(desk / "out.gpkg", "districts_2024").features.size(), 8u);
    EXPECT_EQ(readAll(desk / "out.gpkg", "rung_107_2023").features.size(), 589u);
}

TEST(Export, aGeoPackageCarriesItsStyleForQgis) {
    const auto desk = deskWithFigures();
    exported(desk, to(desk / "out.gpkg", {"xa_phuong_2025"}));
    const std::string style = askSqlite(
        desk / "out.gpkg", "SELECT f_table_name, useAsDefault, length(styleQML) > 1000 FROM layer_styles", desk / "answer");
    if (style.empty() && std::system("command -v sqlite3 >/dev/null 2>&1") != 0) GTEST_SKIP() << "sqlite3 is not installed";
    EXPECT_EQ(style, "communes_2025|1|1");
}

TEST(Export, aGeoPackageCarriesTheColoursOfForestPlotsForQgis) {
    const auto desk = deskWithFigures();
    exported(desk, to(desk / "out.gpkg", {"rung_107_2023"}));
    const std::string style = askSqlite(
        desk / "out.gpkg",
        "SELECT styleName, styleQML LIKE '%TXG%', styleQML LIKE '%Rừng tre nứa%' FROM layer_styles", desk / "answer");
    if (style.empty() && std::system("command -v sqlite3 >/dev/null 2>&1") != 0) GTEST_SKIP() << "sqlite3 is not installed";
    EXPECT_EQ(style, "forest-plots|1|1");
}

TEST(Export, theSameContentGivesTheSameBytes) {
    const auto desk = deskWithFigures();
    for (const char* name : {"a.gpkg", "a.geojson", "a.xlsx", "a.csv"}) {
        exported(desk, to(desk / name, {"districts"}));
        const std::string first = office::bytesOf(desk / name);
        std::filesystem::remove(desk / name);
        exported(desk, to(desk / name, {"districts"}));
        EXPECT_EQ(office::bytesOf(desk / name), first) << name;
    }
}

TEST(Export, aShapefileComesWithItsCompanionsAndFullNames) {
    const auto desk = deskWithFigures();
    exported(desk, to(desk / "xa.shp", {"xa_phuong_2025"}));
    for (const char* extension : {"shp", "shx", "dbf", "prj", "cpg"}) {
        EXPECT_TRUE(std::filesystem::exists(desk / (std::string("xa.") + extension))) << extension;
    }
    EXPECT_EQ(office::bytesOf(desk / "xa.cpg").substr(0, 5), "UTF-8");
    const auto names = layers::readTable(desk / "xa.fields.csv");
    const bool hasFullName = std::ranges::any_of(
        names.rows, [](const auto& row) { return layers::textIn(row.back()) == "forest_cover"; });
    EXPECT_TRUE(hasFullName);
    const Read read = readAll(desk / "xa.shp");
    EXPECT_EQ(read.features.size(), 38u);
    EXPECT_EQ(read.record.crs, "EPSG:9205");
    EXPECT_EQ(read.record.encoding, "utf-8");
}

TEST(Export, severalLayersBecomeSeveralShapefiles) {
    const auto desk = office::Desk::full();
    exported(desk, to(desk / "all.shp", {"communes", "districts"}));
    EXPECT_EQ(readAll(desk / "all_communes_2024.shp").features.size(), 106u);
    EXPECT_EQ(readAll(desk / "all_districts_2024.shp").features.size(), 8u);
}

TEST(Export, geoJsonIsInDegrees) {
    const auto desk = office::Desk::full();
    exported(desk, to(desk / "huyen.geojson", {"districts"}));
    for (const auto& unit : readAll(desk / "huyen.geojson").features) {
        const auto extent = unit.geometry.extent();
        EXPECT_GT(extent.minX, 102);  // Lai Châu lies between 102.3 and 104.0 E, 21.6 and 22.9 N
        EXPECT_LT(extent.maxX, 104.1);
        EXPECT_GT(extent.minY, 21.5);
        EXPECT_LT(extent.maxY, 23);
    }
}

TEST(Export, anotherCrsMovesTheShapes) {
    const auto desk = office::Desk::full();
    auto request = to(desk / "huyen.gpkg", {"districts"});
    request.crs = geo::Crs::fromText("EPSG:4326");
    exported(desk, request);
    const Read read = readAll(desk / "huyen.gpkg");
    EXPECT_EQ(read.record.crs, "EPSG:4326");
    EXPECT_LT(read.features.front().geometry.extent().maxX, 105);
}

TEST(Export, aShapefileInTheOldEncodingReadsBackTheSame) {
    const auto desk = office::Desk::full();
    auto request = to(desk / "huyen.shp", {"districts"});
    request.encoding = layers::Encoding::Tcvn3;
    exported(desk, request);
    EXPECT_FALSE(std::filesystem::exists(desk / "huyen.cpg"));
    const Read read = readAll(desk / "huyen.shp");
    EXPECT_EQ(read.record.encoding, "tcvn3");
    EXPECT_EQ(layers::textIn(read.features.front().values[*read.schema.indexOf("name")]), "Thành phố Lai Châu");
}

TEST(Export, aTableHoldsARowForEachUnitWithoutLocale) {
    const auto desk = office::Desk::full();
    auto request = to(desk / "xa.csv");
    request.figures = office::cover(UnitLevel::Commune, app::CoverMethod::Register);
    exported(desk, request);
    const auto table = layers::readTable(desk / "xa.csv");
    EXPECT_EQ(table.rows.size(), 38u);
    const auto value = table.schema.indexOf("value");
    ASSERT_TRUE(value && table.schema.indexOf("code"));
    for (const auto& row : table.rows) {
        EXPECT_EQ(layers::textIn(row[*value]).find(','), std::string::npos);
        EXPECT_TRUE(layers::numberIn(row[*value]));
    }
}

TEST(Export, aTableOfALayerHoldsItsRowsWithTheirFigures) {
    const auto desk = deskWithFigures();
    exported(desk, to(desk / "xa.csv", {"xa_phuong_2025"}));
    const auto table = layers::readTable(desk / "xa.csv");
    EXPECT_EQ(table.rows.size(), 38u);
    EXPECT_TRUE(table.schema.indexOf("code") && table.schema.indexOf("source_row"));
    const auto cover = table.schema.indexOf("forest_cover");
    ASSERT_TRUE(cover);
    for (const auto& row : table.rows) EXPECT_TRUE(layers::numberIn(row[*cover]));
}

TEST(Export, aTableOfPointsSaysWhereTheyLieAndInWhichSystem) {
    const auto desk = office::Desk::whole();
    auto request = to(desk / "diem.csv", {"outfalls"});
    request.crs = geo::Crs::fromText("EPSG:4326");
    exported(desk, request);
    const auto table = layers::readTable(desk / "diem.csv");
    const auto x = table.schema.indexOf("x_EPSG_4326");
    const auto y = table.schema.indexOf("y_EPSG_4326");
    ASSERT_TRUE(x && y && !table.rows.empty());
    // Lai Châu lies between 102.3 and 104.0 E, 21.6 and 22.9 N.
    EXPECT_NEAR(layers::numberIn(table.rows.front()[*x]).value_or(0), 103.15, 1);
    EXPECT_NEAR(layers::numberIn(table.rows.front()[*y]).value_or(0), 22.2, 1);
}

TEST(Export, aTableHoldsOneLayerAndNotSeveral) {
    const auto desk = deskWithFigures();
    const auto error = office::errorOf([&] { exported(desk, to(desk / "xa.csv", {"communes"})); });
    EXPECT_EQ(error.kind(), geo::ErrorKind::Usage);
    EXPECT_EQ(error.message().id, "export.several-layers");
    EXPECT_NE(office::words().sentence(error.message()).find("xa_phuong_2025"), std::string::npos);
}

TEST(Export, aTableHoldsRowsOfALayerOrFiguresAndNotBoth) {
    const auto desk = deskWithFigures();
    auto request = to(desk / "a.csv", {"communes"});
    request.isByUnit = true;
    EXPECT_EQ(office::errorOf([&] { exported(desk, request); }).message().id, "export.layer-or-figures");
    request.isByUnit = false;
    request.isOfIndicator = true;
    EXPECT_EQ(office::errorOf([&] { exported(desk, request); }).message().id, "export.layer-or-figures");
}

TEST(Export, aGeoPackageHoldsLayersOfOneNameByTheirNumber) {
    auto desk = office::Desk::empty();
    for (const auto& [folder, kind] : {std::pair{"m1", layers::Kind::Layer}, {"m2", layers::Kind::Landfills}}) {
        std::filesystem::create_directories(desk / folder);
        office::writeBytes(desk / folder / "diem.csv", "id,ten,wkt\n1,A,POINT(103.4582 22.3964)\n");
        app::ImportRequest request;
        request.files = {desk / folder / "diem.csv"};
        request.kind = kind;
        request.crs = geo::Crs::fromText("EPSG:4326");
        request.asOf = geo::Date{2024, 12, 31};
        desk.import(request);
    }
    const auto outcome = exported(desk, to(desk / "a.gpkg"));
    EXPECT_EQ(office::text(outcome.rows.at(0), "layer"), "diem");
    EXPECT_EQ(office::text(outcome.rows.at(1), "layer"), "diem_2");
    EXPECT_EQ(readAll(desk / "a.gpkg", "diem_2").features.size(), 1u);
}

TEST(Export, aFailureLeavesTheOldFileWhole) {
    const auto desk = office::Desk::full();
    exported(desk, to(desk / "out.gpkg", {"districts"}));
    const std::string before = office::bytesOf(desk / "out.gpkg");
    std::stop_source stop;
    geo::Progress progress([&](std::string_view, std::int64_t, std::int64_t) { stop.request_stop(); }, stop.get_token());
    const auto error = office::errorOf(
        [&] { app::exportFiles(desk.project(), to(desk / "out.gpkg"), office::words(), progress); });
    EXPECT_EQ(error.kind(), geo::ErrorKind::Stopped);
    EXPECT_EQ(office::bytesOf(desk / "out.gpkg"), before);
    const auto left = std::filesystem::directory_iterator(desk.project().workspace.parent_path());
    EXPECT_EQ(std::distance(begin(left), end(left)), 2);  // the workspace and the export, nothing half made
}

TEST(Export, refusesWhatItCannotDo) {
    const auto desk = office::Desk::full();
    EXPECT_EQ(office::errorOf([&] { exported(desk, to(desk / "a.docx")); }).message().id, "export.format-unknown");
    EXPECT_EQ(office::errorOf([&] { exported(desk, to(desk / "a.gpkg", {"rivers"})); }).message().id, "export.layer-unknown");
    EXPECT_EQ(office::errorOf([&] { exported(desk, to(desk / "none/a.gpkg")); }).message().id, "file.folder-missing");
    const auto empty = office::Desk::empty();
    EXPECT_EQ(office::errorOf([&] { exported(empty, to(empty / "a.gpkg")); }).message().id, "export.nothing");
}

TEST(Export, theFiguresOfAVersionNoLongerShownDoNotGoAlong) {
    auto desk = deskWithFigures();
    desk.import(office::released(office::forest({office::nestedSample() / "rung_107_2023.shp"})));
    exported(desk, to(desk / "out.gpkg", {"xa_phuong_2025"}));
    const Read read = readAll(desk / "out.gpkg", "communes_2025");
    EXPECT_FALSE(read.schema.indexOf("forest_cover"));
}
