// SPDX-License-Identifier: Apache-2.0
// Two layers made one: whose is what, nothing lost, the same bytes every time.
#include "app/jobs/overlay.hpp"

#include <gtest/gtest.h>

#include <map>

#include "geo/measure/area.hpp"
#include "layers/files/layer_source.hpp"
#include "layers/files/layer_writer.hpp"
#include "tests/app/jobs/office.hpp"

using app::OverlayOperation;
using layers::FieldType;
using layers::LedgerSide;

namespace {

geo::Geometry square(double x, double y, double side) {
    return geo::Geometry::polygon({{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}});
}

void writeFaces(const std::filesystem::path& file, const layers::Schema& schema,
                const std::vector<layers::Feature>& faces, const std::string& crs = "EPSG:9205") {
    layers::LayerToWrite layer;
    layer.name = "faces";
    layer.features =
        layers::streamOver(schema, geo::Crs::fromText(crs), geo::GeometryKind::MultiPolygon, faces);
    geo::Progress progress;
    std::vector<layers::LayerToWrite> all;
    all.push_back(std::move(layer));
    layers::WriteOptions options;
    options.asOf = {2025, 1, 1};
    layers::writeLayers(file, std::move(all), options, progress);
}

layers::Feature face(geo::Geometry shape, std::vector<layers::Value> values) {
    return {asKind(std::move(shape), geo::GeometryKind::MultiPolygon), std::move(values), 0};
}

constexpr double east = 560000;
constexpr double north = 2460000;

/// Soils in two squares of 100 m, owners in two squares shifted by 50 m; both have a field `name`.
class Overlays : public testing::Test {
  protected:
    void SetUp() override {
        writeFaces(soils(), {{"name", FieldType::Text}, {"depth", FieldType::Whole}},
                   {face(square(east, north, 100), {std::string("feralit"), std::int64_t{40}}),
                    face(square(east + 100, north, 100), {std::string("phù sa"), std::int64_t{90}})});
        writeFaces(owners(), {{"name", FieldType::Text}},
                   {face(square(east + 50, north, 100), {std::string("An")}),
                    face(square(east + 150, north, 100), {std::string("Bình")})});
    }
    std::string soils() const { return (m_folder / "soils.gpkg").string(); }
    std::string owners() const { return (m_folder / "owners.gpkg").string(); }
    std::filesystem::path out(const std::string& name = "out.gpkg") const { return m_folder / name; }

    app::Outcome overlay(app::OverlayRequest request) const {
        geo::Progress progress;
        return app::overlayLayers({}, request, progress);
    }
    app::Outcome overlay(OverlayOperation operation) const {
        return overlay({.first = soils(), .second = owners(), .operation = operation, .out = out()});
    }

    office::Folder m_folder;
};

struct Written {
    layers::Schema schema;
    std::vector<layers::Feature> rows;
    std::string text(std::size_t row, const std::string& field) const {
        return layers::textIn(rows[row].values[schema.indexOf(field).value()]);
    }
};

Written readBack(const std::filesystem::path& file) {
    auto source = layers::LayerSource::open(file, {});
    auto stream = source.features();
    Written written{stream.schema, {}};
    for (layers::Feature feature; stream.next(feature);) written.rows.push_back(feature);
    return written;
}

std::map<std::string, double> squareMetresByNames(const Written& written) {
    std::map<std::string, double> area_m2;
    for (std::size_t row = 0; row < written.rows.size(); ++row) {
        area_m2[written.text(row, "name_1") + "/" + written.text(row, "name_2")] +=
            geo::planarArea(written.rows[row].geometry).value;
    }
    return area_m2;
}

using Areas = std::map<std::string, double>;

}  // namespace

TEST_F(Overlays, intersectionHoldsWhatBothCoverWithTheFieldsOfBoth) {
    const auto outcome = overlay(OverlayOperation::Intersection);
    const Written written = readBack(out());
    EXPECT_EQ(squareMetresByNames(written),
              (Areas{{"feralit/An", 5000}, {"phù sa/An", 5000}, {"phù sa/Bình", 5000}}));
    EXPECT_EQ(written.text(0, "depth"), "40");
    EXPECT_EQ(written.text(0, "area_ha"), "0.5");
    EXPECT_EQ(written.text(2, "source_row") + written.text(2, "other_row"), "22");
    EXPECT_EQ(office::area_ha(outcome.ledger, LedgerSide::Lost, "not-shared"), 0.5);
    EXPECT_TRUE(outcome.ledger.balances(1e-12));
}

TEST_F(Overlays, differenceHoldsWhatTheFirstHasAlone) {
    const auto outcome = overlay(OverlayOperation::Difference);
    EXPECT_EQ(squareMetresByNames(readBack(out())), (Areas{{"feralit/", 5000}}));
    EXPECT_EQ(office::area_ha(outcome.ledger, LedgerSide::Lost, "shared"), 1.5);
    EXPECT_TRUE(outcome.ledger.balances(1e-12));
}

TEST_F(Overlays, unionHoldsEveryPieceOfBoth) {
    const auto outcome = overlay(OverlayOperation::Union);
    const Areas wanted{{"feralit/", 5000},
                       {"feralit/An", 5000},
                       {"phù sa/An", 5000},
                       {"phù sa/Bình", 5000},
                       {"/Bình", 5000}};
    EXPECT_EQ(squareMetresByNames(readBack(out())), wanted);
    EXPECT_EQ(outcome.rows.size(), 3U);
    EXPECT_TRUE(outcome.ledger.balances(1e-12));
}

TEST_F(Overlays, saysWhichFieldsItRenamed) {
    const auto renamed = office::findingsOf(overlay(OverlayOperation::Intersection), "overlay.renamed");
    ASSERT_EQ(renamed.size(), 1U);
    EXPECT_EQ(renamed.front().message.arguments[1].value, geo::ArgumentValue(std::string("name_1")));
}

