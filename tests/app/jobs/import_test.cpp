// SPDX-License-Identifier: Apache-2.0
// Source files become versions that remember where they came from.
#include "app/jobs/import.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/jobs/workspace_view.hpp"
#include "layers/files/layer_source.hpp"
#include "tests/app/jobs/office.hpp"

using layers::Kind;
using layers::UnitLevel;

namespace {

constexpr geo::Date reform{2025, 7, 1};

std::filesystem::path communesFile() { return office::nestedSample() / "xa_phuong_2025.gpkg"; }
std::filesystem::path cityPlots() { return office::nestedSample() / "rung_105_2023.shp"; }

std::vector<layers::LayerRecord> shown(const office::Desk& desk) {
    return app::shownLayers(layers::Workspace::open(desk.project().workspace, layers::Access::Read),
                            desk.project());
}

/// Three squares of a hectare in Mường Tè, the second crossing itself, the third without shape.
constexpr const char* threePlots = R"({"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"maldlr": 1, "note": "lô một"}, "geometry": {"type": "Polygon", "coordinates":
        [[[102.80, 22.30], [102.81, 22.30], [102.81, 22.31], [102.80, 22.31], [102.80, 22.30]]]}},
    {"type": "Feature", "properties": {"maldlr": 1, "note": "lô hai"}, "geometry": {"type": "Polygon", "coordinates":
        [[[102.82, 22.30], [102.83, 22.31], [102.83, 22.30], [102.82, 22.31], [102.82, 22.30]]]}},
    {"type": "Feature", "properties": {"maldlr": 1, "note": "lô ba"}, "geometry": null}]})";

app::ImportRequest pointsIn(const office::Desk& desk, const std::string& rows) {
    office::writeBytes(desk / "diem.csv", "id,wkt\n" + rows);
    app::ImportRequest request;
    request.files = {desk / "diem.csv"};
    request.crs = geo::Crs::fromText("EPSG:4326");
    return request;
}

TEST(Import, namesTheRowThatCannotBeMoved) {
    auto desk = office::Desk::empty();
    const auto request = pointsIn(desk, "1,POINT(103.4 22.4)\n2,POINT(22.4 103.4)\n");
    const auto error = office::errorOf([&] { desk.import(request); });
    const auto row = std::ranges::find(error.context(), "import.at-row", &geo::Message::id);
    ASSERT_NE(row, error.context().end());
    EXPECT_EQ(row->arguments, (std::vector<geo::Argument>{{"row", std::int64_t{2}}}));
}

TEST(Import, namesTheRowOfAShapeThatCannotBeRead) {
    for (const char* const rows : {"1,POINT(103.4 22.4)\n2,POINT(103.4\n", "1,POINT(103.4\n2,POINT(103.4 22.4)\n"}) {
        auto desk = office::Desk::empty();
        const auto error = office::errorOf([&] { desk.import(pointsIn(desk, rows)); });
        EXPECT_EQ(error.message().id, "table.wkt-unreadable") << rows;
        EXPECT_EQ(std::ranges::count(error.context(), "file.row", &geo::Message::id), 1) << rows;
    }
}

TEST(Import, namesASystemNobodyRegisteredShortly) {
    auto desk = office::Desk::empty();
    auto request = pointsIn(desk, "1,POINT(500000 2478000)\n");
    request.crs = geo::Crs::fromText(
        "+proj=lcc +lat_1=21 +lat_2=23 +lat_0=22 +lon_0=103.4 +x_0=500000 +y_0=2478000 +datum=WGS84 +units=m +type=crs");
    const auto outcome = desk.import(request);
    const auto& arguments = outcome.summary.front().arguments;
    const auto crs = std::ranges::find(arguments, "crs", &geo::Argument::name);
    ASSERT_NE(crs, arguments.end());
    EXPECT_LT(std::get<std::string>(crs->value).size(), 60u);
    EXPECT_TRUE(office::text(outcome.rows[0], "crs").starts_with("PROJCRS["));
}

}  // namespace

TEST(Import, keepsPathHashEncodingAndCrsOfTheSource) {
    auto desk = office::Desk::empty();
    const auto source = layers::LayerSource::open(cityPlots(), {}).record();
    desk.import(office::forest({cityPlots()}));
    const auto records = shown(desk);
    ASSERT_EQ(records.size(), 1u);
    EXPECT_EQ(records[0].source.path, cityPlots().string());
    EXPECT_EQ(records[0].source.sha256, source.sha256);
    EXPECT_EQ(records[0].source.sha256.size(), 64u);
    EXPECT_EQ(records[0].source.encoding, "tcvn3");
    EXPECT_EQ(records[0].source.crs, "EPSG:9205");
    EXPECT_EQ(records[0].source.crsFrom, "file");
    EXPECT_EQ(records[0].asOf, (geo::Date{2023, 12, 31}));
}

