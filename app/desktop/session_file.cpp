// SPDX-License-Identifier: Apache-2.0
// An ini file in the user's folder of settings.
#include "app/desktop/session_file.hpp"

#include <QCryptographicHash>
#include <QFileInfo>

namespace app {
namespace {

constexpr int mostRecent = 6;

/// A path in a key would be taken for groups.
QString groupOf(const QString& file) {
    const QByteArray digest = QCryptographicHash::hash(file.toUtf8(), QCryptographicHash::Sha1);
    return "view-" + QString::fromLatin1(digest.toHex().left(12)) + "/";
}

}  // namespace

SessionFile::SessionFile() : m_settings(QSettings::IniFormat, QSettings::UserScope, "khoanh", "desktop") {}

SessionFile::SessionFile(const QString& path) : m_settings(path, QSettings::IniFormat) {}

QStringList SessionFile::recentFiles() const {
    QStringList files = m_settings.value("recent").toStringList();
    files.removeIf([](const QString& file) { return !QFileInfo::exists(file); });
    return files;
}

void SessionFile::addRecent(const QString& file) {
    QStringList files = m_settings.value("recent").toStringList();
    files.removeAll(file);
    files.prepend(file);
    m_settings.setValue("recent", files.mid(0, mostRecent));
}

QString SessionFile::openFile() const { return m_settings.value("open").toString(); }

void SessionFile::setOpenFile(const QString& file) {
    m_settings.setValue("open", file);
    m_settings.sync();
}

KeptView SessionFile::viewOf(const QString& file) const {
    const QString group = groupOf(file);
    KeptView view;
    const auto text = [&](const char* key) { return m_settings.value(group + key).toString().toStdString(); };
    if (m_settings.contains(group + "theme")) view.wish.theme = text("theme");
    view.wish.themeFile = text("theme-file");
    // A theme of one's own that is gone gives way to the one every workspace opens with.
    if (!view.wish.themeFile.empty() && !std::filesystem::exists(view.wish.themeFile)) view.wish = {};
    view.selected = text("selected");
    const auto level = layers::parseUnitLevel(text("level"));
    const auto day = geo::parseDate(text("day"));
    if (level && day) view.wish.level = LevelChoice{*level, *day};
    if (m_settings.contains(group + "year")) view.wish.year = m_settings.value(group + "year").toInt();
    view.metresPerPoint = m_settings.value(group + "metres", 0).toDouble();
    if (view.metresPerPoint > 0)
        view.centre = {m_settings.value(group + "east").toDouble(), m_settings.value(group + "north").toDouble()};
    return view;
}

void SessionFile::keepView(const QString& file, const KeptView& view) {
    const QString group = groupOf(file);
    const auto keep = [&](const char* key, const QVariant& value) { m_settings.setValue(group + key, value); };
    keep("theme", QString::fromStdString(view.wish.theme));
    keep("theme-file", QString::fromStdString(view.wish.themeFile.string()));
    keep("selected", QString::fromStdString(view.selected));
    if (view.wish.level) {
        keep("level", QString::fromStdString(layers::wordOf(view.wish.level->level)));
        keep("day", QString::fromStdString(geo::isoText(view.wish.level->unitsOn)));
    }
    if (view.wish.year) keep("year", *view.wish.year);
    if (view.centre) {
        keep("east", view.centre->x);
        keep("north", view.centre->y);
        keep("metres", view.metresPerPoint);
    }
    m_settings.sync();
}

std::optional<Language> SessionFile::language() const {
    const QString word = m_settings.value("language").toString();
    if (word.isEmpty()) return std::nullopt;
    return word == "en" ? Language::English : Language::Vietnamese;
}

void SessionFile::setLanguage(Language language) {
    m_settings.setValue("language", language == Language::English ? "en" : "vi");
}

bool SessionFile::isDark() const { return m_settings.value("dark", false).toBool(); }

void SessionFile::setDark(bool isDark) { m_settings.setValue("dark", isDark); }

QByteArray SessionFile::geometry() const { return m_settings.value("geometry").toByteArray(); }

void SessionFile::setGeometry(const QByteArray& geometry) { m_settings.setValue("geometry", geometry); }

}  // namespace app
