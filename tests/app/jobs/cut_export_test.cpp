// SPDX-License-Identifier: Apache-2.0
// Plots handed over cut by commune: every piece with its unit, every hectare accounted for.
#include "app/jobs/cut_export.hpp"

#include <gtest/gtest.h>

#include <map>

#include "app/jobs/tabulate.hpp"
#include "geo/measure/area.hpp"
#include "layers/files/layer_source.hpp"
#include "tests/app/jobs/office.hpp"

using layers::LedgerSide;

namespace {

/// 600 plots that ignore the borders of 38 communes.
office::Desk deskWithCrossingPlots() {
    auto desk = office::Desk::empty();
    const auto sample = office::crossingSample();
    desk.import(office::units(sample / "xa_phuong_2025.gpkg", layers::Kind::Communes, {2025, 7, 1}));
    desk.import(office::forest(office::plotFiles(sample)));
    return desk;
}

app::Outcome exported(const office::Desk& desk, const app::CutExportRequest& request) {
    geo::Progress progress;
    return app::exportCutLayer(desk.project(), request, progress);
}

struct Written {
    layers::Schema schema;
    std::vector<layers::Feature> rows;
    const layers::Value& value(const layers::Feature& row, const std::string& field) const {
        return row.values[schema.indexOf(field).value()];
    }
};

Written readBack(const std::filesystem::path& file) {
    auto source = layers::LayerSource::open(file, {});
    auto stream = source.features();
    Written written{stream.schema, {}};
    for (layers::Feature feature; stream.next(feature);) written.rows.push_back(feature);
    return written;
}

}  // namespace

TEST(CutExport, givesEveryUnitTheAreaThatTabulationMeasures) {
    const auto desk = deskWithCrossingPlots();
    exported(desk, {.layer = "forest", .out = desk / "cut.gpkg"});
    const Written written = readBack(desk / "cut.gpkg");
    std::map<std::string, double> area_ha;
    for (const auto& row : written.rows) {
        area_ha[layers::textIn(written.value(row, "unit_code"))] +=
            geo::toHectares(geo::planarArea(row.geometry)).value;
    }
    geo::Progress progress;
    const auto table = app::tabulateLayer(desk.project(), {.source = "forest"}, office::words(), progress);
    for (const auto& row : table.rows) {
        // Pieces stand on a grid of a millimetre: a square metre for every kilometre of border.
        EXPECT_NEAR(area_ha[office::text(row, "code")], office::number(row, "area_ha").value_or(-1), 1e-3)
            << office::text(row, "code");
    }
}

TEST(CutExport, keepsTheFieldsOfTheLayerAndNamesUnitAreaAndRow) {
    const auto desk = deskWithCrossingPlots();
    exported(desk, {.layer = "forest", .out = desk / "cut.gpkg"});
    const Written written = readBack(desk / "cut.gpkg");
    for (const char* field : {"maldlr", "ldlr", "unit_code", "unit_name", "area_ha", "source_row"}) {
        EXPECT_TRUE(written.schema.indexOf(field)) << field;
    }
    EXPECT_GT(written.rows.size(), 600U);
    for (const auto& row : written.rows) {
        const double area_ha = layers::numberIn(written.value(row, "area_ha")).value_or(-1);
        EXPECT_NEAR(area_ha, geo::toHectares(geo::planarArea(row.geometry)).value, 1e-9);
        EXPECT_GE(layers::numberIn(written.value(row, "source_row")).value_or(0), 1);
    }
}

TEST(CutExport, balancesToTheSquareMillimetre) {
    const auto desk = deskWithCrossingPlots();
    const auto outcome = exported(desk, {.layer = "forest", .out = desk / "cut.gpkg"});
    EXPECT_TRUE(outcome.ledger.balances(1e-9)) << outcome.ledger.imbalance();
    EXPECT_GT(office::area_ha(outcome.ledger, LedgerSide::Out, "in-units"), 0);
    double rows_ha = 0;
    for (const auto& row : outcome.rows) rows_ha += office::number(row, "area_ha").value_or(0);
    EXPECT_NEAR(rows_ha, outcome.ledger.total(LedgerSide::Out), 1e-9);
}

TEST(CutExport, givesTheSameBytesForAnyNumberOfThreads) {
    const auto desk = deskWithCrossingPlots();
    const auto bytes = [&](unsigned threads) {
        exported(desk, {.layer = "forest", .out = desk / "cut.gpkg", .threads = threads});
        return office::bytesOf(desk / "cut.gpkg");
    };
    const std::string one = bytes(1);
    EXPECT_EQ(bytes(2), one);
    EXPECT_EQ(bytes(8), one);
}

TEST(CutExport, stopsAndLeavesTheOldFileWhole) {
    const auto desk = deskWithCrossingPlots();
    office::writeBytes(desk / "cut.gpkg", "old");
    std::stop_source stop;
    stop.request_stop();
    geo::Progress progress({}, stop.get_token());
    const app::CutExportRequest request{.layer = "forest", .out = desk / "cut.gpkg"};
    const auto error = office::errorOf([&] { app::exportCutLayer(desk.project(), request, progress); });
    EXPECT_EQ(error.kind(), geo::ErrorKind::Stopped);
    EXPECT_EQ(office::bytesOf(desk / "cut.gpkg"), "old");
}

TEST(CutExport, namesTheLayersThereAreForOneThatIsNot) {
    const auto desk = deskWithCrossingPlots();
    const auto error = office::errorOf([&] { exported(desk, {.layer = "ruong", .out = desk / "cut.gpkg"}); });
    EXPECT_EQ(error.message().id, "area.source-unknown");
}
