// SPDX-License-Identifier: Apache-2.0
// Files of points given their units and what is near, nothing lost on the way.
#include "app/jobs/point_locations.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "app/jobs/point_batches.hpp"
#include "app/jobs/where.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/crs/transform.hpp"
#include "geo/topology/points.hpp"
#include "layers/files/layer_writer.hpp"
#include "layers/files/table_file.hpp"
#include "tests/app/jobs/field_ground.hpp"

using layers::LedgerSide;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

app::Outcome located(const office::Desk& desk, const app::PointLocationRequest& request) {
    geo::Progress progress;
    return app::locatePoints(desk.project(), request, progress);
}

app::FieldFile fieldFile(const std::filesystem::path& path, const std::string& crs = {}) {
    app::FieldFile file{.path = path, .crs = {}, .decimal = {}, .layerName = {}};
    if (!crs.empty()) file.crs = geo::Crs::fromText(crs);
    return file;
}

app::FieldFile written(const office::Desk& desk, const std::string& text, const std::string& crs = {}) {
    office::writeBytes(desk / "diem.csv", text);
    return fieldFile(desk / "diem.csv", crs);
}

std::int64_t countOf(const std::vector<layers::LedgerEntry>& side, const std::string& reason) {
    for (const layers::LedgerEntry& entry : side)
        if (entry.reason == reason) return entry.count;
    return 0;
}

std::string refusalOf(const office::Desk& desk, const app::PointLocationRequest& request) {
    return office::errorOf([&] { located(desk, request); }).message().id;
}

/// Over the communes and around them, the same each time.
std::vector<geo::Coordinate> randomPoints(std::size_t count) {
    std::mt19937_64 random(20'250'701);
    std::uniform_real_distribution<double> lon(102.2, 104.1);
    std::uniform_real_distribution<double> lat(21.5, 22.9);
    std::vector<geo::Coordinate> points(count);
    for (geo::Coordinate& point : points) point = {lon(random), lat(random)};
    return points;
}

/// A layer of points with one field, in a file of that name.
std::filesystem::path layerFile(const office::Desk& desk, const std::string& name, const geo::Crs& crs,
                                const std::vector<geo::Coordinate>& points) {
    std::vector<layers::Feature> features;
    for (const geo::Coordinate point : points) {
        const auto number = static_cast<std::int64_t>(features.size()) + 1;
        const bool isPlaced = std::isfinite(point.x);
        features.push_back({isPlaced ? geo::Geometry::point(point) : geo::Geometry(), {number}, number});
    }
    std::vector<layers::LayerToWrite> layers(1);
    layers.front().name = "diem";
    layers.front().features =
        layers::streamOver({{"so", layers::FieldType::Whole}}, crs, geo::GeometryKind::Point, features);
    geo::Progress progress;
    layers::WriteOptions options;
    options.asOf = {2025, 7, 1};
    layers::writeLayers(desk / name, std::move(layers), options, progress);
    return desk / name;
}

/// Codes of the units, point by point, by PROJ and a look at every unit.
std::vector<std::string> unitsByLooking(const office::Desk& desk,
                                        const std::vector<geo::Coordinate>& points) {
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    const geo::Transform toPlane(geo::Crs::fromText("EPSG:4326"), workspace.settings().crs);
    const auto record = app::shownLayers(workspace, desk.project(), layers::Kind::Communes).front();
    std::vector<layers::Feature> communes;
    auto stream = workspace.readLayer(record.id);
    for (layers::Feature feature; stream.next(feature);) communes.push_back(feature);
    std::vector<std::string> codes;
    for (const geo::Coordinate point : points) {
        const geo::Coordinate at = toPlane.apply(point);
        codes.emplace_back();
        for (const layers::Feature& commune : communes) {
            if (!geo::containsPoint(commune.geometry, at)) continue;
            codes.back() = layers::textIn(commune.values[*record.schema.indexOf("code")]);
            break;
        }
    }
    return codes;
}

std::vector<std::string> columnOf(const layers::Table& table, const std::string& name) {
    std::vector<std::string> cells;
    for (const auto& row : table.rows) cells.push_back(layers::textIn(row[*table.schema.indexOf(name)]));
    return cells;
}

office::Desk deskWithCommunes() {
    auto desk = office::Desk::empty();
    desk.import(office::units(office::crossingSample() / "xa_phuong_2025.gpkg", layers::Kind::Communes,
                              {2025, 7, 1}));
    return desk;
}

}  // namespace

