// SPDX-License-Identifier: Apache-2.0
// What is remembered from one start to the next.
#include "app/desktop/session_file.hpp"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using app::KeptView;
using app::SessionFile;

TEST(SessionFile, remembersTheViewOfEachWorkspace) {
    const QTemporaryDir folder;
    const QString path = folder.filePath("session.ini");
    KeptView view{.wish = {.theme = "waste-urban",
                           .level = app::LevelChoice{layers::UnitLevel::District, {2024, 12, 31}},
                           .year = 2024,
                           .classing = styles::Classing{styles::ClassMethod::Manual, 3, {35, 45.5}}},
                  .units = {"105", "106"},
                  .layers = {"districts@2024-01-01", "rivers"},
                  .showsLabels = false,
                  .centre = geo::Coordinate{546'981.3, 2'477'623.9},
                  .metresPerPoint = 120.5};
    SessionFile(path).keepView("/a.khoanh", view);
    const KeptView back = SessionFile(path).viewOf("/a.khoanh");
    EXPECT_EQ(back.wish, view.wish);
    EXPECT_EQ(back.units, view.units);
    EXPECT_EQ(back.layers, view.layers);
    EXPECT_FALSE(back.showsLabels);
    EXPECT_EQ(back.centre, view.centre);
    EXPECT_EQ(back.metresPerPoint, 120.5);
    EXPECT_EQ(SessionFile(path).viewOf("/b.khoanh").wish, app::ThemeWish{});
}

TEST(SessionFile, takesAThemeItMayNotLookForAsGone) {
    const QTemporaryDir folder;
    SessionFile session(folder.filePath("session.ini"));
    // No file system takes a name of 300 letters: looking for it is a fault.
    KeptView view;
    view.units = {"106"};
    view.wish.themeFile = "/" + std::string(300, 'x') + "/theme.json";
    session.keepView("/a.khoanh", view);
    EXPECT_EQ(session.viewOf("/a.khoanh").wish, app::ThemeWish{});
    EXPECT_EQ(session.viewOf("/a.khoanh").units, std::set<std::string>{"106"});
}

TEST(SessionFile, listsFilesThatAreStillThereNewestFirst) {
    const QTemporaryDir folder;
    SessionFile session(folder.filePath("session.ini"));
    for (const char* name : {"a", "b", "c"}) {
        QFile(folder.filePath(name)).open(QIODevice::WriteOnly);
        session.addRecent(folder.filePath(name));
    }
    QFile::remove(folder.filePath("b"));
    EXPECT_EQ(session.recentFiles(), (QStringList{folder.filePath("c"), folder.filePath("a")}));
}

TEST(SessionFile, takesADamagedFileForAnEmptyOne) {
    const QTemporaryDir folder;
    QFile file(folder.filePath("session.ini"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("\0\xff[[[=\n%%%", 12));
    file.close();
    const SessionFile session(folder.filePath("session.ini"));
    EXPECT_TRUE(session.recentFiles().isEmpty());
    EXPECT_EQ(session.openFile(), "");
}

TEST(SessionFile, keepsAViewToTheLastBit) {
    const QTemporaryDir folder;
    SessionFile session(folder.filePath("session.ini"));
    session.keepView("/a.khoanh", {.wish = {}, .centre = geo::Coordinate{546'981.0 / 7, -1.0 / 3}, .metresPerPoint = 0.1});
    const KeptView back = session.viewOf("/a.khoanh");
    EXPECT_EQ(back.centre, (geo::Coordinate{546'981.0 / 7, -1.0 / 3}));
    EXPECT_EQ(back.metresPerPoint, 0.1);
}

TEST(SessionFile, takesADamagedViewForNone) {
    const QTemporaryDir folder;
    SessionFile session(folder.filePath("session.ini"));
    session.keepView("/a.khoanh", {.wish = {.theme = "targets", .level = {}, .year = {}, .classing = {}}});
    const QDir views(folder.filePath("session-views"));
    ASSERT_EQ(views.entryList(QDir::Files).size(), 1);
    QFile file(views.filePath(views.entryList(QDir::Files).front()));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{\"theme\": \"targ");
    file.close();
    EXPECT_EQ(session.viewOf("/a.khoanh").wish, app::ThemeWish{});
}

TEST(SessionFile, goesOnWhereNothingCanBeWritten) {
    SessionFile session("/proc/none/session.ini");
    session.keepView("/a.khoanh", {.wish = {}});
    EXPECT_EQ(session.viewOf("/a.khoanh").wish, app::ThemeWish{});
}
