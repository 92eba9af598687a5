// SPDX-License-Identifier: Apache-2.0
// Who is farthest from where it should be: bars, the worst first.
#pragma once

#include <QWidget>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "app/desktop/desk.hpp"
#include "app/jobs/theme_view.hpp"

namespace app {

struct RankedUnit {
    std::string code;
    QString name;
    double amount = 0;
    QString text;
};

struct Ranking {
    QString title = {};
    std::vector<RankedUnit> units = {};
    /// Amounts are shortfalls, not achievements.
    bool isShortfall = true;
    /// Who is left out, and why.
    QString note = {};
};

/// By what is missing to the province's level where shares have terms, else by value.
Ranking rankingOf(const ThemeView& view, const Desk& desk);

class RankingPanel : public QWidget {
  public:
    explicit RankingPanel(const Desk& desk, QWidget* parent = nullptr);

    void show(Ranking ranking);
    void showSelected(std::set<std::string> codes);
    void showHovered(const std::string& code);

    /// The units of one bar, or of all bars from one to another.
    std::function<void(std::set<std::string> codes)> onBrush;
    /// One more unit, or one less.
    std::function<void(const std::string& code)> onToggle;
    std::function<void(const std::string& code)> onHover;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void fitHeight();
    int rowHeight() const;
    int titleHeight() const;
    int noteHeight() const;
    void drawNote(QPainter& painter) const;
    /// The place of the bar at a height, -1 for none.
    int rowAt(int y) const;
    std::string codeOf(int row) const;
    /// All from the bar pressed first to another.
    void brushTo(int row);
    void drawRow(QPainter& painter, std::size_t index) const;
    int nameWidth() const;
    void step(int rows, bool isExtending);

    Ranking m_ranking;
    std::set<std::string> m_selected;
    /// The bar pressed first, and the one reached.
    int m_anchor = -1;
    int m_reached = -1;
    std::string m_hovered;
};

}  // namespace app
