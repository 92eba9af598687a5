// SPDX-License-Identifier: Apache-2.0
// Years beside one another, changes and circles show the very figures that are computed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "app/jobs/figures.hpp"
#include "app/jobs/map.hpp"
#include "app/jobs/map_kinds.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

using layers::UnitLevel;
using testing::HasSubstr;
using testing::Not;

app::MapRequest request(const std::string& theme) {
    app::MapRequest map;
    map.theme = theme;
    map.themesFolder = office::dataFolder() / "themes";
    return map;
}

styles::MapSheet sheetOf(office::Desk& desk, const app::MapRequest& request) {
    geo::Progress progress;
    const auto map = app::prepareMap(desk.project(), request, office::words(), progress);
    desk.show(map.project);
    return map.sheet;
}

std::map<std::string, layers::Observation> figuresOf(office::Desk& desk, int year) {
    geo::Progress progress;
    std::map<std::string, layers::Observation> figures;
    const auto found =
        app::figuresFor(desk.project(), office::figures("waste-rural", UnitLevel::Commune, year), progress);
    desk.show(found.project);
    for (const auto& figure : found.observations) figures.emplace(figure.unitCode, figure);
    return figures;
}

std::string refusalOf(office::Desk& desk, const app::MapRequest& request) {
    return office::errorOf([&] { sheetOf(desk, request); }).message().id;
}

/// One workspace for all: none of the tests changes its data.
class MapKinds : public testing::Test {
  protected:
    static office::Desk& desk() {
        static office::Desk whole = office::Desk::whole();
        return whole;
    }
};

}  // namespace

TEST_F(MapKinds, yearsStandBesideOneAnotherWithTheirOwnFigures) {
    app::MapRequest years = request("waste-rural");
    years.years = {2021, 2023, 2025};

    const styles::MapSheet sheet = sheetOf(desk(), years);

    ASSERT_EQ(sheet.panels.size(), 3u);
    for (std::size_t i = 0; i < sheet.panels.size(); ++i) {
        const auto figures = figuresOf(desk(), years.years[i]);
        EXPECT_EQ(sheet.panels[i].title, std::to_string(years.years[i]));
        for (std::size_t unit = 0; unit < sheet.units.size(); ++unit)
            EXPECT_EQ(sheet.panels[i].figures[unit].value, figures.at(sheet.units[unit].code).value);
    }
    EXPECT_THAT(sheet.text.title, HasSubstr("2021–2025"));
    EXPECT_FALSE(sheet.referenceMark);
}

TEST_F(MapKinds, aChangeIsTheDifferenceOfBothYearsAndNothingWhereOneIsMissing) {
    app::MapRequest change = request("waste-rural");
    change.since = 2021;

    const styles::MapSheet sheet = sheetOf(desk(), change);

    const auto before = figuresOf(desk(), 2021);
    const auto now = figuresOf(desk(), 2025);
    int compared = 0;
    for (const styles::MapUnit& unit : sheet.units) {
        const auto& from = before.at(unit.code).value;
        const auto& to = now.at(unit.code).value;
        ASSERT_EQ(unit.value.has_value(), from && to) << unit.name;
        if (!unit.value) continue;
        EXPECT_DOUBLE_EQ(*unit.value, *to - *from) << unit.name;
        ++compared;
    }
    EXPECT_GT(compared, 30);
    EXPECT_LT(compared, 38);
    EXPECT_NE(std::ranges::find(sheet.theme.breaks.breaks(), 0.0), sheet.theme.breaks.breaks().end());
}

TEST_F(MapKinds, aChangeSaysWhichWay) {
    app::MapRequest change = request("waste-rural");
    change.since = 2021;

    const styles::MapSheet sheet = sheetOf(desk(), change);

    EXPECT_EQ(sheet.formatValue(2.34), "+2,3");
    EXPECT_EQ(sheet.formatValue(-2.34), "−2,3");
    EXPECT_EQ(sheet.formatValue(0), "0,0");
}

TEST_F(MapKinds, circlesAreSizedByTheTermAskedForAndHollowWithoutIt) {
    app::MapRequest symbols = request("waste-rural");
    symbols.symbols = app::FigureTerm::Denominator;

    const styles::MapSheet sheet = sheetOf(desk(), symbols);

    const auto figures = figuresOf(desk(), 2025);
    ASSERT_FALSE(sheet.points.empty());
    for (const styles::MapPoint& point : sheet.points) {
        const auto& figure = figures.at(point.code);
        EXPECT_EQ(point.value, figure.value);
        EXPECT_EQ(point.amount, figure.denominator.value_or(0)) << point.code;
        EXPECT_EQ(point.isHollow, !figure.value) << point.code;
    }
    EXPECT_TRUE(sheet.theme.base);
    EXPECT_EQ(sheet.text.pointLegend.sizeTitle, "khối lượng phát sinh (tấn/ngày)");
}

