// SPDX-License-Identifier: Apache-2.0
// Whose figures, of which map and year: the row under the tabs.
#pragma once

#include <QWidget>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/desktop/desk.hpp"
#include "app/jobs/theme_choices.hpp"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace app {

class ElidedLabel;

class FigureBar : public QWidget {
  public:
    explicit FigureBar(const Desk& desk, QWidget* parent = nullptr);

    void showTheme(const std::string& theme);
    /// A theme of one's own stands alone.
    void showOwn();
    void showChoices(const ThemeChoices& choices, const LevelChoice& level, std::optional<int> year);
    /// Says what the whole province is to reach.
    void showTarget(const QString& text);
    void addAtEnd(QWidget* widget);

    std::function<void(const LevelChoice&)> onLevel;
    std::function<void(int year)> onYear;
    std::function<void(const std::string& theme)> onTheme;

  private:
    QPushButton* addPill(QHBoxLayout* row, const QString& text, bool isChecked);

    const Desk& m_desk;
    QComboBox* m_levels;
    QHBoxLayout* m_maps;
    QHBoxLayout* m_years;
    QLabel* m_yearsLabel;
    ElidedLabel* m_target;
    QHBoxLayout* m_row;
    std::vector<LevelChoice> m_choices;
};

/// `Xã, phường (từ 01/7/2025)`, `Huyện, thành phố (đến 30/6/2025)`.
QString labelOf(const LevelChoice& choice, const std::vector<LevelChoice>& all, const Desk& desk);

}  // namespace app
