// SPDX-License-Identifier: Apache-2.0
// What was said comes back after the steps of work.
#include "app/desktop/status_line.hpp"

#include <gtest/gtest.h>

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <fstream>

#include "app/desktop/form_fields.hpp"
#include "tests/app/desktop/window_hands.hpp"

TEST(StatusLine, saysAgainWhatItSaidBeforeTheWork) {
    const stage::Window stage;
    app::StatusLine line(stage.desk());
    const auto* const message = line.findChild<QLabel*>("message");

    line.showMessage("không đọc được");
    line.showBusy(true);
    EXPECT_EQ(message->text(), "không đọc được");
    line.showNews({"desktop.reading-layer", 1, 2});
    EXPECT_EQ(message->text(), stage.desk().sentence("desktop.reading-layer") + " 50%");
    line.showBusy(false);

    EXPECT_EQ(message->text(), "không đọc được");
    line.showMessage({});
    EXPECT_EQ(message->text(), "");
}

TEST(StatusLine, keepsSayingWhatWasTakenBackThoughRiversAreReadAfterIt) {
    stage::Window window;
    window.openCopy();
    window.showTheme("wastewater");
    const auto file = window / "chi_tieu_2026.csv";
    std::ofstream(file) << "code,name,indicator,period,numerator,denominator\n03388,Phường Đoàn "
                           "Kết,waste-urban,2026,90,100\n";
    window->takeFiles({app::textOf(file)});
    app::JobDialog* const dialog = stage::dialogOf(window);
    for (QPushButton* const button : {&dialog->previewButton(), &dialog->workButton()}) {
        button->click();
        stage::finish(*dialog);
    }
    window.settle();
    dialog->reject();
    auto* const message = window.find<QLabel>("message");
    EXPECT_EQ(message->text(), "");

    window->action("undo")->trigger();
    window.settle();

    EXPECT_NE(message->text(), "");
    window.showTheme("waste-rural");
    EXPECT_EQ(message->text(), "");
}