TEST_F(MapKinds, circlesStandUponRiversToo) {
    app::MapRequest symbols = request("wastewater");
    symbols.symbols = app::FigureTerm::Denominator;

    const styles::MapSheet sheet = sheetOf(desk(), symbols);

    ASSERT_FALSE(sheet.lines.empty());
    EXPECT_EQ(sheet.text.lineLegend.labels.size(), sheet.theme.lines->colours.count());
    EXPECT_EQ(sheet.text.pointLegend.labels.size(), sheet.theme.points->colours.count());
}

TEST(Labels, showAsManyDecimalsAsKeepANumberInItsClass) {
    const styles::ClassBreaks breaks({-5, 0, 45});
    EXPECT_EQ(app::decimalsWithin(breaks, -2.3, 1), 1);
    EXPECT_EQ(app::decimalsWithin(breaks, -0.02, 1), 2);
    EXPECT_EQ(app::decimalsWithin(breaks, 44.996, 1), 3);
    EXPECT_EQ(app::decimalsWithin(breaks, -1e-9, 1), 4);
    EXPECT_EQ(app::decimalsWithin(breaks, 0, 1), 1);
}

TEST(Circles, stayHollowWhereTheAmountIsInAnotherUnitThanMost) {
    styles::MapSheet sheet;
    sheet.formatValue = [](double value) { return std::to_string(value); };
    app::FiguresByUnit figures;
    for (const char* const code : {"1", "2", "3"}) {
        sheet.units.push_back({code, code, {}, 50.0, {}});
        layers::Observation figure;
        figure.unitCode = code;
        figure.numerator = 6;
        figure.termUnit = *code == '2' ? "kg/person/day" : "tonnes/day";
        figures.emplace(code, figure);
    }

    const auto amounts = app::drawAsSymbols(sheet, figures, app::FigureTerm::Numerator);

    EXPECT_EQ(amounts.unit, "tonnes/day");
    ASSERT_EQ(amounts.findings.size(), 1u);
    EXPECT_EQ(amounts.findings[0].message.id, "map.symbols-other-unit");
    EXPECT_EQ(amounts.findings[0].unitCode, "2");
    EXPECT_FALSE(sheet.points[0].isHollow);
    EXPECT_TRUE(sheet.points[1].isHollow);
    EXPECT_EQ(sheet.points[1].amount, 0);
}

TEST_F(MapKinds, aCopyOfAThemeThatShowsAnotherIndicatorHasWordsOfItsOwn) {
    const auto file = desk() / "che-phu.json";
    std::ifstream shipped(office::dataFolder() / "themes" / "forest-cover.json");
    std::string text((std::istreambuf_iterator<char>(shipped)), {});
    const std::string indicator = "\"indicator\": \"forest-cover\"";
    text.replace(text.find(indicator), indicator.size(), "\"indicator\": \"waste-rural\"");
    std::ofstream(file) << text;
    app::MapRequest own = request("");
    own.themeFile = file;

    const styles::MapSheet sheet = sheetOf(desk(), own);

    EXPECT_THAT(sheet.text.title, Not(HasSubstr("che phủ")));
    EXPECT_THAT(sheet.text.legendTitle, Not(HasSubstr("che phủ")));

    text.replace(text.find("\"unit\": \"%\""), 11, "\"unit\": \"ha\"");
    std::ofstream(file) << text;
    EXPECT_EQ(refusalOf(desk(), own), "map.theme-unit");
}

TEST_F(MapKinds, aThemeOfOnesOwnThatShowsChangesNeedsItsYearToo) {
    app::MapRequest own;
    own.themeFile = office::dataFolder() / "themes" / "change.json";
    own.figures.indicator = "waste-rural";
    EXPECT_EQ(refusalOf(desk(), own), "map.since-missing");

    own.years = {2021, 2023};
    EXPECT_EQ(refusalOf(desk(), own), "map.since-missing");
}

TEST_F(MapKinds, thatDoNotGoTogetherAreRefused) {
    app::MapRequest both = request("waste-rural");
    both.years = {2021, 2022};
    both.since = 2021;
    EXPECT_EQ(refusalOf(desk(), both), "map.kinds-exclude");

    app::MapRequest plots = request("forest-plots");
    plots.since = 2021;
    EXPECT_EQ(refusalOf(desk(), plots), "map.kind-not-for-theme");

    EXPECT_EQ(refusalOf(desk(), request("change")), "map.since-missing");

    app::MapRequest late = request("waste-rural");
    late.since = 2025;
    EXPECT_EQ(refusalOf(desk(), late), "map.since-not-before");
}

TEST_F(MapKinds, tellWhatWasFoundOnceForAllTheirFigures) {
    geo::Progress progress;
    const auto findings =
        app::prepareMap(desk().project(), request("forest-cover"), office::words(), progress).findings;

    ASSERT_FALSE(findings.empty());
    for (const auto& finding : findings) EXPECT_EQ(std::ranges::count(findings, finding), 1);
}
