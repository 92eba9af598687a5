// SPDX-License-Identifier: Apache-2.0
// A box of levels, pills of maps and years.
#include "app/desktop/figure_bar.hpp"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

#include "app/desktop/choice_box.hpp"
#include "app/desktop/elided_label.hpp"
#include "app/desktop/look.hpp"
#include "app/desktop/theme_tabs.hpp"

namespace app {
namespace {

void clear(QHBoxLayout* row) {
    while (QLayoutItem* const item = row->takeAt(0)) {
        if (item->widget() != nullptr) {
            // The pill that was pressed is still on the stack.
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

QHBoxLayout* pillRow() {
    auto* const row = new QHBoxLayout;
    row->setSpacing(2);
    return row;
}

}  // namespace

QString labelOf(const LevelChoice& choice, const std::vector<LevelChoice>& all, const Desk& desk) {
    const std::string level = layers::wordOf(choice.level);
    const QString word = capitalised(desk.word(level));
    if (choice.level == layers::UnitLevel::Basin) return word;
    const auto newest = std::ranges::find(all, choice.level, &LevelChoice::level);
    // The newest communes are those of today; all else has ended.
    const bool isToday = choice.level == layers::UnitLevel::Commune && newest != all.end() && *newest == choice;
    return desk.sentence(isToday ? "desktop.level-since" : "desktop.level-until",
                         {{"level", word.toStdString()}, {"day", geo::isoText(choice.unitsOn)}});
}

FigureBar::FigureBar(const Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_levels(new ChoiceBox),
      m_maps(pillRow()),
      m_years(pillRow()),
      m_yearsLabel(new QLabel(desk.sentence("desktop.year"))),
      m_target(new ElidedLabel),
      m_row(new QHBoxLayout(this)) {
    setObjectName("figureBar");
    setAttribute(Qt::WA_StyledBackground);
    m_row->setContentsMargins(14, 6, 14, 6);
    m_row->setSpacing(8);
    auto* const levelLabel = new QLabel(desk.sentence("desktop.level"));
    levelLabel->setBuddy(m_levels);
    m_levels->setAccessibleName(desk.sentence("desktop.level"));
    m_levels->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_row->addWidget(levelLabel);
    m_row->addWidget(m_levels);
    m_row->addLayout(m_maps);
    m_row->addSpacing(6);
    m_row->addWidget(m_yearsLabel);
    m_row->addLayout(m_years);
    m_row->addSpacing(6);
    m_row->addWidget(m_target, 1);
    connect(m_levels, &QComboBox::activated, this, [this](int index) {
        if (onLevel) onLevel(m_choices[static_cast<std::size_t>(index)]);
    });
}

QPushButton* FigureBar::addPill(QHBoxLayout* row, const QString& text, bool isChecked) {
    auto* const pill = new QPushButton(text);
    pill->setProperty("role", "pill");
    pill->setCheckable(true);
    pill->setChecked(isChecked);
    row->addWidget(pill);
    return pill;
}

void FigureBar::showTheme(const std::string& theme) {
    clear(m_maps);
    const ThemeTab& tab = tabOf(theme);
    if (tab.themes.size() < 2) return;
    for (const std::string& one : tab.themes) {
        auto* const pill = addPill(m_maps, m_desk.sentence("desktop.map-" + one), one == theme);
        connect(pill, &QPushButton::clicked, this, [this, one] {
            if (onTheme) onTheme(one);
        });
    }
}

void FigureBar::showOwn() { clear(m_maps); }

void FigureBar::showChoices(const ThemeChoices& choices, const LevelChoice& level, std::optional<int> year) {
    m_choices = choices.levels;
    m_levels->clear();
    for (const LevelChoice& choice : m_choices) m_levels->addItem(labelOf(choice, m_choices, m_desk));
    const auto at = std::ranges::find(m_choices, level);
    m_levels->setCurrentIndex(at == m_choices.end() ? -1 : static_cast<int>(at - m_choices.begin()));
    clear(m_years);
    m_yearsLabel->setVisible(!choices.years.empty());
    for (const int one : choices.years) {
        auto* const pill = addPill(m_years, QString::number(one), one == year);
        pill->setObjectName("year-" + QString::number(one));
        pill->setAccessibleName(m_desk.sentence("desktop.year-of", {{"year", std::to_string(one)}}));
        connect(pill, &QPushButton::clicked, this, [this, one] {
            if (onYear) onYear(one);
        });
    }
}

void FigureBar::showTarget(const QString& text) {
    m_target->setText(text);
}

void FigureBar::addAtEnd(QWidget* widget) { m_row->addWidget(widget); }

}  // namespace app
