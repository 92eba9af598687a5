// SPDX-License-Identifier: Apache-2.0
// Plots of the sample declare communes of before July 2025; their day is found and held against what is told.
#include "app/jobs/plot_epoch.hpp"

#include <gtest/gtest.h>

#include "app/jobs/info.hpp"
#include "app/jobs/workspace_view.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

app::ImportRequest plotsOf2026() {
    return office::forest(office::plotFiles(office::nestedSample()), {2025, 12, 31});
}

std::set<std::string> epochsOf(const office::Desk& desk) {
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    std::set<std::string> epochs;
    for (const auto& record : app::shownLayers(workspace, desk.project(), layers::Kind::Forest))
        epochs.insert(geo::isoText(*record.epoch));
    return epochs;
}

TEST(PlotEpoch, isWhatTheirCommunesSayAndNotTheDayOfTheData) {
    auto desk = office::Desk::empty();
    desk.import(plotsOf2026());
    EXPECT_EQ(epochsOf(desk), (std::set<std::string>{"2025-06-30"}));
}

TEST(PlotEpoch, givesTheSameRegisterHoweverLateTheLayerComes) {
    auto early = office::Desk::full();
    auto late = office::Desk::empty();
    late.import(plotsOf2026());
    const auto asked = office::cover(layers::UnitLevel::Province, app::CoverMethod::Register);
    EXPECT_EQ(office::number(early.compute(asked).rows[0], "numerator"),
              office::number(late.compute(asked).rows[0], "numerator"));
}

TEST(PlotEpoch, toldAgainstThePlotsIsRefusedWithEveryCommune) {
    auto desk = office::Desk::empty();
    auto request = plotsOf2026();
    request.epoch = geo::Date{2025, 7, 1};
    const auto before = desk.project();
    const auto outcome = desk.import(request);
    ASSERT_TRUE(outcome.refusal);
    EXPECT_EQ(outcome.refusal->id, "import.mis-join-plots");
    EXPECT_EQ(outcome.findings.size(), 104u);
    EXPECT_EQ(outcome.project, before);
}

TEST(PlotEpoch, toldAgainstThePlotsIsKeptWhenSomebodyInsists) {
    auto desk = office::Desk::empty();
    auto request = plotsOf2026();
    request.epoch = geo::Date{2025, 7, 1};
    request.isEpochAccepted = true;
    EXPECT_FALSE(desk.import(request).refusal);
    EXPECT_EQ(epochsOf(desk), (std::set<std::string>{"2025-07-01"}));
}

/// Squares of ten hectares in the west of the province, each with the commune it declares.
const char* const mixedPlots =
    "maxa,xa,mahuyen,tk,khoanh,lo,maldlr,dtich,wkt\n"
    "03436,Xã Thu Lũm,107,1,1,1,1,10,\"POLYGON((440000 2500000,440300 2500000,440300 2500300,440000 "
    "2500000))\"\n"
    "03439,Xã Ka Lăng,107,1,1,2,1,20,\"POLYGON((441000 2500000,441300 2500000,441300 2500300,441000 "
    "2500000))\"\n"
    "03469,Xã Kan Hồ,107,1,1,3,1,30,\"POLYGON((442000 2500000,442300 2500000,442300 2500300,442000 "
    "2500000))\"\n"
    "03439,Xã Thu Lũm,,1,1,4,1,7,\"POLYGON((443000 2500000,443300 2500000,443300 2500300,443000 "
    "2500000))\"\n";

TEST(PlotEpoch, ofOnePlotIsItsOwnWhereItsWordsFitOneTimeOnly) {
    auto desk = office::Desk::empty();
    office::writeBytes(desk / "lo.csv", mixedPlots);
    auto request = office::forest({desk / "lo.csv"});
    request.crs = geo::Crs::fromText("EPSG:9205");
    const auto outcome = desk.import(request);
    EXPECT_EQ(office::findingsOf(outcome, "forest.commune-of-other-epoch").size(), 1u);
    const auto figures = desk.compute(
        office::cover(layers::UnitLevel::Commune, app::CoverMethod::Register, geo::Date{2025, 7, 1}));
    // 10 ha of Thu Lũm and 20 of Ka Lăng were carried into today's Thu Lũm, which declares 7 itself.
    const auto& lost = figures.ledger.lost;
    EXPECT_TRUE(std::ranges::none_of(
        lost, [](const layers::LedgerEntry& entry) { return entry.reason == "unknown-commune"; }));
    EXPECT_EQ(office::number(office::rowWith(figures, "code", "03439"), "count"), 3);
}

}  // namespace
