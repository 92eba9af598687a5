// SPDX-License-Identifier: Apache-2.0
// Charts show the figures there are, and say where one is missing.
#include "app/jobs/chart.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "app/jobs/chart_figures.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

app::ChartRequest chartOf(app::ChartKind kind, const std::filesystem::path& out) {
    app::ChartRequest request;
    request.kind = kind;
    request.out = out;
    request.themesFolder = office::dataFolder() / "themes";
    return request;
}

app::Outcome drawn(const office::Desk& desk, const app::ChartRequest& request) {
    const styles::PaintSession session;
    const auto words = office::words();
    geo::Progress progress;
    return app::drawChartFile(desk.project(), request, {words, session}, progress);
}

}  // namespace

TEST(ChartFigures, areRankedByValueAndThoseWithoutOneComeLast) {
    const auto desk = office::Desk::whole();
    geo::Progress progress;
    const auto ranked = app::rankedFigures(
        desk.project(), office::figures("waste-urban", layers::UnitLevel::Commune), progress);

    const auto& figures = ranked.units.observations;
    ASSERT_EQ(figures.size(), 38u);
    const auto firstMissing =
        std::ranges::find_if(figures, [](const auto& figure) { return !figure.value; });
    EXPECT_NE(firstMissing, figures.begin());
    for (auto figure = figures.begin() + 1; figure < firstMissing; ++figure)
        EXPECT_LE(*figure->value, *(figure - 1)->value);
    EXPECT_TRUE(std::all_of(firstMissing, figures.end(), [](const auto& figure) { return !figure.value; }));
}

TEST(ChartFigures, ofOneUnitComeByYearOldestFirst) {
    const auto desk = office::Desk::whole();
    geo::Progress progress;
    const auto yearly = app::yearlyFigures(
        desk.project(), office::figures("waste-urban", layers::UnitLevel::Province), "", progress);

    std::vector<int> years;
    for (const auto& figure : yearly.observations) years.push_back(figure.asOf.year);
    EXPECT_EQ(years, (std::vector{2021, 2022, 2023, 2024, 2025}));
}

TEST(ChartFigures, ofTargetsKeepAnIndicatorThatNothingAnswers) {
    const auto desk = office::Desk::full();
    geo::Progress progress;
    const auto figures = app::targetedFigures(desk.project(), std::nullopt, progress);

    ASSERT_EQ(figures.observations.size(), 5u);
    EXPECT_TRUE(figures.observations.front().value);
    EXPECT_FALSE(figures.observations.back().value);
}

TEST(Chart, ofEveryKindIsDrawnTheSameTwice) {
    const auto desk = office::Desk::whole();
    for (const auto kind : {app::ChartKind::Ranking, app::ChartKind::Trend, app::ChartKind::Targets,
                            app::ChartKind::Histogram}) {
        for (const char* name : {"a.png", "b.png"}) drawn(desk, chartOf(kind, desk / name));
        EXPECT_GT(office::bytesOf(desk / "a.png").size(), 10'000u);
        EXPECT_EQ(office::bytesOf(desk / "a.png"), office::bytesOf(desk / "b.png"));
    }
}

TEST(Chart, ofTargetsThatNothingAnswersNamesNoDay) {
    const auto desk = office::Desk::empty();
    drawn(desk, chartOf(app::ChartKind::Targets, desk / "a.svg"));
    EXPECT_EQ(office::bytesOf(desk / "a.svg").find("1970"), std::string::npos);

    drawn(desk, chartOf(app::ChartKind::Targets, desk / "a.pdf"));
    EXPECT_EQ(office::bytesOf(desk / "a.pdf").find("D:1970"), std::string::npos);
}

TEST(Chart, ofAnUnknownUnitOrWithoutClassesIsRefused) {
    const auto desk = office::Desk::whole();
    auto trend = chartOf(app::ChartKind::Trend, desk / "a.png");
    trend.unitCode = "99999";
    EXPECT_EQ(office::errorOf([&] { drawn(desk, trend); }).message().id, "chart.unit-unknown");
    auto histogram = chartOf(app::ChartKind::Histogram, desk / "a.png");
    histogram.theme = "outfalls";
    EXPECT_EQ(office::errorOf([&] { drawn(desk, histogram); }).message().id, "chart.no-classes");
    EXPECT_FALSE(std::filesystem::exists(desk / "a.png"));
}
