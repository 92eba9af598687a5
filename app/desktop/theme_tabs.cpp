// SPDX-License-Identifier: Apache-2.0
// Which maps stand under which question.
#include "app/desktop/theme_tabs.hpp"

#include <QHBoxLayout>
#include <QPushButton>
#include <algorithm>

namespace app {

const std::vector<ThemeTab>& themeTabs() {
    using enum layers::UnitLevel;
    static const std::vector<ThemeTab> tabs{{"forest", {"forest-cover", "forest-plots"}, Commune},
                                            {"wastewater", {"wastewater", "outfalls"}, Basin},
                                            {"models", {"waste-models"}, Commune},
                                            {"waste", {"waste-rural", "waste-urban"}, Commune},
                                            {"targets", {"targets"}, Commune}};
    return tabs;
}

const ThemeTab& tabOf(std::string_view theme) {
    const auto& tabs = themeTabs();
    const auto found = std::ranges::find_if(
        tabs, [&](const ThemeTab& tab) { return std::ranges::count(tab.themes, theme) > 0; });
    return found == tabs.end() ? tabs.front() : *found;
}

ThemeBar::ThemeBar(const Desk& desk, QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this)) {
    setObjectName("topBar");
    setAttribute(Qt::WA_StyledBackground);
    m_row->setContentsMargins(10, 6, 14, 6);
    m_row->setSpacing(2);
    for (const ThemeTab& tab : themeTabs()) {
        auto* const button = addTab(desk.sentence("desktop.tab-" + tab.name), toQt("tab-" + tab.name));
        connect(button, &QPushButton::clicked, this, [this, theme = tab.themes.front()] {
            if (onTheme) onTheme(theme);
        });
        m_buttons.push_back(button);
    }
    m_own = addTab(desk.sentence("desktop.tab-own"), "tab-own");
    connect(m_own, &QPushButton::clicked, this, [this] {
        if (onOwn) onOwn();
    });
    m_row->addStretch();
}

QPushButton* ThemeBar::addTab(const QString& text, const QString& name) {
    auto* const button = new QPushButton(text);
    button->setProperty("role", "tab");
    button->setObjectName(name);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    m_row->addWidget(button);
    return button;
}

void ThemeBar::showOwn() { m_own->setChecked(true); }

void ThemeBar::showTheme(const std::string& theme) {
    const auto at = &tabOf(theme) - themeTabs().data();
    m_buttons[static_cast<std::size_t>(at)]->setChecked(true);
}

void ThemeBar::addAtEnd(QWidget* widget) { m_row->addWidget(widget); }

}  // namespace app
