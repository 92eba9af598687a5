// SPDX-License-Identifier: Apache-2.0
// Plots that ignore borders, against intersections computed pair by pair.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <sstream>

#include "app/jobs/workspace_view.hpp"
#include "geo/measure/area.hpp"
#include "geo/topology/overlay.hpp"
#include "layers/indicators/forest_plots.hpp"
#include "tests/app/jobs/office.hpp"

using app::CoverMethod;
using layers::UnitLevel;

namespace {

constexpr double relative = 1e-6;

office::Desk crossingDesk() {
    auto desk = office::Desk::empty();
    const auto sample = office::crossingSample();
    desk.import(office::units(sample / "xa_phuong_2025.gpkg", layers::Kind::Communes, {2025, 7, 1}));
    desk.import(office::forest(office::plotFiles(sample)));
    return desk;
}

/// Every code that counts, rubber or not, so that the code alone decides.
app::ComputeRequest everyForest() {
    auto request = office::cover(UnitLevel::Commune, CoverMethod::Overlay);
    request.rubber = layers::RubberRule::In;
    return request;
}

std::vector<layers::Feature> featuresOf(const office::Desk& desk, layers::Kind kind, layers::Schema& schema) {
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    auto stream = workspace.readLayer(app::shownLayers(workspace, desk.project(), kind).front().id);
    schema = stream.schema;
    std::vector<layers::Feature> features;
    for (layers::Feature feature; stream.next(feature);) features.push_back(feature);
    return features;
}

/// Codes 1 to 71 count (the inventory's own list).
bool isForest(const layers::Feature& plot, const layers::ForestFields& fields) {
    const auto code = layers::wholeNumberIn(plot.values[*fields.maldlr]).value_or(0);
    return code >= 1 && code <= 71;
}

std::map<std::string, double> pairByPair(const office::Desk& desk) {
    layers::Schema communeSchema;
    layers::Schema plotSchema;
    const auto communes = featuresOf(desk, layers::Kind::Communes, communeSchema);
    const auto plots = featuresOf(desk, layers::Kind::Forest, plotSchema);
    const auto fields = layers::forestFieldsOf(plotSchema);
    std::map<std::string, double> area_m2;
    for (const auto& plot : plots) {
        if (!isForest(plot, fields)) continue;
        for (const auto& commune : communes) {
            if (!plot.geometry.extent().intersects(commune.geometry.extent())) continue;
            const auto shared = geo::intersectionOf(plot.geometry, commune.geometry);
            if (shared.isPolygonal()) {
                area_m2[layers::textIn(commune.values[*communeSchema.indexOf("code")])] += geo::planarArea(shared).value;
            }
        }
    }
    return area_m2;
}

std::string tableOf(const office::Desk& desk, layers::Kind kind) {
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    return layers::wordOf(kind) + '_' + std::to_string(app::shownLayers(workspace, desk.project(), kind).front().id);
}

/// By another program altogether; empty when it is not installed.
std::string askOgr2ogr(const office::Desk& desk) {
    if (std::system("command -v ogr2ogr >/dev/null 2>&1") != 0) return {};
    const auto answer = desk / "answer.csv";
    const std::string communes = tableOf(desk, layers::Kind::Communes);
    const std::string forest = tableOf(desk, layers::Kind::Forest);
    const std::string command = "ogr2ogr -f CSV '" + answer.string() + "' '" + desk.project().workspace.string() +
                                "' -dialect sqlite -sql \"SELECT c.code AS code, SUM(ST_Area(ST_Intersection(c.geom, p.geom))) AS m2 FROM " +
                                communes + " c, " + forest +
                                " p WHERE p.maldlr BETWEEN 1 AND 71 AND ST_Intersects(c.geom, p.geom) GROUP BY c.code\"";
    EXPECT_EQ(std::system(command.c_str()), 0);
    return office::bytesOf(answer);
}

std::map<std::string, double> parsed(const std::string& csv) {
    std::map<std::string, double> area_m2;
    std::istringstream lines(csv);
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        const auto comma = line.find(',');
        std::string code = line.substr(0, comma);
        std::erase(code, '"');
        area_m2[code] = std::stod(line.substr(comma + 1));
    }
    return area_m2;
}

void expectSame(const app::Outcome& outcome, const std::map<std::string, double>& area_m2) {
    ASSERT_EQ(area_m2.size(), 38u);
    for (const auto& [code, area] : area_m2) {
        const auto forest_ha = office::number(office::rowWith(outcome, "code", code), "numerator");
        EXPECT_NEAR(forest_ha.value_or(-1), area / 10'000, relative * area / 10'000) << code;
    }
}

}  // namespace

TEST(CrossingPlots, overlayIsTheSumOfEveryIntersection) {
    auto desk = crossingDesk();
    expectSame(desk.compute(everyForest()), pairByPair(desk));
}

TEST(CrossingPlots, overlayIsWhatOgr2ogrComputes) {
    auto desk = crossingDesk();
    const std::string csv = askOgr2ogr(desk);
    if (csv.empty()) GTEST_SKIP() << "ogr2ogr is not installed";
    expectSame(desk.compute(everyForest()), parsed(csv));
}

TEST(CrossingPlots, theLedgerBalancesAndNamesWhatLiesOutside) {
    auto desk = crossingDesk();
    const auto outcome = desk.compute(everyForest());
    EXPECT_TRUE(outcome.ledger.balances({1e-6}));
    double forest_ha = 0;
    for (const app::Row& row : outcome.rows) forest_ha += office::number(row, "numerator").value_or(0);
    EXPECT_NEAR(office::area_ha(outcome.ledger, layers::LedgerSide::Out, "counts"), forest_ha, 1e-3);
    EXPECT_GT(office::area_ha(outcome.ledger, layers::LedgerSide::Lost, "outside-all-zones"), 0);
}

TEST(CrossingPlots, selfCrossingOnesAreRepairedAndListedByRow) {
    auto desk = office::Desk::empty();
    const auto outcome = desk.import(office::forest(office::plotFiles(office::crossingSample())));
    const auto repaired = office::findingsOf(outcome, "shape.repaired");
    ASSERT_FALSE(repaired.empty());
    for (const auto& finding : repaired) EXPECT_GT(finding.row, 0);
    EXPECT_TRUE(outcome.ledger.balances({1e-6}));
}