TEST(Import, keepsNamesInOneFormHoweverTheDiskOrTheKeyboardWritesThem) {
    auto desk = office::Desk::empty();
    // A keyboard that types marks after their letters writes ả and ố in two and three letters.
    const std::string file = "ba\u0309ng.csv";
    office::writeBytes(desk / file,
                       "code,name,indicator,period,numerator,denominator,unit\n"
                       "03436,Xã Thu Lũm,waste-rural,2024,1,2,\n");
    app::ImportRequest request;
    request.files = {desk / file};
    request.kind = Kind::Indicators;
    request.document = "so\u0302\u0301 12";

    const auto outcome = desk.import(request);

    const auto records = shown(desk);
    ASSERT_EQ(records.size(), 1u);
    EXPECT_EQ(records[0].document, "số 12");
    EXPECT_TRUE(records[0].name.starts_with("bảng")) << records[0].name;
    EXPECT_TRUE(records[0].source.path.ends_with("bảng.csv")) << records[0].source.path;
    ASSERT_FALSE(outcome.findings.empty());
    EXPECT_EQ(outcome.findings.front().source, "bảng.csv");
}

TEST(Import, showsHowTextIsReadBeforeItIsKept) {
    auto desk = office::Desk::empty();
    auto request = office::forest({cityPlots()});
    request.dryRun = true;
    const app::Outcome outcome = desk.import(request);
    const auto samples = std::get<std::vector<app::Row>>(office::cell(outcome.rows[0], "text_samples").value);
    ASSERT_EQ(samples.size(), 5u);
    for (const app::Row& sample : samples) {
        EXPECT_NE(std::get<std::string>(office::cell(sample, "before").value),
                  std::get<std::string>(office::cell(sample, "after").value));
    }
    const auto isSample = [](const geo::Message& line) { return line.id == "import.text-sample"; };
    EXPECT_EQ(std::ranges::count_if(outcome.summary, isSample), 5);
}

TEST(Import, saysWhenTextIsStoredWronglyAndMendsItWhenTold) {
    auto desk = office::Desk::empty();
    std::string mistaken = threePlots;
    for (std::size_t at = mistaken.find("lô "); at != std::string::npos; at = mistaken.find("lô "))
        mistaken.replace(at, 4, "S×n Hå, l« ");  // "Sìn Hồ, lô" in TCVN3 taken for CP1252
    office::writeBytes(desk / "lo.geojson", mistaken);
    app::ImportRequest request;
    request.files = {desk / "lo.geojson"};
    const auto kept = desk.import(request);
    const auto isLikely = [](const layers::Finding& finding) {
        return finding.message.id == "text.mojibake-likely" && finding.source == "lo.geojson";
    };
    EXPECT_EQ(std::ranges::count_if(kept.findings, isLikely), 1);
    request.encoding = layers::Encoding::Tcvn3;
    const auto mended = desk.import(request);
    EXPECT_EQ(std::ranges::count_if(mended.findings, isLikely), 0);
    EXPECT_EQ(std::get<std::string>(office::cell(mended.rows[0], "encoding").value), "utf-8 (tcvn3)");
}

TEST(Import, keepsTheRowOfEveryFeatureAndItsText) {
    auto desk = office::Desk::empty();
    desk.import(office::forest({cityPlots()}));
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    auto stored = workspace.readLayer(shown(desk).front().id);
    auto source = layers::LayerSource::open(cityPlots(), {});
    auto read = source.features();
    layers::Feature kept;
    std::int64_t row = 0;
    for (layers::Feature plot; read.next(plot);) {
        ASSERT_TRUE(stored.next(kept));
        EXPECT_EQ(kept.sourceRow, ++row);
        EXPECT_EQ(kept.values, plot.values);
    }
    EXPECT_FALSE(stored.next(kept));
    EXPECT_EQ(row, 15);
}

