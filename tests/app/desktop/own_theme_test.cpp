// SPDX-License-Identifier: Apache-2.0
// A theme file of one's own: shown, kept, refused by the key that is at fault.
#include <gtest/gtest.h>

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>
#include <fstream>
#include <sstream>

#include "app/desktop/form_fields.hpp"
#include "tests/app/desktop/window_hands.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

class OwnTheme : public testing::Test {
  protected:
    OwnTheme() { m_window.openCopy(); }

    /// The shipped theme of forest cover with one text in the place of another.
    std::filesystem::path themeWith(const std::string& from, const std::string& to) {
        std::ifstream shipped(office::dataFolder() / "themes/forest-cover.json");
        std::stringstream text;
        text << shipped.rdbuf();
        std::string theme = text.str();
        theme.replace(theme.find(from), from.size(), to);
        const auto file = m_window / "rieng.json";
        std::ofstream(file) << theme;
        return file;
    }

    stage::Window m_window;
};

}  // namespace

TEST_F(OwnTheme, isShownUnderItsOwnTabAndKept) {
    const auto file = themeWith("{", "{ ");
    m_window->openTheme(file);
    m_window.settle();
    EXPECT_EQ(m_window->wish().themeFile, file);
    EXPECT_TRUE(m_window.find<QPushButton>("tab-own")->isChecked());
    m_window->close();
    EXPECT_EQ(m_window.session().viewOf(app::textOf(m_window->project().workspace)).wish.themeFile, file);
}

TEST_F(OwnTheme, isRefusedByTheNameOfTheKeyThatIsUnknown) {
    const app::ThemeWish before = m_window->wish();
    m_window->openTheme(themeWith("{", "{ \"mau_sac\": 1, "));
    auto* const box = m_window.find<QMessageBox>("themeFault");
    ASSERT_NE(box, nullptr);
    EXPECT_TRUE(box->text().contains("mau_sac")) << box->text().toStdString();
    EXPECT_EQ(m_window->wish(), before);
    EXPECT_FALSE(m_window.find<QPushButton>("tab-own")->isChecked());
    box->close();
}

TEST_F(OwnTheme, isWhatItsTabLeadsBackToAfterTheWindowWasClosed) {
    const auto file = themeWith("{", "{ ");
    m_window->openTheme(file);
    m_window.settle();
    m_window->close();
    m_window.session().setOpenFile({});
    const auto workspace = m_window->project().workspace;
    stage::Window next(app::Language::Vietnamese, {1280, 720}, app::textOf(m_window / "session.ini"));
    next.open(workspace);
    ASSERT_EQ(next->wish().themeFile, file);
    next.showTheme("targets");

    next.find<QPushButton>("tab-own")->click();
    next.settle();

    EXPECT_EQ(next->wish().themeFile, file);
}

TEST_F(OwnTheme, whoseFileIsGoneIsToldOfOnceThenAnotherMayBeChosen) {
    const auto file = themeWith("{", "{ ");
    m_window->openTheme(file);
    m_window.settle();
    m_window.showTheme("targets");
    std::filesystem::remove(file);
    m_window.find<QPushButton>("tab-own")->click();
    ASSERT_NE(m_window.find<QMessageBox>("themeFault"), nullptr);
    m_window.find<QMessageBox>("themeFault")->close();
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

    bool wasAsked = false;
    QTimer::singleShot(0, qApp, [&] {
        auto* const chooser = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        wasAsked = chooser != nullptr;
        if (wasAsked) chooser->reject();
    });
    m_window.find<QPushButton>("tab-own")->click();

    EXPECT_TRUE(wasAsked);
    EXPECT_EQ(m_window.find<QMessageBox>("themeFault"), nullptr);
    EXPECT_FALSE(m_window.find<QPushButton>("tab-own")->isChecked());
}

TEST_F(OwnTheme, givesWayWhenItsFileIsGone) {
    const auto file = themeWith("{", "{ ");
    m_window->openTheme(file);
    m_window.settle();
    m_window->close();
    std::filesystem::remove(file);
    EXPECT_EQ(m_window.session().viewOf(app::textOf(m_window->project().workspace)).wish.theme,
              "forest-cover");
}