TEST(LocatePoints, keepsEveryFieldAndAddsTheUnit) {
    const auto desk = office::Desk::full();
    const auto outcome = located(
        desk, {.points = written(desk, "ten,kinh_do,vi_do\n\"A, B\",103.4582,22.3964\nC,105.85,21.03\n"),
               .out = desk / "ra.csv"});
    EXPECT_EQ(office::bytesOf(desk / "ra.csv"),
              "ten,kinh_do,vi_do,unit_code,unit_name\r\n"
              "\"A, B\",103.4582,22.3964,03408,Phường Tân Phong\r\n"
              "C,105.85,21.03,,\r\n");
    EXPECT_EQ(outcome.files, (std::vector{desk / "ra.csv"}));
    EXPECT_TRUE(outcome.findings.empty());
}

TEST(LocatePoints, aLedgerSaysWhereEveryPointWent) {
    const auto desk = office::Desk::full();
    const auto outcome = located(desk, {.points = written(desk,
                                                          "lon,lat\n103.4582,22.3964\n103.4582,22.3964\n"
                                                          "105.85,21.03\n,22\nx,22\n103.4582,97\n"),
                                        .out = desk / "ra.csv"});
    EXPECT_EQ(countOf(outcome.ledger.in, "points"), 6);
    EXPECT_EQ(countOf(outcome.ledger.out, "in-units"), 2);
    EXPECT_EQ(countOf(outcome.ledger.lost, "outside-all-units"), 1);
    EXPECT_EQ(countOf(outcome.ledger.lost, "no-position"), 3);
    ASSERT_EQ(outcome.rows.size(), 2u);
    EXPECT_EQ(office::number(office::rowWith(outcome, "code", "03408"), "points"), 2);
    EXPECT_EQ(office::number(office::rowWith(outcome, "code", ""), "points"), 1);
}

TEST(LocatePoints, aRowWithoutPositionIsAFindingAndStaysInTheFile) {
    const auto desk = office::Desk::full();
    const auto outcome =
        located(desk, {.points = written(desk, "lon,lat\n103.4582,22.3964\n,22\n103.4582,97\nnan,nan\n"),
                       .out = desk / "ra.csv"});
    const auto missing = office::findingsOf(outcome, "point.no-position");
    ASSERT_EQ(missing.size(), 2u);
    EXPECT_EQ(missing[0].row, 2);
    EXPECT_EQ(missing[1].row, 4);
    EXPECT_EQ(missing[0].source, "diem.csv");
    EXPECT_EQ(office::findingsOf(outcome, "point.not-on-earth").front().row, 3);
    EXPECT_EQ(layers::readTable(desk / "ra.csv").rows.size(), 4u);
}

