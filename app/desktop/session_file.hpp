// SPDX-License-Identifier: Apache-2.0
// What the program remembers from one start to the next: files, views, language, shade.
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QStringList>
#include <optional>
#include <set>
#include <string>

#include "app/desktop/map_camera.hpp"
#include "app/desktop/shown_theme.hpp"
#include "app/words/numbers.hpp"

namespace app {

struct KeptView {
    ThemeWish wish;
    /// The codes of all units that are lit up.
    std::set<std::string> units = {};
    /// What is laid upon the map, each by its keyOf().
    std::set<std::string> layers = {};
    bool showsLabels = true;
    /// Centre and metres a point.
    std::optional<geo::Coordinate> centre = {};
    double metresPerPoint = 0;
};

/// Written whole and at once, so that a program killed the next moment has lost nothing.
class SessionFile {
  public:
    SessionFile();
    /// In a file of its own, for tests.
    explicit SessionFile(const QString& path);

    QStringList recentFiles() const;
    void addRecent(const QString& file);
    /// The file that was open last, unless it was closed on purpose; empty for none.
    QString openFile() const;
    void setOpenFile(const QString& file);

    KeptView viewOf(const QString& file) const;
    /// Fast enough for every frame.
    void keepView(const QString& file, const KeptView& view);

    std::optional<Language> language() const;
    void setLanguage(Language language);
    bool isDark() const;
    void setDark(bool isDark);
    QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);

  private:
    QString viewPath(const QString& file) const;

    QSettings m_settings;
};

}  // namespace app
