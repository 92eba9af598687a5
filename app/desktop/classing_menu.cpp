// SPDX-License-Identifier: Apache-2.0
// A method, then a number.
#include "app/desktop/classing_menu.hpp"

#include <QMenu>

namespace app {
namespace {

constexpr int fewestClasses = 3;
constexpr int mostOffered = 8;

}  // namespace

ClassingMenu::ClassingMenu(const Desk& desk, QWidget* parent)
    : QPushButton(desk.sentence("desktop.classing"), parent), m_desk(desk) {
    setProperty("role", "link");
    setObjectName("classing");
    auto* const menu = new QMenu(this);
    setMenu(menu);
    connect(menu->addAction(desk.sentence("desktop.classing-theme")), &QAction::triggered, this, [this] {
        if (onChoice) onChoice(std::nullopt);
    });
    using enum styles::ClassMethod;
    for (const auto method : {NaturalBreaks, Quantile, EqualInterval, Pretty, StandardDeviation}) addMethod(method);
}

void ClassingMenu::addMethod(styles::ClassMethod method) {
    QMenu* const counts = menu()->addMenu(m_desk.sentence("desktop.classing-" + styles::wordOf(method)));
    for (int count = fewestClasses; count <= mostOffered; ++count) {
        const QString label = m_desk.sentence("desktop.classes", {{"count", std::int64_t{count}}});
        connect(counts->addAction(label), &QAction::triggered, this, [this, method, count] {
            if (onChoice) onChoice(styles::Classing{method, count, {}});
        });
    }
}

}  // namespace app
