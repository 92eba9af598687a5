// SPDX-License-Identifier: Apache-2.0
// How the window looks: calm and white, one accent, or the same in the dark.
#pragma once

#include <QColor>
#include <QFont>
#include <QString>

class QApplication;
class QLabel;
class QPainter;
class QRectF;
class QWidget;

namespace app {

enum class Shade { Light, Dark };

struct LookColours {
    QColor paper;
    /// Of the map's surroundings and heads of tables.
    QColor ground;
    QColor ink;
    QColor quiet;
    QColor faint;
    QColor hairline;
    QColor accent;
    QColor onAccent;
    QColor accentSoft;
    /// Of what falls short.
    QColor shortfall;
    QColor shortfallBar;
    QColor fault;
};

LookColours coloursOf(Shade shade);

/// Sets font, palette and style of the whole program.
void dress(QApplication& application, const QString& fontFamily, Shade shade);
/// The shade the program is dressed in.
Shade currentShade();
LookColours colours();

/// A font of the program's size times a factor.
QFont scaledFont(double factor, QFont::Weight weight = QFont::Normal);

/// A label in one of the looks the style sheet knows: `heading`, `figure`, `note`, `quiet`, `short`, `good`.
QLabel* roleLabel(const QString& text, const char* role, QWidget* parent = nullptr);
/// Gives a widget another of these looks.
void setRole(QWidget* widget, const char* role);

/// Draws a text whose digits all take the same room, so that figures stand below one another.
void drawTabular(QPainter& painter, const QRectF& room, Qt::Alignment alignment, const QString& text);
double tabularWidth(const QFont& font, const QString& text);

}  // namespace app
