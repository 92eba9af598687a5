// SPDX-License-Identifier: Apache-2.0
// F1 leads to the page of what is in use.
#include "app/desktop/guide_pages.hpp"

#include <gtest/gtest.h>

#include <QAction>
#include <QTabWidget>

#include "tests/app/desktop/window_hands.hpp"

TEST(GuidePages, areThereForEveryTopicInBothLanguages) {
    for (const auto language : {app::Language::Vietnamese, app::Language::English}) {
        const stage::Window window(language);
        for (const std::string& topic : app::guideTopics())
            EXPECT_TRUE(std::filesystem::exists(app::guidePage(window.desk(), topic))) << topic;
    }
}

TEST(GuidePages, followTheTheme) {
    stage::Window window;
    EXPECT_EQ(window->guideTopic(), "start");
    window.openCopy();
    EXPECT_EQ(window->guideTopic(), "forest");
    window.showTheme("wastewater");
    EXPECT_EQ(window->guideTopic(), "wastewater");
    window.showTheme("targets");
    EXPECT_EQ(window->guideTopic(), "tables");
}

TEST(GuidePages, followTheDialog) {
    stage::Window window;
    window.openCopy();
    for (const auto& [action, topic] : {std::pair{"export-map", "maps"},
                                        {"names", "names"},
                                        {"report", "plan"},
                                        {"export-data", "tables"}}) {
        window->action(action)->trigger();
        app::JobDialog* const dialog = stage::dialogOf(window);
        EXPECT_EQ(app::guideTopicOf(dialog->findChild<QWidget*>()), topic);
        EXPECT_TRUE(stage::waitFor([&] { return !dialog->isBusy(); }));
        dialog->reject();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

TEST(GuidePages, ofTablesFollowTheTab) {
    stage::Window window;
    window.openCopy();
    QTabWidget& tables = window->page().tables();
    EXPECT_EQ(app::guideTopicOf(tables.widget(1)), "findings");
    EXPECT_EQ(app::guideTopicOf(tables.widget(3)), "plan");
}
