// SPDX-License-Identifier: Apache-2.0
// A theme as a window shows it, and what can be asked of a workspace.
#include "app/jobs/theme_view.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/jobs/import_guess.hpp"
#include "app/jobs/map_overlay.hpp"
#include "app/jobs/sample_workspace.hpp"
#include "app/jobs/theme_choice.hpp"
#include "app/jobs/theme_choices.hpp"
#include "app/jobs/workspace_view.hpp"
#include "tests/app/jobs/office.hpp"

using layers::UnitLevel;

namespace {

app::MapRequest theme(const std::string& name) {
    app::MapRequest request;
    request.theme = name;
    request.themesFolder = office::dataFolder() / "themes";
    return request;
}

app::ThemeView viewOf(const office::Desk& desk, const app::MapRequest& request) {
    geo::Progress progress;
    return app::viewTheme(desk.project(), request, office::words(), progress);
}

}  // namespace

TEST(ThemeView, ofAFileMayBearAnIdNoFileCouldHave) {
    auto desk = office::Desk::empty();
    std::string text = office::bytesOf(office::dataFolder() / "themes/forest-cover.json");
    const std::string quoted = "\"forest-cover\"";
    for (const std::string& id : {std::string(300, 'a'), std::string("../../themes/forest-cover")}) {
        std::string own = text;
        own.replace(own.find(quoted), quoted.size(), '"' + id + '"');
        office::writeBytes(desk / "own.json", own);
        EXPECT_EQ(app::chosenTheme("", desk / "own.json", office::dataFolder() / "themes").id, id);
    }
}

TEST(ThemeView, holdsAFigureForEveryUnitOfTheMapAndALedgerThatBalances) {
    const auto desk = office::Desk::whole();
    const auto view = viewOf(desk, theme("forest-cover"));
    EXPECT_EQ(view.figures.size(), view.map.sheet.units.size());
    EXPECT_TRUE(view.ledger.balances(0.005));
    EXPECT_EQ(view.map.question.indicator, "forest-cover");
    EXPECT_EQ(view.map.province.level, UnitLevel::Province);
}

TEST(ThemeView, holdsFiguresOnPlainGroundToo) {
    const auto desk = office::Desk::whole();
    const auto view = viewOf(desk, theme("waste-models"));
    EXPECT_FALSE(view.figures.empty());
    EXPECT_TRUE(std::ranges::all_of(view.figures, [](const auto& figure) { return figure.part.empty(); }));
}

TEST(ThemeView, knowsEveryReportedYearAndKeepsNoneOfThemUnasked) {
    const auto desk = office::Desk::whole();
    const auto years = app::themeChoices(desk.project(), "waste-rural").years;
    const auto view = viewOf(desk, theme("waste-rural"));
    ASSERT_GE(years.size(), 2u);
    const auto longest =
        std::ranges::max_element(view.past, {}, [](const auto& unit) { return unit.second.size(); });
    EXPECT_EQ(longest->second.size(), years.size());
    EXPECT_LE(view.map.project.runs.size(), desk.project().runs.size() + 2);  // the communes, the province
}

TEST(ThemeView, setsWhatAuthoritiesPublishedApart) {
    const auto desk = office::Desk::whole();
    const auto view = viewOf(desk, theme("forest-cover"));
    const auto& muongTe = view.published.at("107");  // published.csv of the pack: 2010, 2016, 2024
    ASSERT_EQ(muongTe.size(), 3u);
    EXPECT_EQ(muongTe.front(), (std::pair{2010, 50.0}));
    EXPECT_EQ(muongTe.back(), (std::pair{2024, 66.1}));
}

TEST(ThemeView, knowsThePastOnceSeveralYearsWereAsked) {
    auto desk = office::Desk::whole();
    auto request = theme("waste-rural");
    const auto choices = app::themeChoices(desk.project(), "waste-rural");
    ASSERT_GE(choices.years.size(), 2u);
    request.figures.period = choices.years[choices.years.size() - 2];
    desk.show(viewOf(desk, request).map.project);
    request.figures.period = choices.years.back();
    const auto view = viewOf(desk, request);
    const auto longest = std::ranges::max_element(
        view.past, {}, [](const auto& unit) { return unit.second.size(); });
    ASSERT_NE(longest, view.past.end());
    EXPECT_EQ(longest->second.size(), 5u);  // every year the sample reports
    EXPECT_LT(longest->second.front().first, longest->second.back().first);
}

