// SPDX-License-Identifier: Apache-2.0
// Names nobody knows, from the import to the answer and back.
#include <gtest/gtest.h>

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <fstream>
#include <stop_token>

#include "app/desktop/form_fields.hpp"
#include "app/desktop/names_form.hpp"
#include "app/jobs/workspace_view.hpp"
#include "tests/app/desktop/window_hands.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

/// Of the first row the file misspells the name; of the second it means no commune at all.
constexpr const char* rows =
    "code,name,indicator,period,numerator,denominator,unit\n"
    ",Xã Bum Tỏ,waste-rural,2026,1,2,tấn/ngày\n"
    ",Xã Ở Đâu Đó,waste-rural,2026,2,4,tấn/ngày\n"
    "03390,Xã Bình Lư,waste-rural,2026,3,4,tấn/ngày\n";

class NamesDialog : public testing::TestWithParam<app::Language> {
  protected:
    NamesDialog() : m_window(GetParam()) { m_window.openCopy(); }

    /// Brings the rows in and follows the button the import ends with.
    app::JobDialog* importAndFollow() {
        m_before = unmatched();
        const auto file = m_window / "chi_tieu_2026.csv";
        std::ofstream(file) << rows;
        m_window->takeFiles({app::textOf(file)});
        app::JobDialog* const import = stage::dialogOf(m_window);
        for (QPushButton* const button : {&import->previewButton(), &import->workButton()}) {
            button->click();
            stage::finish(*import);
        }
        m_window.settle();
        EXPECT_TRUE(import->nextButton().isVisible());
        EXPECT_TRUE(import->nextButton().text().contains(QString::number(m_before + 2)));
        import->nextButton().click();
        app::JobDialog* const names = stage::dialogOf(m_window);
        EXPECT_TRUE(stage::waitFor([&] { return formOf(*names).isReady(); }));
        return names;
    }
    static app::NamesForm& formOf(app::JobDialog& dialog) {
        return *static_cast<app::NamesForm*>(dialog.findChild<QScrollArea*>("namesForm"));
    }
    /// The box of proposals for a writing, and the box of all units below it.
    static QList<QComboBox*> boxesFor(app::JobDialog& dialog, const QString& written) {
        QList<QComboBox*> boxes;
        for (QComboBox* const box : formOf(dialog).findChildren<QComboBox*>())
            if (box->accessibleName().endsWith(written)) boxes << box;
        return boxes;
    }
    static void choose(QComboBox& box, const QString& code) {
        const int at = box.findText(code, Qt::MatchContains);
        ASSERT_GE(at, 0);
        box.setCurrentIndex(at);
    }
    std::int64_t unmatched() const {
        geo::Progress quiet;
        return app::unmatchedRows(m_window->project(), quiet);
    }

    mutable stage::Window m_window;
    /// Rows of the sample itself that wait for an answer.
    std::int64_t m_before = 0;
};

}  // namespace

TEST_P(NamesDialog, joinsTheRowsSomebodyAnsweredForAndUndoTakesItBack) {
    app::JobDialog* const dialog = importAndFollow();
    const app::Project imported = m_window->project();
    const auto boxes = boxesFor(*dialog, "Xã Bum Tỏ");
    ASSERT_EQ(boxes.size(), 2);
    EXPECT_EQ(boxes[0]->currentIndex(), 0);
    choose(*boxes[0], "03433");
    dialog->workButton().click();
    stage::finish(*dialog);
    m_window.settle();
    EXPECT_EQ(unmatched(), m_before + 1);
    dialog->reject();
    m_window->action("undo")->trigger();
    m_window.settle();
    EXPECT_EQ(m_window->project().layers, imported.layers);
    EXPECT_EQ(unmatched(), m_before + 2);
    m_window->action("redo")->trigger();
    m_window.settle();
    EXPECT_EQ(unmatched(), m_before + 1);
}

