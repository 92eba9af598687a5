// SPDX-License-Identifier: Apache-2.0
// What is remembered from one start to the next.
#include "app/desktop/session_file.hpp"

#include <gtest/gtest.h>

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
                           .classing = {}},
                  .selected = "106",
                  .centre = geo::Coordinate{546'981.3, 2'477'623.9},
                  .metresPerPoint = 120.5};
    SessionFile(path).keepView("/a.khoanh", view);
    const KeptView back = SessionFile(path).viewOf("/a.khoanh");
    EXPECT_EQ(back.wish, view.wish);
    EXPECT_EQ(back.selected, "106");
    EXPECT_EQ(back.centre, view.centre);
    EXPECT_EQ(back.metresPerPoint, 120.5);
    EXPECT_EQ(SessionFile(path).viewOf("/b.khoanh").wish, app::ThemeWish{});
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
