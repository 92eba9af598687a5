// SPDX-License-Identifier: Apache-2.0
// Maps out of the window in every form the dialog offers.
#include <gtest/gtest.h>

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPrinter>
#include <QPushButton>
#include <fstream>

#include "app/desktop/form_fields.hpp"
#include "tests/app/desktop/window_hands.hpp"

namespace {

class MapDialog : public testing::TestWithParam<app::Language> {
  protected:
    MapDialog() : m_window(GetParam()) { m_window.openCopy(); }

    app::JobDialog& open() {
        m_window->action("export-map")->trigger();
        return *stage::dialogOf(m_window);
    }
    static void choose(app::JobDialog& dialog, const char* box, const std::string& word) {
        auto* const field = dialog.findChild<QComboBox*>(box);
        app::choose(*field, word);
        ASSERT_GE(field->currentIndex(), 0) << word;
    }
    /// Bytes of what the dialog made, nothing where it made nothing.
    std::string made(app::JobDialog& dialog, const std::string& name) {
        const auto file = m_window / name;
        dialog.findChild<QLineEdit*>("file")->setText(app::textOf(file));
        dialog.workButton().click();
        stage::finish(dialog);
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    static std::size_t pagesIn(const std::string& pdf) {
        std::size_t pages = 0;
        for (auto at = pdf.find("/Type /Page\n"); at != std::string::npos;
             at = pdf.find("/Type /Page\n", at + 1))
            ++pages;
        return pages;
    }

    stage::Window m_window;
};

}  // namespace

TEST_P(MapDialog, makesAnUprightPageWithMeridians) {
    app::JobDialog& dialog = open();
    choose(dialog, "pageOrientation", "portrait");
    choose(dialog, "pageGrid", "graticule");
    const std::string pdf = made(dialog, "page.pdf");
    EXPECT_EQ(pagesIn(pdf), 1u);
    EXPECT_NE(pdf.find("/MediaBox [0 0 595"), std::string::npos) << pdf.substr(0, 600);
}

TEST_P(MapDialog, makesAnAtlasOfOnePageAUnit) {
    app::JobDialog& dialog = open();
    choose(dialog, "mapKind", "atlas");
    EXPECT_EQ(pagesIn(made(dialog, "atlas.pdf")), 40u);  // 38 communes, the whole, the index
}

TEST_P(MapDialog, drawsChangesAndCirclesAndYears) {
    m_window.showTheme("waste-urban");
    for (const char* kind : {"years", "since", "numerator"}) {
        app::JobDialog& dialog = open();
        choose(dialog, "mapKind", kind);
        EXPECT_GT(made(dialog, std::string(kind) + ".png").size(), 20'000u) << kind;
        dialog.reject();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

TEST_P(MapDialog, printsThePageOnWhateverPrinterIsChosen) {
    const auto file = m_window / "printed.pdf";
    m_window->jobs().choosePrinter = [&](QWidget*) {
        const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        printer->setOutputFileName(app::textOf(file));
        return printer;
    };
    app::JobDialog& dialog = open();
    dialog.otherButton().click();
    stage::finish(dialog);
    ASSERT_TRUE(std::filesystem::exists(file));
    EXPECT_GT(std::filesystem::file_size(file), 20'000u);
}

TEST_P(MapDialog, doesNothingWhenNobodyWantsToPrint) {
    m_window->jobs().choosePrinter = [](QWidget*) { return nullptr; };
    app::JobDialog& dialog = open();
    dialog.otherButton().click();
    EXPECT_FALSE(dialog.isBusy());
    EXPECT_TRUE(dialog.workButton().isVisible());
}

TEST_P(MapDialog, cutsOffNoWord) {
    m_window.showTheme("waste-urban");
    app::JobDialog& dialog = open();
    for (const char* kind : {"map", "atlas", "years", "since"}) {
        choose(dialog, "mapKind", kind);
        QApplication::processEvents();
        EXPECT_EQ(stage::cutIn(dialog).toStdString(), "") << kind;
    }
    EXPECT_LE(dialog.height(), 720);
}

INSTANTIATE_TEST_SUITE_P(Languages, MapDialog,
                         testing::Values(app::Language::Vietnamese, app::Language::English));
