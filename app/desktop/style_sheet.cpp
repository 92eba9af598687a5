// SPDX-License-Identifier: Apache-2.0
// Rules with places for colours (`@ink`) and sizes (`@size.85`).
#include "app/desktop/style_sheet.hpp"

#include <QList>
#include <QPair>
#include <QRegularExpression>

namespace app {
namespace {

constexpr const char* rules = R"(
QWidget { color: @ink; }
QMainWindow, QDialog, #page { background: @paper; }
QToolTip { background: @paper; color: @ink; border: 1px solid @hairline; padding: 4px; }
#topBar, #figureBar { background: @paper; border-bottom: 1px solid @hairline; }
#statusLine { background: @paper; border-top: 1px solid @hairline; }
#leftSide { background: @paper; border-right: 1px solid @hairline; }
#rightSide { background: @paper; border-left: 1px solid @hairline; }
#rightSide QScrollArea, #leftSide QScrollArea { background: @paper; border: none; }
#rule { background: @hairline; max-height: 1px; min-height: 1px; border: none; }
QLabel[role="heading"] { color: @quiet; font-size: @size.80; font-weight: 600; }
QLabel[role="title"] { font-size: @size1.45; font-weight: 600; }
QLabel[role="figure"] { font-size: @size1.75; font-weight: 700; }
QLabel[role="good-figure"] { font-size: @size1.75; font-weight: 700; color: @accent; }
QLabel[role="note"] { color: @quiet; font-size: @size.85; }
QLabel[role="quiet"] { color: @quiet; }
QLabel[role="short"] { color: @shortfall; }
QLabel[role="good"] { color: @accent; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="fault"] { color: @fault; }
QLabel[role="verdict"], QLabel[role="verdict-in"], QLabel[role="verdict-out"] { font-size: @size1.9; font-weight: 700; }
QLabel[role="verdict-in"] { color: @accent; }
QLabel[role="verdict-out"] { color: @fault; }
QPushButton { background: @paper; border: 1px solid @hairline; border-radius: 6px; padding: 5px 12px; }
QPushButton:hover { background: @ground; border-color: @faint; }
QPushButton:focus, QComboBox:focus, QLineEdit:focus { border-color: @accent; }
QPushButton:disabled { color: @faint; }
QPushButton[role="primary"] { background: @accent; color: @onAccent; border-color: @accent; }
QPushButton[role="primary"]:disabled { background: @hairline; color: @quiet; border-color: @hairline; }
QPushButton[role="tab"] { border: 1px solid transparent; padding: 7px 12px; border-radius: 7px; }
QPushButton[role="tab"]:hover { background: @ground; }
QPushButton[role="tab"]:checked { background: @accentSoft; color: @accent; font-weight: 600; }
QPushButton[role="tab"]:focus { border-color: @accent; }
QPushButton[role="pill"] { border: 1px solid transparent; padding: 3px 10px; border-radius: @size.85; color: @quiet; }
QPushButton[role="pill"]:hover { background: @ground; }
QPushButton[role="pill"]:checked { background: @accent; color: @onAccent; font-weight: 600; }
QPushButton[role="pill"]:focus { border-color: @accent; }
QPushButton[role="link"] { border: 1px solid transparent; padding: 2px 4px; color: @accent; text-align: left; }
QPushButton[role="link"]:focus { border-color: @accent; }
QPushButton[role="large"] { font-size: @size1.25; font-weight: 600; padding: 8px 14px; min-height: @size2.4;
    border-radius: 10px; }
QPushButton[role="large-primary"] { font-size: @size1.25; font-weight: 600; padding: 8px 14px; min-height: @size2.4;
    border-radius: 10px;
    background: @accent; color: @onAccent; border-color: @accent; }
QToolButton { background: @paper; border: 1px solid @hairline; border-radius: 6px; padding: 4px 8px; }
QToolButton:hover { background: @ground; }
QToolButton:focus { border-color: @accent; }
QToolButton::menu-indicator { image: none; width: 0; }
QComboBox, QLineEdit, QTextEdit, QPlainTextEdit { background: @paper; border: 1px solid @hairline;
    border-radius: 6px; padding: 4px 8px; selection-background-color: @accent; selection-color: @onAccent; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: none; width: 0; height: 0; }
QComboBox QAbstractItemView, QListView { background: @paper; border: 1px solid @hairline; outline: none; }
QAbstractItemView::item:selected { background: @accentSoft; color: @ink; }
QTabWidget::pane { border: none; border-top: 1px solid @hairline; }
QTabWidget::tab-bar { left: 8px; }
QTabBar, #brushed { background: @paper; }
QTabBar::tab { padding: 7px 12px; border: none; background: @paper; color: @quiet; }
QTabBar::tab:selected { background: @ground; color: @ink; font-weight: 600; border-top-left-radius: 6px;
    border-top-right-radius: 6px; }
QTabBar::tab:hover { color: @ink; }
QHeaderView { background: @ground; }
QHeaderView::section { background: @ground; color: @quiet; border: none; border-bottom: 1px solid @hairline;
    padding: 6px 10px; font-size: @size.88; font-weight: 600; }
QTableView, QTreeView { background: @paper; border: none; gridline-color: @hairline; outline: none; }
QTableView::item { border-bottom: 1px solid @hairline; }
QAbstractScrollArea::corner, QTableCornerButton::section { background: @paper; border: none; }
QCheckBox { spacing: 8px; padding: 2px 0; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @faint; border-radius: 4px; background: @paper; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; }
QCheckBox::indicator:focus { border-color: @accent; }
QCheckBox:disabled { color: @faint; }
QRadioButton { spacing: 8px; }
QProgressBar { background: @hairline; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QSplitter::handle { background: @hairline; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
#card, #streamCard { background: @paper; border: 1px solid @hairline; border-radius: 10px; }
#welcomeCard { background: @paper; border: 1px solid @hairline; border-radius: 12px; }
QMenu { background: @paper; border: 1px solid @hairline; padding: 4px; }
QMenu::item { padding: 6px 22px 6px 14px; border-radius: 4px; }
QMenu::item:selected { background: @accentSoft; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @hairline; margin: 4px 8px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @hairline; border-radius: 4px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; border: none;
    width: 0; height: 0; }
)";

QString withSizes(QString sheet, int font_px) {
    static const QRegularExpression place("@size([0-9]*\\.?[0-9]+)");
    for (auto found = place.match(sheet); found.hasMatch(); found = place.match(sheet)) {
        const int size = qRound(font_px * found.captured(1).toDouble());
        sheet.replace(found.capturedStart(), found.capturedLength(), QString::number(size) + "px");
    }
    return sheet;
}

}  // namespace

QString styleSheetOf(const LookColours& look, int font_px) {
    // Longer names first: `@accentSoft` begins with `@accent`.
    const QList<QPair<QString, QColor>> colours{
        {"@accentSoft", look.accentSoft}, {"@accent", look.accent},       {"@onAccent", look.onAccent},
        {"@shortfall", look.shortfall},   {"@hairline", look.hairline},   {"@ground", look.ground},
        {"@paper", look.paper},           {"@quiet", look.quiet},         {"@faint", look.faint},
        {"@fault", look.fault},           {"@ink", look.ink}};
    QString sheet = rules;
    for (const auto& [name, colour] : colours) sheet.replace(name, colour.name());
    return withSizes(sheet, font_px);
}

}  // namespace app