TEST_F(Overlays, namesSliversWithTheirBreadthAndLosesNone) {
    writeFaces(m_folder / "moved.gpkg", {{"owner", FieldType::Text}},
               {face(square(east + 99.5, north - 1, 300), {std::string("An")})});
    const auto outcome =
        overlay({.first = soils(), .second = (m_folder / "moved.gpkg").string(), .out = out()});
    const auto slivers = office::findingsOf(outcome, "overlay.sliver");
    ASSERT_EQ(slivers.size(), 1U);
    EXPECT_EQ(slivers.front().row, 1);
    // 0.5 m by 100 m: 2 · 50 / 201.
    EXPECT_NEAR(std::get<double>(slivers.front().message.arguments[0].value), 0.4975, 1e-3);
    EXPECT_NEAR(office::area_ha(outcome.ledger, LedgerSide::Out, "shared"), 1.005, 1e-6);
}

TEST_F(Overlays, refusesTwoSystems) {
    writeFaces(m_folder / "other.gpkg", {}, {face(square(500000, 2400000, 10), {})}, "EPSG:3405");
    const auto error = office::errorOf(
        [&] { overlay({.first = soils(), .second = (m_folder / "other.gpkg").string(), .out = out()}); });
    EXPECT_EQ(error.message().id, "overlay.other-crs");
    EXPECT_FALSE(std::filesystem::exists(out()));
}

TEST_F(Overlays, refusesWhatIsNotThere) {
    const auto error =
        office::errorOf([&] { overlay({.first = "ruong", .second = owners(), .out = out()}); });
    EXPECT_EQ(error.message().id, "area.source-unknown");
}

TEST_F(Overlays, mendsCrossedRingsAndPassesOverWhatHasNoArea) {
    const auto bowTie = geo::Geometry::polygon(
        {{east, north}, {east + 10, north + 10}, {east + 10, north}, {east, north + 10}});
    const auto flat = geo::Geometry::polygon({{east, north}, {east + 10, north}, {east + 5, north}});
    writeFaces(m_folder / "bad.gpkg", {{"id", FieldType::Whole}},
               {face(bowTie, {std::int64_t{1}}), face(flat, {std::int64_t{2}})});
    const auto outcome =
        overlay({.first = (m_folder / "bad.gpkg").string(), .second = soils(), .out = out()});
    EXPECT_EQ(office::findingsOf(outcome, "shape.repaired").size(), 1U);
    EXPECT_EQ(office::findingsOf(outcome, "area.shape-unusable").size(), 1U);
    EXPECT_NEAR(office::area_ha(outcome.ledger, LedgerSide::Out, "shared"), 0.005, 1e-12);
}

TEST_F(Overlays, givesTheSameBytesForAnyNumberOfThreads) {
    const auto bytes = [&](unsigned threads) {
        overlay({.first = soils(),
                 .second = owners(),
                 .operation = OverlayOperation::Union,
                 .out = out(),
                 .threads = threads});
        return office::bytesOf(out());
    };
    const std::string one = bytes(1);
    EXPECT_EQ(bytes(2), one);
    EXPECT_EQ(bytes(8), one);
}

TEST_F(Overlays, stopsAndLeavesNoFile) {
    std::stop_source stop;
    stop.request_stop();
    geo::Progress progress({}, stop.get_token());
    const app::OverlayRequest request{.first = soils(), .second = owners(), .out = out()};
    const auto error = office::errorOf([&] { app::overlayLayers({}, request, progress); });
    EXPECT_EQ(error.kind(), geo::ErrorKind::Stopped);
    EXPECT_FALSE(std::filesystem::exists(out()));
}

TEST_F(Overlays, dissolveJoinsWhatSharesAClass) {
    geo::Progress progress;
    const auto outcome = app::dissolveLayer({}, {.source = soils(), .field = "", .out = out()}, progress);
    const Written written = readBack(out());
    ASSERT_EQ(written.rows.size(), 1U);
    EXPECT_EQ(written.text(0, "polygons"), "2");
    EXPECT_EQ(written.rows.front().geometry.partCount(), 1U);
    EXPECT_EQ(office::area_ha(outcome.ledger, LedgerSide::Out, "dissolved"), 2);
    EXPECT_TRUE(outcome.ledger.balances(1e-12));
}

TEST_F(Overlays, dissolveKeepsClassesApartAndBooksOverlaps) {
    writeFaces(m_folder / "classes.gpkg", {{"kind", FieldType::Text}},
               {face(square(east, north, 100), {std::string("b")}),
                face(square(east + 50, north, 100), {std::string("b")}),
                face(square(east, north, 100), {std::string("a")})});
    geo::Progress progress;
    const auto outcome = app::dissolveLayer(
        {}, {.source = (m_folder / "classes.gpkg").string(), .field = "KIND", .out = out()}, progress);
    ASSERT_EQ(outcome.rows.size(), 2U);
    EXPECT_EQ(office::text(outcome.rows[0], "class"), "a");
    EXPECT_EQ(office::number(outcome.rows[1], "area_ha"), 1.5);
    EXPECT_EQ(office::area_ha(outcome.ledger, LedgerSide::Lost, "layer-overlaps"), 0.5);
    EXPECT_TRUE(outcome.ledger.balances(1e-12));
}

TEST_F(Overlays, dissolveNamesTheFieldsThereAre) {
    geo::Progress progress;
    const auto error = office::errorOf(
        [&] { app::dissolveLayer({}, {.source = soils(), .field = "loai", .out = out()}, progress); });
    EXPECT_EQ(error.message().id, "area.field-missing");
}
