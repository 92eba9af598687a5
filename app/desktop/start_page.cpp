// SPDX-License-Identifier: Apache-2.0
// A quiet page with a few large words.
#include "app/desktop/start_page.hpp"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/desktop/look.hpp"

namespace app {
namespace {

constexpr int pageWidth = 520;

QPushButton* choiceButton(const QString& text, const char* role, const std::function<void()>& chosen) {
    auto* const button = new QPushButton(text);
    button->setProperty("role", role);
    QObject::connect(button, &QPushButton::clicked, button, [&chosen] {
        if (chosen) chosen();
    });
    return button;
}

}  // namespace

StartPage::StartPage(const Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_fault(roleLabel({}, "fault")),
      m_recentHead(roleLabel(desk.sentence("desktop.recent").toUpper(), "heading")),
      m_recent(new QVBoxLayout) {
    setObjectName("page");
    setAttribute(Qt::WA_StyledBackground);
    auto* const outer = new QVBoxLayout(this);
    auto* const column = new QVBoxLayout;
    auto* const card = new QWidget;
    card->setFixedWidth(pageWidth);
    card->setLayout(column);
    outer->addStretch(2);
    outer->addWidget(card, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    column->setSpacing(10);
    auto* const name = roleLabel("Khoanh", "figure");
    name->setStyleSheet("color: " + colours().accent.name());
    column->addWidget(name);
    auto* const line = roleLabel(desk.sentence("desktop.welcome"), "quiet");
    line->setWordWrap(true);
    column->addWidget(line);
    column->addSpacing(8);
    m_fault->setWordWrap(true);
    m_fault->setObjectName("fault");
    m_fault->hide();
    column->addWidget(m_fault);
    column->addWidget(choiceButton(desk.sentence("desktop.open-sample"), "large-primary", onSample));
    column->addWidget(choiceButton(desk.sentence("desktop.new-workspace"), "large", onNew));
    column->addWidget(choiceButton(desk.sentence("desktop.open-workspace"), "large", onOpen));
    column->addSpacing(10);
    column->addWidget(m_recentHead);
    column->addLayout(m_recent);
}

void StartPage::showRecent(const QStringList& files) {
    while (QLayoutItem* const item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_recentHead->setVisible(!files.isEmpty());
    for (const QString& file : files) {
        auto* const button = new QPushButton(QFileInfo(file).fileName());
        button->setProperty("role", "link");
        button->setToolTip(QDir::toNativeSeparators(file));
        connect(button, &QPushButton::clicked, this, [this, file] {
            if (onRecent) onRecent(file);
        });
        m_recent->addWidget(button);
    }
}

void StartPage::showFault(const QString& sentence) {
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
}

}  // namespace app
