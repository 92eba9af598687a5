// SPDX-License-Identifier: Apache-2.0
// Versions, and the guide opened.
#include "app/desktop/about.hpp"

#include <QDesktopServices>
#include <QDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include "app/desktop/form_fields.hpp"
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

void openGuide(const Desk& desk, QWidget* window) {
    const bool isEnglish = desk.words.language() == Language::English;
    const auto page = desk.dataFolder / "guide" / (isEnglish ? "en/first-map.md" : "vi/ban-do-dau-tien.md");
    const bool isOpen = QFileInfo::exists(textOf(page)) &&
                        QDesktopServices::openUrl(QUrl::fromLocalFile(textOf(page)));
    if (isOpen) return;
    QMessageBox::information(window, "Khoanh", desk.sentence("desktop.guide-at", {{"path", page.string()}}));
}

}  // namespace app
