// SPDX-License-Identifier: Apache-2.0
// Layers laid upon the map stay true to the workspace, and boxes to what is drawn.
#include "app/desktop/map_contents.hpp"

#include <gtest/gtest.h>

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <fstream>
#include <sstream>

#include "app/desktop/map_pane.hpp"
#include "tests/app/desktop/window_hands.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

class OnTheMap : public testing::Test {
  protected:
    OnTheMap() { m_window.openCopy(); }

    /// The landfills of the sample but the last, brought in under the same name.
    app::Outcome importFewerLandfills() {
        std::ifstream sample(office::faultySample() / "bai_rac.csv", std::ios::binary);
        std::stringstream text;
        text << sample.rdbuf();
        std::string rows = text.str();
        rows.erase(rows.find_last_not_of("\r\n") + 1);
        rows.erase(rows.rfind('\n') + 1);
        app::ImportRequest request;
        request.files = {m_window / "bai_rac.csv"};
        request.kind = layers::Kind::Landfills;
        request.asOf = geo::Date{2025, 12, 31};
        request.crs = geo::Crs::fromText("EPSG:9205");
        std::ofstream(request.files.front(), std::ios::binary) << rows;
        geo::Progress progress;
        return app::importFiles(m_window->project(), request, progress);
    }
    void tick(const char* box) {
        m_window.find<QCheckBox>(box)->click();
        m_window.settle();
    }
    bool isTicked(const char* box) { return m_window.find<QCheckBox>(box)->isChecked(); }
    QImage picture() { return m_window->page().map().grab().toImage(); }
    QString message() { return m_window.find<QLabel>("message")->text(); }

    stage::Window m_window;
};

}  // namespace

TEST_F(OnTheMap, aLayerBroughtInAnewIsDrawnAnewAndUndoBringsTheOldOneBack) {
    tick("layer-landfills");
    const QImage before = picture();

    m_window->jobs().onChanged(importFewerLandfills());
    m_window.settle();

    EXPECT_TRUE(isTicked("layer-landfills"));
    EXPECT_NE(picture(), before);
    m_window->action("undo")->trigger();
    m_window.settle();
    EXPECT_TRUE(isTicked("layer-landfills"));
    EXPECT_EQ(picture(), before);
}

TEST_F(OnTheMap, plotsOfAYearThatHasNoneAreRefusedInWordsOfTheWindow) {
    m_window->showTheme({.theme = "waste-rural", .level = {}, .year = 2024, .classing = {}});
    m_window.settle();

    tick("layer-forest");

    // The plots of the sample are those of 2023.
    EXPECT_FALSE(isTicked("layer-forest"));
    EXPECT_TRUE(message().contains("2024")) << message().toStdString();
    EXPECT_TRUE(message().endsWith(": 2023")) << message().toStdString();
    EXPECT_FALSE(message().contains("info")) << message().toStdString();
}

TEST_F(OnTheMap, plotsGoWithTheYearTheyAreOf) {
    m_window->showTheme({.theme = "waste-rural", .level = {}, .year = 2023, .classing = {}});
    m_window.settle();
    tick("layer-forest");
    EXPECT_TRUE(isTicked("layer-forest"));
    EXPECT_EQ(message(), "");

    m_window->showTheme({.theme = "waste-rural", .level = {}, .year = 2024, .classing = {}});
    m_window.settle();

    EXPECT_FALSE(isTicked("layer-forest"));
    EXPECT_TRUE(message().contains("2024")) << message().toStdString();
}
