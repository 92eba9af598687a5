// SPDX-License-Identifier: Apache-2.0
// Areas of any layer by unit and class, from a workspace or from the file itself.
#include "app/jobs/tabulate.hpp"

#include <gtest/gtest.h>

#include <map>

#include "app/jobs/workspace_view.hpp"
#include "geo/measure/area.hpp"
#include "geo/topology/overlay.hpp"
#include "tests/app/jobs/office.hpp"

using layers::LedgerSide;
using layers::UnitLevel;

namespace {

office::Desk deskWithCrossingPlots() {
    auto desk = office::Desk::empty();
    const auto sample = office::crossingSample();
    desk.import(office::units(sample / "xa_phuong_2025.gpkg", layers::Kind::Communes, {2025, 7, 1}));
    desk.import(office::forest(office::plotFiles(sample)));
    return desk;
}

app::Outcome tabulate(const office::Desk& desk, const app::TabulateRequest& request) {
    geo::Progress progress;
    return app::tabulateLayer(desk.project(), request, office::words(), progress);
}

std::string refusalOf(const office::Desk& desk, const app::TabulateRequest& request) {
    return office::errorOf([&] { tabulate(desk, request); }).message().id;
}

/// Hectares of every commune and class, pair by pair.
std::map<std::pair<std::string, std::string>, double> pairByPair(const office::Desk& desk) {
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    const auto shown = [&](layers::Kind kind) {
        return workspace.readLayer(app::shownLayers(workspace, desk.project(), kind).front().id);
    };
    std::map<std::pair<std::string, std::string>, double> area_ha;
    auto communes = shown(layers::Kind::Communes);
    for (layers::Feature commune; communes.next(commune);) {
        auto plots = shown(layers::Kind::Forest);
        for (layers::Feature plot; plots.next(plot);) {
            if (!plot.geometry.extent().intersects(commune.geometry.extent())) continue;
            const auto shared = geo::intersectionOf(plot.geometry, commune.geometry);
            if (!shared.isPolygonal()) continue;
            area_ha[{layers::textIn(commune.values[*communes.schema.indexOf("code")]),
                     layers::textIn(plot.values[*plots.schema.indexOf("ldlr")])}] +=
                geo::toHectares(geo::planarArea(shared)).value;
        }
    }
    return area_ha;
}

}  // namespace

TEST(Tabulate, isTheSumOfEveryIntersectionByUnitAndClass) {
    const auto desk = deskWithCrossingPlots();
    const auto outcome = tabulate(desk, {.source = "forest", .classField = "ldlr"});
    auto truth = pairByPair(desk);
    for (const auto& row : outcome.rows) {
        const auto key = std::pair(office::text(row, "code"), office::text(row, "class"));
        if (key.first.empty()) continue;
        EXPECT_NEAR(office::number(row, "area_ha").value_or(-1), truth[key], 1e-6 + 1e-6 * truth[key])
            << key.first << ' ' << key.second;
        truth.erase(key);
    }
    for (const auto& [key, area_ha] : truth) EXPECT_LT(area_ha, 1e-6) << key.first << ' ' << key.second;
    EXPECT_TRUE(outcome.ledger.balances(1e-9));
}

TEST(Tabulate, readsAGeoPackageWithoutImportingIt) {
    const auto desk = deskWithCrossingPlots();
    const auto file = office::crossingSample() / "xa_phuong_2025.gpkg";
    const auto inFile = tabulate(desk, {.source = file.string()});
    const auto inWorkspace = tabulate(desk, {.source = "communes"});
    ASSERT_EQ(inFile.rows.size(), 38u);
    EXPECT_EQ(office::number(inFile.rows.front(), "area_ha"),
              office::number(inWorkspace.rows.front(), "area_ha"));
    EXPECT_EQ(inFile.ledger, inWorkspace.ledger);
}

TEST(Tabulate, measuresOnTheEllipsoidWhenAsked) {
    const auto desk = deskWithCrossingPlots();
    const auto plane = tabulate(desk, {.source = "communes"});
    const auto curved = tabulate(desk, {.source = "communes", .area = app::AreaKind::Ellipsoidal});
    const double ratio =
        *office::number(curved.rows.front(), "area_ha") / *office::number(plane.rows.front(), "area_ha");
    EXPECT_NE(ratio, 1);
    // The scale of TM-3 is 0.9999 on its meridian and at most 1.0003 in the province; areas go with its
    // square.
    EXPECT_NEAR(ratio, 1, 8e-4);
}

TEST(Tabulate, writesTheTableItShows) {
    const auto desk = deskWithCrossingPlots();
    const auto outcome = tabulate(desk, {.source = "forest", .classField = "ldlr", .out = desk / "rung.csv"});
    const std::string written = office::bytesOf(desk / "rung.csv");
    EXPECT_TRUE(written.starts_with("code,name,class,polygons,area_ha,area_kind,units_on\r\n"));
    EXPECT_EQ(std::ranges::count(written, '\n'), static_cast<std::ptrdiff_t>(outcome.rows.size()) + 1);
}

TEST(Tabulate, namesTheLayersThereAreForOneThatIsNot) {
    const auto desk = deskWithCrossingPlots();
    EXPECT_EQ(refusalOf(desk, {.source = "ruong"}), "area.source-unknown");
    EXPECT_EQ(refusalOf(desk, {.source = "/nowhere/rung.gpkg"}), "area.source-unknown");
    EXPECT_EQ(refusalOf(desk, {.source = "forest", .classField = "loai"}), "area.field-missing");
}

TEST(Tabulate, refusesAPictureForATable) {
    const auto desk = deskWithCrossingPlots();
    EXPECT_EQ(refusalOf(desk, {.source = "forest", .out = desk / "rung.png"}), "area.not-a-table");
}