TEST(Import, unitsGetTheNameOfTheRegister) {
    auto desk = office::Desk::empty();
    const auto outcome = desk.import(office::units(communesFile(), Kind::Communes, reform));
    EXPECT_TRUE(outcome.findings.empty());
    EXPECT_EQ(office::number(outcome.rows.front(), "features"), 38);
    // Official area of the province, 906,873 ha; the sample's communes together fill its outline.
    EXPECT_NEAR(office::number(outcome.rows.front(), "area_ha").value_or(0), 906'873, 10);
}

TEST(Import, unitsOfAnotherDayAreFound) {
    auto desk = office::Desk::empty();
    const auto outcome =
        desk.import(office::units(office::nestedSample() / "xa_2024.shp", Kind::Communes, reform));
    EXPECT_FALSE(office::findingsOf(outcome, "units.unknown").empty());
    EXPECT_FALSE(office::findingsOf(outcome, "units.other-name").empty());
}

TEST(Import, namesTheUnitsThatAreAbsent) {
    auto desk = office::Desk::empty();
    office::writeBytes(
        desk / "one.geojson",
        R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"code": "03388"},
        "geometry": {"type": "Polygon", "coordinates":
        [[[103.40, 22.30], [103.41, 22.30], [103.41, 22.31], [103.40, 22.31], [103.40, 22.30]]]}}]})");
    const auto outcome = desk.import(office::units(desk / "one.geojson", Kind::Communes, reform));
    EXPECT_EQ(office::findingsOf(outcome, "units.absent").size(), 37u);
    ASSERT_EQ(office::findingsOf(outcome, "units.area-contradicts").size(), 1u);
    EXPECT_EQ(office::findingsOf(outcome, "units.area-contradicts")[0].unitCode, "03388");
}

TEST(Import, repairsInvalidShapesLeavesEmptyOnesOutAndListsBothByRow) {
    auto desk = office::Desk::empty();
    office::writeBytes(desk / "plots.geojson", threePlots);
    const auto outcome = desk.import(office::forest({desk / "plots.geojson"}));
    ASSERT_EQ(office::findingsOf(outcome, "shape.repaired").size(), 1u);
    EXPECT_EQ(office::findingsOf(outcome, "shape.repaired")[0].row, 2);
    ASSERT_EQ(office::findingsOf(outcome, "shape.empty").size(), 1u);
    EXPECT_EQ(office::findingsOf(outcome, "shape.empty")[0].row, 3);
    EXPECT_EQ(office::number(outcome.rows.front(), "features"), 2);
    EXPECT_TRUE(outcome.ledger.balances({1e-9}));
}

TEST(Import, movesWhatComesInDegreesOntoThePlane) {
    auto desk = office::Desk::empty();
    office::writeBytes(desk / "plots.geojson", threePlots);
    const auto outcome = desk.import(office::forest({desk / "plots.geojson"}));
    EXPECT_NE(office::text(outcome.rows.front(), "operation").find("6960"), std::string::npos);
    // A hundredth of a degree each way at 22.3°: 1,030 m by 1,107 m (WGS 84).
    EXPECT_NEAR(office::number(outcome.rows.front(), "area_ha").value_or(0), 1.5 * 103.0 * 1.107, 1);
}

TEST(Import, theSameFileAgainTakesThePlaceOfTheFirst) {
    auto desk = office::Desk::full();
    const auto before = shown(desk);
    const auto figures = desk.compute(office::cover(UnitLevel::Province, app::CoverMethod::Register));
    desk.import(office::forest({cityPlots()}));
    desk.import(office::units(communesFile(), Kind::Communes, reform));
    EXPECT_EQ(shown(desk).size(), before.size());
    const auto again = desk.compute(office::cover(UnitLevel::Province, app::CoverMethod::Register));
    EXPECT_EQ(office::number(again.rows[0], "numerator"), office::number(figures.rows[0], "numerator"));
    EXPECT_TRUE(office::findingsOf(again, "forest.duplicate").empty());
}

TEST(Import, aDryRunKeepsNothing) {
    auto desk = office::Desk::full();
    const std::string before = desk.digest();
    auto request = office::forest({cityPlots()}, {2024, 12, 31});
    request.dryRun = true;
    const auto outcome = desk.import(request);
    EXPECT_EQ(office::number(outcome.rows.front(), "features"), 15);
    EXPECT_EQ(desk.digest(), before);
    const auto project = desk.project();
    desk.reopen();
    EXPECT_EQ(desk.project(), project);
}

TEST(Import, oneBadFileAmongSeveralKeepsNoneAndIsNamed) {
    auto desk = office::Desk::full();
    const std::string before = desk.digest();
    const auto error = office::errorOf([&] {
        desk.import(office::forest({cityPlots(), desk / "gone.shp"}));
    });
    EXPECT_EQ(error.kind(), geo::ErrorKind::NotFound);
    EXPECT_NE(std::string(error.what()).find("gone.shp"), std::string::npos);
    EXPECT_EQ(desk.digest(), before);
}

