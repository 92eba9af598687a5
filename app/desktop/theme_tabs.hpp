// SPDX-License-Identifier: Apache-2.0
// The themes as people know them: a tab for each question, one or two maps in it.
#pragma once

#include <QWidget>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/desktop/desk.hpp"
#include "layers/units/unit.hpp"

class QHBoxLayout;
class QPushButton;

namespace app {

struct ThemeTab {
    /// `desktop.tab-<name>` is its label.
    std::string name;
    /// Theme files; `desktop.map-<theme>` labels each where there are several.
    std::vector<std::string> themes;
    /// Whose units it opens with.
    layers::UnitLevel level = layers::UnitLevel::Commune;
};

/// In the order of the plan.
const std::vector<ThemeTab>& themeTabs();
const ThemeTab& tabOf(std::string_view theme);

/// The row of tabs.
class ThemeBar : public QWidget {
  public:
    explicit ThemeBar(const Desk& desk, QWidget* parent = nullptr);

    void showTheme(const std::string& theme);
    /// A theme of one's own has a tab of its own.
    void showOwn();
    /// What stands at the right end of the bar.
    void addAtEnd(QWidget* widget);

    std::function<void(const std::string& theme)> onTheme;
    std::function<void()> onOwn;

  private:
    QPushButton* addTab(const QString& text, const QString& name);

    std::vector<QPushButton*> m_buttons;
    QPushButton* m_own = nullptr;
    QHBoxLayout* m_row;
};

}  // namespace app
