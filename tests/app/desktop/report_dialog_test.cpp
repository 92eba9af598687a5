// SPDX-License-Identifier: Apache-2.0
// The yearly report made in the window.
#include <gtest/gtest.h>

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>

#include "app/desktop/form_fields.hpp"
#include "tests/app/desktop/window_hands.hpp"

namespace {

class ReportDialog : public testing::TestWithParam<app::Language> {
  protected:
    ReportDialog() : m_window(GetParam()) { m_window.openCopy(); }

    app::JobDialog& open() {
        m_window->action("report")->trigger();
        return *stage::dialogOf(m_window);
    }

    stage::Window m_window;
};

}  // namespace

TEST_P(ReportDialog, showsWhatItFoundBeforeItWritesIt) {
    app::JobDialog& dialog = open();
    EXPECT_FALSE(dialog.workButton().isEnabled());
    dialog.previewButton().click();
    stage::finish(dialog);
    EXPECT_EQ(stage::cutIn(dialog).toStdString(), "");
    for (const char* name : {"bao-cao.xlsx", "bao-cao.pdf"}) {
        const auto file = m_window / name;
        app::JobDialog& next = name[8] == 'x' ? dialog : open();
        if (&next != &dialog) {
            next.previewButton().click();
            stage::finish(next);
        }
        next.findChild<QLineEdit*>("file")->setText(app::textOf(file));
        next.workButton().click();
        stage::finish(next);
        EXPECT_TRUE(std::filesystem::exists(file)) << name;
        next.reject();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

TEST_P(ReportDialog, wantsAPreviewOfTheYearThatIsChosen) {
    app::JobDialog& dialog = open();
    dialog.previewButton().click();
    stage::finish(dialog);
    EXPECT_TRUE(dialog.workButton().isEnabled());
    auto* const year = dialog.findChild<QSpinBox*>("reportYear");
    year->setValue(year->value() - 1);
    EXPECT_FALSE(dialog.workButton().isEnabled());
    EXPECT_TRUE(dialog.findChild<QLineEdit*>("file")->text().contains(QString::number(year->value())));
}

TEST_P(ReportDialog, keepsAFileChosenByHandThoughTheYearChanges) {
    app::JobDialog& dialog = open();
    auto* const year = dialog.findChild<QSpinBox*>("reportYear");
    auto* const file = dialog.findChild<QLineEdit*>("file");
    const QString byHand = app::textOf(m_window / "nam.xlsx.d/giao nop.pdf");
    const QString proposed = file->text();
    file->setText(byHand);
    year->setValue(year->value() - 1);
    EXPECT_EQ(file->text(), byHand);

    file->setText(QString(proposed)
                      .replace(QString::number(year->value() + 1), QString::number(year->value()))
                      .replace(QRegularExpression("xlsx$"), "pdf"));
    year->setValue(year->value() - 1);

    EXPECT_TRUE(file->text().endsWith(QString("-%1.pdf").arg(year->value()))) << file->text().toStdString();
}

INSTANTIATE_TEST_SUITE_P(Languages, ReportDialog,
                         testing::Values(app::Language::Vietnamese, app::Language::English));
