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

}  // namespace
