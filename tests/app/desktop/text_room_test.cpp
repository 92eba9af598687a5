// SPDX-License-Identifier: Apache-2.0
// No word of the window is cut off, in either language, from small screens to large ones.
#include <gtest/gtest.h>

#include "tests/app/desktop/window_hands.hpp"

using stage::cutIn;

namespace {

class TextRoom : public testing::TestWithParam<std::tuple<app::Language, QSize>> {};

}  // namespace

TEST_P(TextRoom, holdsEveryWordOfEveryTheme) {
    stage::Window window(std::get<0>(GetParam()), std::get<1>(GetParam()));
    EXPECT_EQ(cutIn(*window).toStdString(), "");
    window.openCopy();
    for (const char* theme : {"forest-cover", "wastewater", "waste-models", "waste-urban", "targets"}) {
        window.showTheme(theme);
        window->page().selection().select("03388");
        QApplication::processEvents();
        EXPECT_EQ(cutIn(*window).toStdString(), "") << theme;
    }
    EXPECT_EQ(window->size(), std::get<1>(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Screens, TextRoom,
                         testing::Combine(testing::Values(app::Language::Vietnamese, app::Language::English),
                                          testing::Values(QSize(1280, 720), QSize(1920, 1200))));
