// SPDX-License-Identifier: Apache-2.0
// Amounts of two units of measure side by side: never one column, one order, one sum.
#include "app/desktop/figure_rows.hpp"

#include <gtest/gtest.h>

#include "app/desktop/ranking_panel.hpp"
#include "tests/app/desktop/window_stage.hpp"

namespace {

layers::Observation figure(const std::string& code, std::optional<double> collected, double arising,
                           const std::string& termUnit) {
    layers::Observation one;
    one.indicator = "waste-rural";
    one.unitCode = code;
    one.unitName = "Xã " + code;
    one.asOf = {2025, 12, 31};
    one.termUnit = termUnit;
    layers::setPercentage(one, collected, arising, layers::Status::Reported);
    return one;
}

/// Three communes in tonnes a day, one in kilograms, one that reported nothing; the province's target is 80
/// %.
app::ThemeView twoUnits() {
    app::ThemeView view;
    view.figures = {figure("A", 5'000, 9'000, "kg/day"), figure("B", 10, 20, "tonnes/day"),
                    figure("C", 30, 40, "tonnes/day"), figure("D", 7, 14, "tonnes/day"),
                    figure("E", std::nullopt, 3, "")};
    view.map.question.indicator = "waste-rural";
    view.map.province = figure("12", 52, 83, "tonnes/day");
    layers::Target target;
    target.indicator = "waste-rural";
    target.unitCode = "12";
    target.year = 2030;
    target.value = 80;
    view.targets = layers::Targets({target});
    return view;
}

class TwoUnits : public testing::Test {
  protected:
    QString brushed(const std::set<std::string>& units) {
        return app::brushedSentence(m_view, units, desk());
    }
    const app::Desk& desk() const { return m_stage.desk(); }

    stage::Window m_stage;
    app::ThemeView m_view = twoUnits();
};

}  // namespace

TEST_F(TwoUnits, areNotAddedToOneAnother) {
    EXPECT_EQ(brushed({"B", "C"}), "2 đơn vị: 66,67% · 40,0 / 60,0 tấn/ngày");
    const QString mixed = brushed({"A", "B"});
    EXPECT_TRUE(mixed.startsWith("2 đơn vị")) << mixed.toStdString();
    EXPECT_FALSE(mixed.contains('%')) << mixed.toStdString();
    EXPECT_EQ(brushed({"A"}), "1 đơn vị: 55,56% · 5.000,0 / 9.000,0 kg/ngày");
}

TEST_F(TwoUnits, giveNoFigureOfAllWhereOneHasNone) {
    EXPECT_EQ(brushed({"B", "E"}), desk().sentence("desktop.brushed", {{"count", std::int64_t{2}}}));
}

TEST_F(TwoUnits, standInTheColumnOfTheCommonerOneByTheirOwnName) {
    const app::TableContent table = app::figureTable(m_view, desk());
    EXPECT_TRUE(table.columns[2].title.endsWith("(tấn/ngày)")) << table.columns[2].title.toStdString();
    EXPECT_EQ(table.rows[0].cells[2].text, "5.000,0 kg/ngày");
    EXPECT_FALSE(table.rows[0].cells[2].key.isValid());
    EXPECT_EQ(table.rows[1].cells[2].text, "10,0");
    EXPECT_EQ(table.rows[1].cells[2].key.toDouble(), 10);
    EXPECT_EQ(table.rows[4].cells[2].text, "–");
}

TEST_F(TwoUnits, areNotRankedAmongOneAnother) {
    const app::Ranking ranking = app::rankingOf(m_view, desk());
    ASSERT_EQ(ranking.units.size(), 3u);
    EXPECT_EQ(ranking.units[0].code, "B");  // 20 × 0.8 − 10 = 6
    EXPECT_EQ(ranking.units[1].code, "D");  // 14 × 0.8 − 7 = 4.2
    EXPECT_EQ(ranking.units[2].code, "C");  // 40 × 0.8 − 30 = 2
    EXPECT_TRUE(ranking.title.contains("tấn/ngày")) << ranking.title.toStdString();
    EXPECT_TRUE(ranking.note.endsWith("A (kg/ngày)")) << ranking.note.toStdString();
}