TEST(LocatePoints, findsWhatProjAndALookAtEveryUnitFindBeyondOneBatch) {
    const auto desk = deskWithCommunes();
    auto points = randomPoints(2'000);
    const auto truth = unitsByLooking(desk, points);
    std::vector<geo::Coordinate> many;
    while (many.size() < app::pointsInABatch + 3'000) many.insert(many.end(), points.begin(), points.end());
    const auto file = layerFile(desk, "diem.gpkg", geo::Crs::fromText("EPSG:4326"), many);
    const auto outcome = located(desk, {.points = fieldFile(file), .out = desk / "ra.csv"});
    const auto codes = columnOf(layers::readTable(desk / "ra.csv"), "unit_code");
    ASSERT_EQ(codes.size(), many.size());
    std::size_t inside = 0;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        ASSERT_EQ(codes[i], truth[i % truth.size()]) << i;
        inside += codes[i].empty() ? 0U : 1U;
    }
    EXPECT_EQ(countOf(outcome.ledger.out, "in-units"), static_cast<std::int64_t>(inside));
    EXPECT_EQ(countOf(outcome.ledger.in, "points"), static_cast<std::int64_t>(many.size()));
}

TEST(LocatePoints, namesTheNearestSiteAndHowFarItIs) {
    const auto desk = office::deskWithPlaces();
    located(desk, {.points = written(desk, "lon,lat\n103.4582,22.3964\n105.85,21.03\n"),
                   .nearest = layers::Kind::Landfills,
                   .out = desk / "ra.csv"});
    const auto table = layers::readTable(desk / "ra.csv");
    EXPECT_EQ(columnOf(table, "nearest_m"), (std::vector<std::string>{"300", ""}));
    EXPECT_FALSE(columnOf(table, "nearest_name")[0].empty());
    EXPECT_EQ(columnOf(table, "nearest_name")[1], "");
}

TEST(LocatePoints, looksNoFartherThanAsked) {
    const auto desk = office::deskWithPlaces();
    const auto points = written(desk, "lon,lat\n103.4582,22.3964\n");
    located(desk, {.points = points,
                   .nearest = layers::Kind::Rivers,
                   .within = geo::Metres{149},
                   .out = desk / "gan.csv"});
    located(desk, {.points = points,
                   .nearest = layers::Kind::Rivers,
                   .within = geo::Metres{151},
                   .out = desk / "xa.csv"});
    EXPECT_EQ(columnOf(layers::readTable(desk / "gan.csv"), "nearest_name"), (std::vector<std::string>{""}));
    EXPECT_EQ(columnOf(layers::readTable(desk / "xa.csv"), "nearest_name"),
              (std::vector<std::string>{"Nậm Thử"}));
}

TEST(LocatePoints, aLayerStaysALayerInItsOwnSystem) {
    const auto desk = office::Desk::full();
    const auto plane = geo::Crs::fromText("EPSG:9205");
    const auto file = layerFile(desk, "diem.gpkg", plane, {office::capital, {unknown, unknown}, {1, 2}});
    located(desk, {.points = fieldFile(file), .out = desk / "ra.gpkg"});
    auto source = layers::LayerSource::open(desk / "ra.gpkg", {});
    auto stream = source.features();
    EXPECT_EQ(stream.crs, plane);
    layers::Feature row;
    ASSERT_TRUE(stream.next(row));
    EXPECT_EQ(row.geometry, geo::Geometry::point(office::capital));
    EXPECT_EQ(layers::textIn(row.values[*stream.schema.indexOf("so")]), "1");
    EXPECT_EQ(layers::textIn(row.values[*stream.schema.indexOf("unit_code")]), "03408");
    ASSERT_TRUE(stream.next(row));
    EXPECT_TRUE(row.geometry.isEmpty());
}

TEST(LocatePoints, aLayerAsATableIsGivenItsCoordinates) {
    const auto desk = office::Desk::full();
    const auto file = layerFile(desk, "diem.gpkg", geo::Crs::fromText("EPSG:4326"),
                                {office::capital_deg, {unknown, unknown}});
    located(desk, {.points = fieldFile(file), .out = desk / "ra.csv"});
    EXPECT_EQ(office::bytesOf(desk / "ra.csv"),
              "so,lon,lat,unit_code,unit_name\r\n1,103.4582,22.3964,03408,Phường Tân Phong\r\n2,,,,\r\n");
}

TEST(LocatePoints, writesEveryFormatThatLayersAndTablesAreWrittenIn) {
    const auto desk = office::Desk::full();
    const auto points = written(desk, "ten,lon,lat\nA,103.4582,22.3964\nB,,\n");
    for (const char* name : {"ra.xlsx", "ra.shp", "ra.geojson", "ra.gpkg"}) {
        located(desk, {.points = points, .out = desk / name});
        auto source = layers::LayerSource::open(desk / name, {});
        auto stream = source.features();
        layers::Feature row;
        ASSERT_TRUE(stream.next(row)) << name;
        EXPECT_EQ(layers::textIn(row.values[*stream.schema.indexOf("unit_code")]), "03408") << name;
        EXPECT_TRUE(stream.next(row)) << name;
    }
}

TEST(LocatePoints, readsTheWaypointsOfAReceiver) {
    const auto desk = office::Desk::full();
    office::writeBytes(desk / "diem.gpx",
                       "<?xml version=\"1.0\"?><gpx version=\"1.1\" creator=\"x\" "
                       "xmlns=\"http://www.topografix.com/GPX/1/1\">"
                       "<wpt lat=\"22.3964\" lon=\"103.4582\"><name>A</name></wpt></gpx>");
    const auto outcome = located(desk, {.points = fieldFile(desk / "diem.gpx"), .out = desk / "ra.csv"});
    EXPECT_EQ(office::number(office::rowWith(outcome, "code", "03408"), "points"), 1);
}

TEST(LocatePoints, axesAreReadInTheOrderThatPutsThePointsIntoTheProvince) {
    const auto desk = office::Desk::full();
    // X is north on Vietnamese papers.
    const auto outcome =
        located(desk, {.points = written(desk, "X,Y\n2477623.887,546981.276\n2477623,546981\n", "EPSG:9205"),
                       .out = desk / "ra.csv"});
    EXPECT_EQ(countOf(outcome.ledger.out, "in-units"), 2);
    EXPECT_EQ(office::findingsOf(outcome, "coordinates.xy-read-as").size(), 1u);
}

TEST(LocatePoints, fieldsThatHaveTheNameAlreadyKeepIt) {
    const auto desk = office::Desk::full();
    located(desk,
            {.points = written(desk, "lon,lat,unit_code\n103.4582,22.3964,99\n"), .out = desk / "ra.csv"});
    EXPECT_TRUE(office::bytesOf(desk / "ra.csv").starts_with("lon,lat,unit_code,unit_code_1,unit_name\r\n"));
}

TEST(LocatePoints, formerUnitsAnswerForTheirDay) {
    const auto desk = office::Desk::full();
    const auto outcome = located(desk, {.points = written(desk, "lon,lat\n103.4582,22.3964\n"),
                                        .level = layers::UnitLevel::District,
                                        .unitsOn = geo::Date{2024, 12, 31},
                                        .out = desk / "ra.csv"});
    EXPECT_EQ(office::number(office::rowWith(outcome, "code", "105"), "points"), 1);
}

TEST(LocatePoints, aProvinceIsOneRowHoweverManyShapesItHas) {
    const auto desk = deskWithCommunes();
    const auto file = layerFile(desk, "diem.gpkg", geo::Crs::fromText("EPSG:4326"), randomPoints(500));
    const auto outcome = located(
        desk, {.points = fieldFile(file), .level = layers::UnitLevel::Province, .out = desk / "ra.csv"});
    ASSERT_EQ(outcome.rows.size(), 2u);
    EXPECT_EQ(office::number(outcome.rows[0], "points").value_or(0) +
                  office::number(outcome.rows[1], "points").value_or(0),
              500);
}

TEST(LocatePoints, tellsAThousandFaultyRowsAndCountsTheRest) {
    const auto desk = office::Desk::full();
    std::string text = "lon,lat\n103.4582,22.3964\n";
    for (int i = 0; i < 1'200; ++i) text += "x,22\n";
    const auto outcome = located(desk, {.points = written(desk, text), .out = desk / "ra.csv"});
    EXPECT_EQ(office::findingsOf(outcome, "point.no-position").size(), 1'000u);
    const auto more = office::findingsOf(outcome, "where.points-more-findings");
    ASSERT_EQ(more.size(), 1u);
    EXPECT_EQ(more.front().message.arguments.front(), (geo::Argument{"count", std::int64_t{200}}));
}

TEST(LocatePoints, whatCannotBeDoneIsRefusedAndTheOldFileStands) {
    const auto desk = office::Desk::full();
    const auto points = written(desk, "lon,lat\n103.4582,22.3964\n");
    office::writeBytes(desk / "ra.csv", "old");
    EXPECT_EQ(refusalOf(desk, {.points = points, .out = desk / "ra.gpx"}), "export.format-unknown");
    EXPECT_EQ(refusalOf(desk, {.points = points, .nearest = layers::Kind::Mines, .out = desk / "ra.csv"}),
              "compute.no-layers");
    EXPECT_EQ(refusalOf(desk, {.points = points, .within = geo::Metres{-1}, .out = desk / "ra.csv"}),
              "where.within-not-positive");
    EXPECT_EQ(refusalOf(desk, {.points = written(desk, "a,b\n1,2\n"), .out = desk / "ra.csv"}),
              "check.no-coordinates");
    EXPECT_EQ(refusalOf(desk, {.points = written(desk, "X,Y\n1,2\n"), .out = desk / "ra.csv"}),
              "import.coordinates-no-crs");
    EXPECT_EQ(refusalOf(desk, {.points = fieldFile(office::crossingSample() / "xa_phuong_2025.gpkg"),
                               .out = desk / "ra.csv"}),
              "check.not-points");
    EXPECT_EQ(office::bytesOf(desk / "ra.csv"), "old");
}

TEST(LocatePoints, stopsWhenAskedAndLeavesNothingBehind) {
    const auto desk = office::Desk::full();
    std::stop_source stop;
    stop.request_stop();
    geo::Progress progress({}, stop.get_token());
    const app::PointLocationRequest request{.points = written(desk, "lon,lat\n103.4582,22.3964\n"),
                                            .out = desk / "ra.csv"};
    const auto error = office::errorOf([&] { app::locatePoints(desk.project(), request, progress); });
    EXPECT_EQ(error.kind(), geo::ErrorKind::Stopped);
    EXPECT_FALSE(std::filesystem::exists(desk / "ra.csv"));
}
