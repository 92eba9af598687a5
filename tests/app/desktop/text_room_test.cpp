// SPDX-License-Identifier: Apache-2.0
// No word of the window is cut off, in either language, from small screens to large ones.
#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QStyleOptionButton>
#include <QTabBar>
#include <QToolButton>

#include "tests/app/desktop/window_stage.hpp"

namespace {

QString nameOf(const QWidget& widget, const QString& text) {
    return QString("%1 '%2' %3×%4").arg(widget.objectName(), text).arg(widget.width()).arg(widget.height());
}

/// What a label or button would need against what it has.
bool isCut(const QWidget& widget) {
    const QSize needed = widget.minimumSizeHint();
    if (const auto* const label = qobject_cast<const QLabel*>(&widget)) {
        // The line of news gives way on purpose, and tells all in its tip.
        if (label->text().isEmpty() || label->objectName() == "message") return false;
        if (label->wordWrap()) return label->heightForWidth(label->width()) > label->height() + 1;
        return label->sizeHint().width() > label->width() + 1 || label->sizeHint().height() > label->height() + 1;
    }
    if (qobject_cast<const QAbstractButton*>(&widget) != nullptr)
        return widget.sizeHint().width() > widget.width() + 1 || needed.height() > widget.height() + 1;
    if (qobject_cast<const QComboBox*>(&widget) != nullptr) return needed.width() > widget.width() + 1;
    return false;
}

QString textOf(const QWidget& widget) {
    if (const auto* const label = qobject_cast<const QLabel*>(&widget)) return label->text();
    if (const auto* const button = qobject_cast<const QAbstractButton*>(&widget)) return button->text();
    if (const auto* const box = qobject_cast<const QComboBox*>(&widget)) return box->currentText();
    return {};
}

/// Everything that is cut off, or reaches beyond the window, a line each.
QString cutIn(QWidget& window) {
    QStringList cut;
    for (const QWidget* const widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(&window) || textOf(*widget).isEmpty()) continue;
        const QRect place(widget->mapTo(&window, QPoint()), widget->size());
        const bool isInScroll = widget->parentWidget() != nullptr && widget->window() == &window;
        const bool leaves = isInScroll && place.right() > window.width();
        if (isCut(*widget) || leaves) cut << nameOf(*widget, textOf(*widget));
    }
    return cut.join('\n');
}

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