TEST_P(NamesDialog, takesAUnitNobodyProposed) {
    app::JobDialog* const dialog = importAndFollow();
    const auto boxes = boxesFor(*dialog, "Xã Ở Đâu Đó");
    ASSERT_EQ(boxes.size(), 2);
    boxes[0]->setCurrentIndex(boxes[0]->count() - 1);
    EXPECT_TRUE(boxes[1]->isVisible());
    EXPECT_GT(boxes[1]->count(), 100);
    choose(*boxes[1], "03388");
    dialog->workButton().click();
    stage::finish(*dialog);
    m_window.settle();
    EXPECT_EQ(unmatched(), m_before + 1);
}

TEST_P(NamesDialog, keepsNothingWhenNothingIsDecided) {
    app::JobDialog* const dialog = importAndFollow();
    const app::Project before = app::openProject(m_window->project().workspace);
    dialog->workButton().click();
    stage::finish(*dialog);
    bool isTold = false;
    for (const QLabel* const label : dialog->findChildren<QLabel*>())
        isTold = isTold || (label->isVisible() && label->property("role") == "fault");
    EXPECT_TRUE(isTold);
    EXPECT_EQ(app::openProject(before.workspace), before);
}

TEST_P(NamesDialog, saysThatItIsStillReading) {
    m_window->action("names")->trigger();
    app::JobDialog* const dialog = stage::dialogOf(m_window);
    auto* const reading = dialog->findChild<QLabel*>("namesReading");
    ASSERT_NE(reading, nullptr);
    // The form shows itself in the next round of the window's events, and only that event is answered here.
    QApplication::sendPostedEvents(&formOf(*dialog), QEvent::MetaCall);
    EXPECT_TRUE(reading->isVisible());
    EXPECT_EQ(reading->text(), m_window.desk().sentence("desktop.names-reading"));
    EXPECT_FALSE(dialog->workButton().isEnabled());

    ASSERT_TRUE(stage::waitFor([&] { return formOf(*dialog).isReady(); }));

    EXPECT_GT(formOf(*dialog).questionCount(), 0);
    EXPECT_FALSE(reading->isVisible());
    EXPECT_TRUE(dialog->workButton().isEnabled());
}

TEST_P(NamesDialog, takesNoSecondAnswerWhileTheFirstIsKept) {
    app::JobDialog* const dialog = importAndFollow();
    const auto boxes = boxesFor(*dialog, "Xã Bum Tỏ");
    choose(*boxes[0], "03433");
    dialog->workButton().click();
    ASSERT_TRUE(dialog->isBusy());
    boxes[0]->setCurrentIndex(0);
    EXPECT_FALSE(dialog->workButton().isEnabled());
    stage::finish(*dialog);
}

TEST_P(NamesDialog, cutsOffNoWord) {
    app::JobDialog* const dialog = importAndFollow();
    for (QComboBox* const box : formOf(*dialog).findChildren<QComboBox*>()) box->setCurrentIndex(1);
    QApplication::processEvents();
    EXPECT_EQ(stage::cutIn(*dialog).toStdString(), "");
    EXPECT_LE(dialog->height(), 720);
}

TEST(RowsToAnswer, areNoneWhereTheCountWasStopped) {
    const auto desk = office::Desk::whole();
    geo::Progress quiet;
    std::stop_source stop;
    stop.request_stop();
    geo::Progress stopped({}, stop.get_token());
    ASSERT_EQ(office::errorOf([&] { app::unmatchedRows(desk.project(), stopped); }).kind(),
              geo::ErrorKind::Stopped);

    EXPECT_EQ(app::rowsToAnswer(desk.project(), stopped), 0);

    EXPECT_EQ(app::rowsToAnswer(desk.project(), quiet), app::unmatchedRows(desk.project(), quiet));
}

INSTANTIATE_TEST_SUITE_P(Languages, NamesDialog,
                         testing::Values(app::Language::Vietnamese, app::Language::English));
