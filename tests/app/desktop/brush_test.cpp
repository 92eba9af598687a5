// SPDX-License-Identifier: Apache-2.0
// Several units lit up at once, whichever panel they were chosen in.
#include <gtest/gtest.h>

#include <QLabel>
#include <QTableView>

#include "app/desktop/ranking_panel.hpp"
#include "tests/app/desktop/window_hands.hpp"

namespace {

class Brush : public testing::Test {
  protected:
    Brush() { m_window.openCopy(); }

    std::set<std::string> lit() { return m_window->page().selection().state().brushed; }
    QTableView& table() { return *m_window.find<QTableView>("figureTable"); }
    std::set<std::string> rowsLit() {
        std::set<std::string> codes;
        for (const QModelIndex& row : table().selectionModel()->selectedRows())
            codes.insert(row.data().toString().toStdString());
        return codes;
    }
    /// The middle of a bar, the first being 0.
    QPointF bar(int row) {
        auto& panel = *m_window.find<QWidget>("rankingPanel");
        const int height = panel.fontMetrics().height() + 5;
        const int bars = 12;
        return {panel.width() / 2.0, panel.height() - 4 - (bars - row - 0.5) * height};
    }
    QWidget& ranking() { return *m_window.find<QWidget>("rankingPanel"); }
    bool isCardShown() { return m_window.find<QFrame>("card")->isVisible(); }

    stage::Window m_window;
};

}  // namespace

TEST_F(Brush, ofBarsDraggedOverLightsTheirRowsUp) {
    stage::drag(ranking(), bar(1), bar(4));
    EXPECT_EQ(lit().size(), 4u);
    EXPECT_EQ(rowsLit(), lit());
    EXPECT_FALSE(isCardShown());
    EXPECT_TRUE(m_window.find<QLabel>("brushed")->text().startsWith("4 "));
    EXPECT_TRUE(m_window.find<QLabel>("brushed")->isVisible());
}

TEST_F(Brush, leavesNothingBesideTheTabsOnceItIsPutAside) {
    EXPECT_FALSE(m_window.find<QLabel>("brushed")->isVisible());
    stage::drag(ranking(), bar(1), bar(4));
    EXPECT_TRUE(m_window.find<QLabel>("brushed")->isVisible());
    stage::click(ranking(), bar(0));
    EXPECT_FALSE(m_window.find<QLabel>("brushed")->isVisible());
}

TEST_F(Brush, withCtrlTakesOneMoreAndOneLess) {
    stage::click(ranking(), bar(0));
    EXPECT_EQ(lit().size(), 1u);
    EXPECT_TRUE(isCardShown());
    stage::click(ranking(), bar(3), Qt::ControlModifier);
    EXPECT_EQ(lit().size(), 2u);
    stage::click(ranking(), bar(0), Qt::ControlModifier);
    EXPECT_EQ(lit().size(), 1u);
    EXPECT_EQ(rowsLit(), lit());
    EXPECT_TRUE(isCardShown());
}

TEST_F(Brush, ofRowsLightsTheMapUp) {
    const auto model = table().model();
    for (const int row : {2, 5, 7})
        table().selectionModel()->select(model->index(row, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    EXPECT_EQ(lit().size(), 3u);
    EXPECT_TRUE(lit().contains(model->index(5, 0).data().toString().toStdString()));
}

TEST_F(Brush, byABandOnTheMapTakesTheUnitsNamedInIt) {
    app::MapPane& map = m_window->page().map();
    const double before = map.camera().metresPerPoint();
    stage::drag(map, {5, 5}, {map.width() - 5.0, map.height() - 5.0}, Qt::ControlModifier);
    EXPECT_EQ(lit().size(), 38u);  // every commune of the province
    EXPECT_EQ(rowsLit(), lit());
    EXPECT_EQ(map.camera().metresPerPoint(), before);
}

TEST_F(Brush, onTheMapWithCtrlAddsTheUnitClicked) {
    app::MapPane& map = m_window->page().map();
    std::string code;
    const QPointF at = stage::somewhereIn(map, code);
    stage::click(ranking(), bar(0));
    const std::string first = *lit().begin();
    stage::click(map, at, Qt::ControlModifier);
    EXPECT_EQ(lit(), (first == code ? std::set<std::string>{} : std::set<std::string>{first, code}));
}

TEST_F(Brush, ofTheWholeProvinceGivesTheFigureOfTheProvince) {
    app::MapPane& map = m_window->page().map();
    stage::drag(map, {5, 5}, {map.width() - 5.0, map.height() - 5.0}, Qt::ControlModifier);
    const QString said = m_window.find<QLabel>("brushed")->text();
    const QString whole = m_window.desk().number(*m_window->shown()->view.map.province.value, 2);
    EXPECT_TRUE(said.contains(whole + "%")) << said.toStdString() << " / " << whole.toStdString();
}
