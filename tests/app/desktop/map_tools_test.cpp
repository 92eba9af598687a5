// SPDX-License-Identifier: Apache-2.0
// Measuring on the map, and classes chosen from the menu.
#include <gtest/gtest.h>

#include <QAction>
#include <QMenu>
#include <QPushButton>

#include "app/desktop/classing_menu.hpp"
#include "app/desktop/map_measure.hpp"
#include "geo/measure/area.hpp"
#include "tests/app/desktop/window_hands.hpp"

namespace {

app::MapMeasure measured(const std::vector<geo::Coordinate>& corners) {
    app::MapMeasure measure;
    for (const geo::Coordinate corner : corners) measure.add(corner);
    return measure;
}

}  // namespace

TEST(MapMeasure, ofARectangleGivesItsSidesAndItsHectares) {
    // 3 km by 2 km, where the plane's numbers are as large as those of the province.
    const double east = 546'981.3;
    const double north = 2'477'623.9;
    const auto measure =
        measured({{east, north}, {east + 3000, north}, {east + 3000, north + 2000}, {east, north + 2000}});
    EXPECT_NEAR(measure.length_m(), 8000, 1e-6);
    EXPECT_NEAR(measure.area_m2(), 6'000'000, 1e-3);
}

TEST(MapMeasure, ofATriangleOfPythagorasGivesItsHypotenuse) {
    const auto measure = measured({{0, 0}, {300, 400}});
    EXPECT_NEAR(measure.length_m(), 500, 1e-9);
    EXPECT_EQ(measure.area_m2(), 0);
}

TEST(MapMeasure, saysKilometresAndHectares) {
    const stage::Window window;
    const auto measure = measured({{0, 0}, {3000, 0}, {3000, 2000}, {0, 2000}});
    const QString text = measure.text(window.desk());
    EXPECT_TRUE(text.contains("8,000 km")) << text.toStdString();
    EXPECT_TRUE(text.contains("600,00 ha")) << text.toStdString();
}

TEST(MapMeasure, onTheMapTakesClicksForCornersAndSelectsNothing) {
    stage::Window window;
    window.openCopy();
    app::MapPane& map = window->page().map();
    window->action("measure")->trigger();
    ASSERT_TRUE(map.isMeasuring());
    const QPointF middle = map.rect().center();
    std::vector<geo::Coordinate> corners;
    for (const QPointF at :
         {middle, middle + QPointF(80, 0), middle + QPointF(80, 60), middle + QPointF(0, 60)}) {
        stage::click(map, at);
        corners.push_back(map.camera().toPlane(at));
    }
    const double sides = 2 * (80 + 60) * map.camera().metresPerPoint();
    const double area =
        geo::planarArea(geo::Geometry::polygon({corners[0], corners[1], corners[2], corners[3]})).value;
    ASSERT_TRUE(map.measure());
    EXPECT_NEAR(map.measure()->area_m2(), area, area * 1e-9);
    EXPECT_NEAR(map.measure()->length_m(), sides - 60 * map.camera().metresPerPoint(), 1e-6);
    EXPECT_EQ(window->page().selection().state().selected, "");
    window->action("measure")->trigger();
    EXPECT_FALSE(map.isMeasuring());
}

TEST(ClassingMenu, classesTheMapAnewAndBackAgain) {
    stage::Window window;
    window.openCopy();
    const auto breaksOf = [&] { return window->shown()->view.map.sheet.theme.breaks.count(); };
    const std::size_t shipped = breaksOf();
    QMenu* const menu = window->page().classing().menu();
    const auto actions = menu->actions();
    ASSERT_EQ(actions.size(), 6);  // the theme's own, five methods
    QMenu* const quantiles = actions[2]->menu();
    ASSERT_NE(quantiles, nullptr);
    quantiles->actions().at(1)->trigger();  // three classes and more: the second is four
    window.settle();
    EXPECT_EQ(breaksOf(), 4u);
    EXPECT_EQ(window->wish().classing->method, styles::ClassMethod::Quantile);
    actions.front()->trigger();
    window.settle();
    EXPECT_EQ(breaksOf(), shipped);
    EXPECT_FALSE(window->wish().classing);
}
