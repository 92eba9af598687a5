// SPDX-License-Identifier: Apache-2.0
// A river asked about: its card, and the supposition that more is treated.
#include <gtest/gtest.h>

#include <QAction>
#include <QLabel>
#include <QSlider>

#include "app/desktop/stream_card.hpp"
#include "app/jobs/workspace_view.hpp"
#include "tests/app/desktop/window_hands.hpp"

namespace {

class Stream : public testing::TestWithParam<app::Language> {
  protected:
    Stream() : m_window(GetParam()) {
        m_window.openCopy();
        m_window.showTheme("wastewater");
    }

    /// Clicks on the river that carries most untreated water, where it leaves the map's labels free.
    bool clickLargest() {
        const auto& sheet = m_window->shown()->view.map.sheet;
        const styles::MapLine* largest = nullptr;
        for (const styles::MapLine& line : sheet.lines)
            if (line.value && *line.value < 99 && (largest == nullptr || line.amount > largest->amount))
                largest = &line;
        if (largest == nullptr) return false;
        m_code = largest->code;
        app::MapPane& map = m_window->page().map();
        const auto corners = largest->shape.path(0);
        for (const geo::Coordinate corner : corners) {
            const QPointF at = map.camera().toPane(corner);
            if (!map.rect().contains(at.toPoint()) || map.lineAt(at) != m_code) continue;
            stage::click(map, at);
            return true;
        }
        return false;
    }
    app::StreamCard& card() { return m_window->page().streamCard(); }
    QString wordsOn() {
        QStringList words;
        for (const QLabel* const label : card().findChildren<QLabel*>())
            if (label->isVisible()) words << label->text();
        return words.join('\n');
    }

    stage::Window m_window;
    std::string m_code;
};

}  // namespace

TEST_P(Stream, tellsWhatComesDownWhenItIsClicked) {
    ASSERT_TRUE(clickLargest());
    EXPECT_TRUE(card().isVisible());
    EXPECT_FALSE(m_window.find<QFrame>("card")->isVisible());
    EXPECT_TRUE(wordsOn().contains(QString::fromStdString(m_code))) << wordsOn().toStdString();
    EXPECT_GT(card().slider().maximum(), 0);
}

TEST_P(Stream, isRecolouredByWhatIsSupposedAndNothingIsStored) {
    ASSERT_TRUE(clickLargest());
    const app::Project before = app::openProject(m_window->project().workspace);
    app::MapPane& map = m_window->page().map();
    m_window.settle();
    const QImage stored = map.grab().toImage();
    const QString said = wordsOn();
    card().slider().setValue(card().slider().maximum());
    EXPECT_NE(wordsOn(), said);
    const QString all = m_window.desk().number(100, 1) + "%";
    const QString supposed = m_window.desk().sentence(
        "desktop.stream-supposed",
        {{"count", std::int64_t{card().slider().maximum()}}, {"share", all.toStdString()}});
    EXPECT_TRUE(wordsOn().contains(supposed)) << wordsOn().toStdString();
    m_window.settle();
    EXPECT_NE(map.grab().toImage(), stored);
    card().slider().setValue(0);
    m_window.settle();
    EXPECT_EQ(wordsOn(), said);
    EXPECT_EQ(app::openProject(before.workspace), before);
}

TEST_P(Stream, forgetsTheSuppositionWithItsCard) {
    ASSERT_TRUE(clickLargest());
    app::MapPane& map = m_window->page().map();
    m_window.settle();
    card().slider().setValue(1);
    m_window.settle();
    card().onClose();
    m_window.settle();
    EXPECT_FALSE(card().isVisible());
    const QImage after = map.grab().toImage();
    m_window.showTheme("forest-cover");
    m_window.showTheme("wastewater");
    EXPECT_EQ(map.grab().toImage(), after);
}

TEST_P(Stream, givesWayToTheCardOfAUnitThatIsChosen) {
    ASSERT_TRUE(clickLargest());
    const std::string unit = m_window->shown()->view.figures.front().unitCode;

    m_window->page().selection().select(unit);

    EXPECT_FALSE(card().isVisible());
    EXPECT_TRUE(m_window.find<QFrame>("card")->isVisible());
    ASSERT_TRUE(clickLargest());
    EXPECT_TRUE(card().isVisible());
    EXPECT_FALSE(m_window.find<QFrame>("card")->isVisible());
}

TEST_P(Stream, cutsOffNoWordOfItsCard) {
    ASSERT_TRUE(clickLargest());
    for (const int more : {0, 1}) {
        card().slider().setValue(more);
        QApplication::processEvents();
        EXPECT_EQ(stage::cutIn(*m_window).toStdString(), "") << more;
        EXPECT_TRUE(m_window->page().map().rect().contains(card().geometry()));
    }
}

TEST_P(Stream, claimsNothingOfOutfallsNobodyKnows) {
    const app::Desk& desk = m_window.desk();
    app::ReachStory story;
    const auto said = [&] { return app::untreatedText(story, {}, desk); };
    EXPECT_EQ(said(), desk.sentence("desktop.stream-no-outfall"));
    story.total.unknown = 2;
    EXPECT_EQ(said(), desk.sentence("desktop.stream-all-unknown", {{"unknown", std::int64_t{2}}}));
    story.outfalls = {{.outfall = 0, .discharged_l_day = 500, .untreated_l_day = 0, .isOwn = true}};
    EXPECT_EQ(said(), desk.sentence("desktop.stream-known-treated", {{"unknown", std::int64_t{2}}}));
    story.total.unknown = 0;
    EXPECT_EQ(said(), desk.sentence("desktop.stream-all-treated"));
}

INSTANTIATE_TEST_SUITE_P(Languages, Stream,
                         testing::Values(app::Language::Vietnamese, app::Language::English));
