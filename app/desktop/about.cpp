// SPDX-License-Identifier: Apache-2.0
// Versions, and what the program is for.
#include "app/desktop/about.hpp"

#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/desktop/look.hpp"

namespace app {

void showAbout(const Desk& desk, QWidget* window) {
    auto* const dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName("about");
    dialog->setWindowTitle(desk.sentence("desktop.do-about"));
    auto* const column = new QVBoxLayout(dialog);
    column->setContentsMargins(24, 20, 24, 18);
    column->setSpacing(8);
    column->addWidget(roleLabel("Khoanh", "good-figure"));
    column->addWidget(roleLabel(desk.sentence("help.version"), "strong"));
    auto* const text = roleLabel(desk.sentence("desktop.about", {{"qt", std::string(qVersion())}}), "quiet");
    text->setWordWrap(true);
    text->setMinimumWidth(text->fontMetrics().averageCharWidth() * 62);
    column->addWidget(text);
    auto* const close = new QPushButton(desk.sentence("desktop.close"));
    column->addWidget(close, 0, Qt::AlignRight);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    dialog->show();
}

}  // namespace app