TEST(ThemeView, knowsThePastOfItsOwnQuestionOnly) {
    auto desk = office::Desk::full();
    const auto shown = viewOf(desk, theme("forest-cover"));
    desk.show(shown.map.project);
    auto others = std::vector(3, shown.map.question);
    others[0].denominator = app::DenominatorKind::Geometric;
    others[1].rubber = layers::RubberRule::In;
    others[2].area = app::AreaKind::Ellipsoidal;
    for (const auto& other : others) desk.compute(other);

    const auto view = viewOf(desk, theme("forest-cover"));

    for (const auto& figure : view.figures) {
        if (!figure.value) continue;
        EXPECT_EQ(view.past.at(figure.unitCode).back().second, *figure.value) << figure.unitName;
    }
}

TEST(ThemeChoices, offersOnlyWhatIsAnswered) {
    const auto desk = office::Desk::whole();
    const auto forest = app::themeChoices(desk.project(), "forest-cover");
    EXPECT_EQ(forest.years, (std::vector<int>{2023}));
    ASSERT_FALSE(forest.levels.empty());
    EXPECT_EQ(forest.levels.front().level, UnitLevel::Commune);
    const auto waste = app::themeChoices(desk.project(), "waste-rural");
    EXPECT_TRUE(std::ranges::none_of(waste.levels, [](const auto& one) { return one.level == UnitLevel::Basin; }));
    const auto energy = app::themeChoices(desk.project(), "energy-saving");
    EXPECT_TRUE(energy.levels.empty());
}

TEST(ThemeChoices, areNoneInAnEmptyWorkspace) {
    const auto desk = office::Desk::empty();
    const auto choices = app::themeChoices(desk.project(), "forest-cover");
    EXPECT_TRUE(choices.levels.empty());
    EXPECT_TRUE(choices.years.empty());
    EXPECT_TRUE(app::overlayChoices(desk.project()).empty());
}

TEST(MapOverlay, gathersLayersByKindAndDay) {
    const auto desk = office::Desk::whole();
    const auto choices = app::overlayChoices(desk.project());
    const auto forest = std::ranges::find(choices, layers::Kind::Forest, &app::OverlayChoice::kind);
    ASSERT_NE(forest, choices.end());
    EXPECT_GT(forest->layers.size(), 1u);
    EXPECT_EQ(std::ranges::count(choices, layers::Kind::Communes, &app::OverlayChoice::kind), 2);
    geo::Progress progress;
    const auto rivers = std::ranges::find(choices, layers::Kind::Rivers, &app::OverlayChoice::kind);
    ASSERT_NE(rivers, choices.end());
    EXPECT_EQ(static_cast<std::int64_t>(app::readOverlay(desk.project(), *rivers, progress).streams.size()),
              rivers->count);
}

TEST(GuessKind, knowsTheWordsOfOffices) {
    EXPECT_EQ(app::guessKind("rung_106_2023.shp"), layers::Kind::Forest);
    EXPECT_EQ(app::guessKind("diem_xa_thai.csv"), layers::Kind::Outfalls);
    EXPECT_EQ(app::guessKind("xa_phuong_2025.gpkg"), layers::Kind::Communes);
    EXPECT_EQ(app::guessKind("chi_tieu_giao.csv"), layers::Kind::Targets);
    EXPECT_EQ(app::guessKind("Chỉ tiêu 2024.xlsx"), layers::Kind::Indicators);
    EXPECT_FALSE(app::guessKind("a.csv"));
}

TEST(SampleWorkspace, isMadeWholeAndShowsEveryTheme) {
    const office::Folder folder;
    geo::Progress progress;
    const auto outcome = app::makeSampleWorkspace({folder / "a.khoanh", office::dataFolder(), "12", 1200}, progress);
    const auto project = app::openProject(folder / "a.khoanh");
    EXPECT_EQ(project, outcome.project);
    for (const char* indicator : {"forest-cover", "wastewater-treated", "waste-urban", "circular-models"}) {
        EXPECT_FALSE(app::themeChoices(project, indicator).levels.empty()) << indicator;
    }
}