TEST(Import, aForestLayerMustSayItsDay) {
    auto desk = office::Desk::empty();
    app::ImportRequest request = office::forest({cityPlots()});
    request.asOf.reset();
    EXPECT_EQ(office::errorOf([&] { desk.import(request); }).message().id, "import.as-of-missing");
}

TEST(Import, aWrongCrsIsRefusedWithThoseThatFit) {
    auto desk = office::Desk::full();
    const std::string before = desk.digest();
    auto request = office::forest({cityPlots()});
    request.crs =
        geo::Crs::fromText("EPSG:3405");  // VN-2000 / UTM zone 48N: the numbers then lie in the south
    const auto error = office::errorOf([&] { desk.import(request); });
    EXPECT_EQ(error.message().id, "crs.off-province");
    EXPECT_NE(std::string(error.what()).find("EPSG:9205"), std::string::npos);
    EXPECT_EQ(desk.digest(), before);
}

TEST(Import, aCrsThatContradictsTheFileIsAFinding) {
    auto desk = office::Desk::empty();
    auto request = office::forest({cityPlots()});
    request.crs =
        geo::Crs::fromText("EPSG:5897");  // VN-2000 / TM-3 105-45 shares the plane's numbers, not its place
    try {
        EXPECT_EQ(office::findingsOf(desk.import(request), "crs.file-says-other").size(), 1u);
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.message().id, "crs.off-province");
    }
}

TEST(Import, unitsWithoutCodeAndNameAreRefused) {
    auto desk = office::Desk::empty();
    office::writeBytes(desk / "plots.geojson", threePlots);
    const auto error =
        office::errorOf([&] { desk.import(office::units(desk / "plots.geojson", Kind::Communes, reform)); });
    EXPECT_EQ(error.message().id, "import.column-missing");
}

TEST(Import, plotsWithoutAnyForestCodeAreRefusedAtTheDoor) {
    auto desk = office::Desk::empty();
    const auto error = office::errorOf([&] { desk.import(office::forest({communesFile()})); });
    EXPECT_EQ(error.message().id, "import.column-missing");
}

TEST(Import, aLayerOfPointsIsNoForest) {
    auto desk = office::Desk::empty();
    office::writeBytes(desk / "points.geojson",
                       R"({"type": "FeatureCollection", "features": [{"type": "Feature",
        "properties": {"maldlr": 1}, "geometry": {"type": "Point", "coordinates": [103.4, 22.3]}}]})");
    const auto error = office::errorOf([&] { desk.import(office::forest({desk / "points.geojson"})); });
    EXPECT_EQ(error.kind(), geo::ErrorKind::BadData);
}

TEST(Import, anyLayerKeepsItsFieldsAsTheyAre) {
    auto desk = office::Desk::empty();
    office::writeBytes(desk / "points.geojson",
                       R"({"type": "FeatureCollection", "features": [{"type": "Feature",
        "properties": {"tên": "Cửa xả", "luu_luong": 12.5}, "geometry": {"type": "Point", "coordinates": [103.4, 22.3]}}]})");
    app::ImportRequest request;
    request.files = {desk / "points.geojson"};
    desk.import(request);
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    auto stream = workspace.readLayer(desk.project().layers.front());
    layers::Feature point;
    ASSERT_TRUE(stream.next(point));
    EXPECT_EQ(point.values[*stream.schema.indexOf("tên")], layers::Value(std::string("Cửa xả")));
    EXPECT_EQ(point.values[*stream.schema.indexOf("luu_luong")], layers::Value(12.5));
}

TEST(Import, overlappingPlotsAreFoundWithTheirHectares) {
    auto desk = office::Desk::empty();
    office::writeBytes(desk / "plots.geojson", R"({"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"maldlr": 1}, "geometry": {"type": "Polygon", "coordinates":
        [[[102.80, 22.30], [102.82, 22.30], [102.82, 22.31], [102.80, 22.31], [102.80, 22.30]]]}},
    {"type": "Feature", "properties": {"maldlr": 1}, "geometry": {"type": "Polygon", "coordinates":
        [[[102.81, 22.30], [102.83, 22.30], [102.83, 22.31], [102.81, 22.31], [102.81, 22.30]]]}}]})");
    const auto outcome = desk.import(office::forest({desk / "plots.geojson"}));
    const auto overlaps = office::findingsOf(outcome, "forest.overlap");
    ASSERT_EQ(overlaps.size(), 1u);
    EXPECT_EQ(overlaps[0].row, 2);
    EXPECT_NEAR(std::get<double>(overlaps[0].message.arguments.back().value), 114, 1);  // 1,030 m by 1,107 m
}
