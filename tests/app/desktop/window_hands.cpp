// SPDX-License-Identifier: Apache-2.0
// Events sent as a mouse sends them, widgets measured against their words.
#include "tests/app/desktop/window_hands.hpp"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QMouseEvent>

namespace stage {
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
        return label->sizeHint().width() > label->width() + 1 ||
               label->sizeHint().height() > label->height() + 1;
    }
    if (qobject_cast<const QAbstractButton*>(&widget) != nullptr)
        return widget.sizeHint().width() > widget.width() + 1 || needed.height() > widget.height() + 1;
    if (const auto* const box = qobject_cast<const QComboBox*>(&widget)) {
        constexpr int arrow = 26;
        const int text = box->fontMetrics().horizontalAdvance(box->currentText());
        return needed.width() > widget.width() + 1 || text + arrow > widget.width();
    }
    return false;
}

QString textOf(const QWidget& widget) {
    if (const auto* const label = qobject_cast<const QLabel*>(&widget)) return label->text();
    if (const auto* const button = qobject_cast<const QAbstractButton*>(&widget)) return button->text();
    if (const auto* const box = qobject_cast<const QComboBox*>(&widget)) return box->currentText();
    return {};
}

}  // namespace

void click(QWidget& widget, QPointF at, Qt::KeyboardModifiers keys) {
    for (const auto type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
        const auto held = type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton;
        QMouseEvent event(type, at, widget.mapToGlobal(at), Qt::LeftButton, held, keys);
        QApplication::sendEvent(&widget, &event);
    }
}

void drag(QWidget& widget, QPointF from, QPointF to, Qt::KeyboardModifiers keys) {
    const auto send = [&](QEvent::Type type, QPointF at, Qt::MouseButton button) {
        QMouseEvent event(type, at, widget.mapToGlobal(at), button, Qt::LeftButton, keys);
        QApplication::sendEvent(&widget, &event);
    };
    send(QEvent::MouseButtonPress, from, Qt::LeftButton);
    send(QEvent::MouseMove, (from + to) / 2, Qt::NoButton);
    send(QEvent::MouseMove, to, Qt::NoButton);
    send(QEvent::MouseButtonRelease, to, Qt::LeftButton);
}

QPointF somewhereIn(app::MapPane& map, std::string& code) {
    for (int y = map.height() / 3; y < map.height(); y += 7) {
        for (int x = map.width() / 3; x < map.width(); x += 7) {
            code = map.unitAt(map.camera().toPlane(QPointF(x, y)));
            if (!code.empty()) return QPointF(x, y);
        }
    }
    return {};
}

app::JobDialog* dialogOf(Window& window) {
    app::JobDialog* newest = nullptr;
    for (QDialog* const dialog : window->findChildren<QDialog*>("job"))
        if (dialog->isVisible()) newest = static_cast<app::JobDialog*>(dialog);
    return newest;
}

void finish(app::JobDialog& dialog) {
    ASSERT_TRUE(waitFor([&] { return !dialog.isBusy(); }));
}

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

}  // namespace stage
