// SPDX-License-Identifier: Apache-2.0
// Palette, font and style sheet; digits of one width.
#include "app/desktop/look.hpp"

#include <QApplication>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QLabel>
#include <QPainter>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>

#include "app/desktop/style_sheet.hpp"

namespace app {
namespace {

// The system's size, but accents of Vietnamese want some pixels.
constexpr int smallestFont_px = 13;
constexpr const char* shadeProperty = "khoanhShade";

QPalette paletteOf(const LookColours& look) {
    QPalette palette;
    palette.setColor(QPalette::Window, look.paper);
    palette.setColor(QPalette::Base, look.paper);
    palette.setColor(QPalette::AlternateBase, look.ground);
    palette.setColor(QPalette::Button, look.paper);
    palette.setColor(QPalette::ToolTipBase, look.paper);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, look.ink);
    }
    palette.setColor(QPalette::PlaceholderText, look.faint);
    palette.setColor(QPalette::Highlight, look.accentSoft);
    palette.setColor(QPalette::HighlightedText, look.ink);
    palette.setColor(QPalette::Link, look.accent);
    palette.setColor(QPalette::Disabled, QPalette::Text, look.faint);
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, look.faint);
    palette.setColor(QPalette::Disabled, QPalette::WindowText, look.faint);
    return palette;
}

double widestDigit(const QFontMetricsF& metrics) {
    double widest = 0;
    for (char digit = '0'; digit <= '9'; ++digit) {
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    }
    return widest;
}

/// The room of one letter in a column of figures.
double roomOf(const QFontMetricsF& metrics, QChar letter, double digit) {
    return letter.isDigit() ? digit : metrics.horizontalAdvance(letter);
}

}  // namespace

LookColours coloursOf(Shade shade) {
    if (shade == Shade::Light) {
        return {"#ffffff", "#f6f8fa", "#1f2933", "#5b6875", "#9aa5b1", "#dde2e7", "#00695c",
                "#ffffff", "#e2f0ed", "#a8560f", "#c08a3e", "#b3261e"};
    }
    return {"#182029", "#202a34", "#e7edf3", "#a9b6c3", "#74818e", "#34404c", "#5cc2b0",
            "#0d2320", "#1f4540", "#e6a45a", "#c08a3e", "#ff8a80"};
}

void dress(QApplication& application, const QString& fontFamily, Shade shade) {
    application.setProperty(shadeProperty, shade == Shade::Dark);
    application.setStyle(QStyleFactory::create("Fusion"));
    QFont font = application.font();
    font.setFamily(fontFamily);
    font.setHintingPreference(QFont::PreferNoHinting);
    if (QFontInfo(font).pixelSize() < smallestFont_px) font.setPixelSize(smallestFont_px);
    application.setFont(font);
    const LookColours look = coloursOf(shade);
    application.setPalette(paletteOf(look));
    application.setStyleSheet(styleSheetOf(look, QFontInfo(font).pixelSize()));
}

Shade currentShade() {
    if (qApp == nullptr) return Shade::Light;
    return qApp->property(shadeProperty).toBool() ? Shade::Dark : Shade::Light;
}

LookColours colours() { return coloursOf(currentShade()); }

QFont scaledFont(double factor, QFont::Weight weight) {
    QFont font = QApplication::font();
    font.setPixelSize(std::max(1, qRound(QFontInfo(font).pixelSize() * factor)));
    font.setWeight(weight);
    return font;
}

QLabel* roleLabel(const QString& text, const char* role, QWidget* parent) {
    auto* const label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("role", role);
    return label;
}

void setRole(QWidget* widget, const char* role) {
    widget->setProperty("role", role);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

double tabularWidth(const QFont& font, const QString& text) {
    const QFontMetricsF metrics(font);
    const double digit = widestDigit(metrics);
    double width = 0;
    for (const QChar letter : text) width += roomOf(metrics, letter, digit);
    return width;
}

void drawTabular(QPainter& painter, const QRectF& room, Qt::Alignment alignment, const QString& text) {
    const QFontMetricsF metrics(painter.font());
    const double digit = widestDigit(metrics);
    const double width = tabularWidth(painter.font(), text);
    double left = room.left();
    if (alignment & Qt::AlignRight) left = room.right() - width;
    if (alignment & Qt::AlignHCenter) left = room.center().x() - width / 2;
    const double baseline = room.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    for (const QChar letter : text) {
        const double wide = roomOf(metrics, letter, digit);
        const double own = metrics.horizontalAdvance(letter);
        painter.drawText(QPointF(left + (wide - own) / 2, baseline), QString(letter));
        left += wide;
    }
}

}  // namespace app
