// SPDX-License-Identifier: Apache-2.0
// A list of pages; topics carried by widgets as a property.
#include "app/desktop/guide_pages.hpp"

#include <QApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QMessageBox>
#include <QShortcut>
#include <QUrl>
#include <QVariant>
#include <QWidget>
#include <algorithm>
#include <array>

#include "app/desktop/form_fields.hpp"

namespace app {
namespace {

struct GuidePage {
    const char* topic;
    const char* vietnamese;
    const char* english;
};

constexpr std::array<GuidePage, 12> pages{{{"start", "ban-do-dau-tien", "first-map"},
                                           {"import", "tu-tep-nguon-den-ban-do", "from-files-to-a-map"},
                                           {"names", "noi-bang-theo-xa-cu", "old-communes"},
                                           {"tables", "bang-so-lieu-va-chi-tieu", "tables-and-targets"},
                                           {"forest", "nhap-kiem-ke-rung", "forest-inventory"},
                                           {"wastewater", "nuoc-thai", "wastewater"},
                                           {"maps", "in-ban-do-va-bieu-do", "maps-on-paper-and-charts"},
                                           {"check", "diem-va-kiem-tra-thuc-dia", "sites-and-field-checks"},
                                           {"field", "mot-ngay-thuc-dia", "field-day"},
                                           {"findings", "du-lieu-co-loi", "bad-input"},
                                           {"areas", "do-dien-tich-va-chong-xep", "areas-and-overlay"},
                                           {"plan", "ke-hoach", "plan"}}};

constexpr const char* property = "guideTopic";

}  // namespace

std::vector<std::string> guideTopics() {
    std::vector<std::string> topics;
    for (const GuidePage& page : pages) topics.emplace_back(page.topic);
    return topics;
}

void setGuideTopic(QWidget& widget, const char* topic) { widget.setProperty(property, topic); }

std::string guideTopicOf(const QWidget* widget) {
    for (const QWidget* one = widget; one != nullptr; one = one->parentWidget()) {
        const QString topic = one->property(property).toString();
        if (!topic.isEmpty()) return topic.toStdString();
    }
    return pages.front().topic;
}

std::filesystem::path guidePage(const Desk& desk, const std::string& topic) {
    const bool isEnglish = desk.words.language() == Language::English;
    const auto found = std::ranges::find(pages, topic, &GuidePage::topic);
    const GuidePage& page = found == pages.end() ? pages.front() : *found;
    const std::string name = isEnglish ? page.english : page.vietnamese;
    return desk.dataFolder / "guide" / (isEnglish ? "en" : "vi") / (name + ".md");
}

void openGuide(const Desk& desk, QWidget* window, const std::string& topic) {
    const auto page = guidePage(desk, topic);
    const bool isOpen =
        QFileInfo::exists(textOf(page)) && QDesktopServices::openUrl(QUrl::fromLocalFile(textOf(page)));
    if (isOpen) return;
    QMessageBox::information(window, "Khoanh", desk.sentence("desktop.guide-at", {{"path", page.string()}}));
}

void answerHelpKey(const Desk& desk, QWidget& window) {
    auto* const key = new QShortcut(QKeySequence::HelpContents, &window);
    QObject::connect(key, &QShortcut::activated, &window, [&desk, &window] {
        const QWidget* const focused = QApplication::focusWidget();
        const bool isInside = focused != nullptr && window.isAncestorOf(focused);
        openGuide(desk, &window, guideTopicOf(isInside ? focused : &window));
    });
}

}  // namespace app
