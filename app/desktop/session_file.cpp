// SPDX-License-Identifier: Apache-2.0
// An ini file in the user's folder of settings, and a small file a view beside it.
#include "app/desktop/session_file.hpp"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cstdio>
#include <functional>

#include "app/desktop/form_fields.hpp"

namespace app {
namespace {

constexpr int mostRecent = 6;

QString digestOf(const QString& file) {
    return QString::fromLatin1(
        QCryptographicHash::hash(file.toUtf8(), QCryptographicHash::Sha1).toHex().left(16));
}

QString textIn(const QJsonObject& view, const char* key) { return view.value(QLatin1String(key)).toString(); }

std::optional<LevelChoice> levelIn(const QJsonObject& view) {
    const auto level = layers::parseUnitLevel(textIn(view, "level").toStdString());
    const auto day = geo::parseDate(textIn(view, "day").toStdString());
    return level && day ? std::optional(LevelChoice{*level, *day}) : std::nullopt;
}

std::optional<styles::Classing> classingIn(const QJsonObject& view) {
    const QJsonObject json = view.value("classing").toObject();
    const auto method = styles::parseClassMethod(textIn(json, "method").toStdString());
    const int classes = json.value("classes").toInt();
    if (!method || classes < 1 || classes > styles::mostClasses) return std::nullopt;
    styles::Classing classing{.method = *method, .classes = classes};
    for (const QJsonValue& value : json.value("breaks").toArray())
        classing.breaks.push_back(value.toDouble());
    const auto fall = std::ranges::adjacent_find(classing.breaks, std::greater_equal());
    const bool isRising = fall == classing.breaks.end();
    return isRising && classing.breaks.size() < styles::mostClasses ? std::optional(classing) : std::nullopt;
}

QJsonObject jsonOf(const styles::Classing& classing) {
    QJsonArray breaks;
    for (const double value : classing.breaks) breaks.append(value);
    return {{"method", QString::fromStdString(styles::wordOf(classing.method))},
            {"classes", classing.classes},
            {"breaks", breaks}};
}

ThemeWish wishIn(const QJsonObject& view) {
    ThemeWish wish;
    if (view.contains("theme")) wish.theme = textIn(view, "theme").toStdString();
    wish.themeFile = pathOf(textIn(view, "theme-file"));
    // A theme of one's own that is gone gives way to the one every workspace opens with.
    std::error_code fault;
    if (!wish.themeFile.empty() && !std::filesystem::exists(wish.themeFile, fault)) wish = {};
    wish.level = levelIn(view);
    if (view.contains("year")) wish.year = view.value("year").toInt();
    wish.classing = classingIn(view);
    return wish;
}

QJsonArray jsonOf(const std::set<std::string>& words) {
    QJsonArray json;
    for (const std::string& word : words) json.append(QString::fromStdString(word));
    return json;
}

std::set<std::string> wordsIn(const QJsonValue& json) {
    std::set<std::string> words;
    for (const QJsonValue& word : json.toArray()) words.insert(word.toString().toStdString());
    return words;
}

QJsonObject jsonOf(const KeptView& view) {
    QJsonObject json{{"theme", QString::fromStdString(view.wish.theme)},
                     {"units", jsonOf(view.units)},
                     {"layers", jsonOf(view.layers)},
                     {"labels", view.showsLabels}};
    if (!view.wish.themeFile.empty()) json["theme-file"] = textOf(view.wish.themeFile);
    if (view.wish.level) {
        json["level"] = QString::fromStdString(layers::wordOf(view.wish.level->level));
        json["day"] = QString::fromStdString(geo::isoText(view.wish.level->unitsOn));
    }
    if (view.wish.year) json["year"] = *view.wish.year;
    if (view.wish.classing) json["classing"] = jsonOf(*view.wish.classing);
    if (view.centre) {
        json["east"] = view.centre->x;
        json["north"] = view.centre->y;
        json["metres"] = view.metresPerPoint;
    }
    return json;
}

/// Renamed into place, so that at no moment there is half a view. A kill costs nothing written; that a power
/// cut may cost the last view is the price of no waiting for the disk between two frames.
bool putInPlace(const QString& path, const QByteArray& bytes) {
    QDir().mkpath(QFileInfo(path).path());
    // Two windows may keep a view of one workspace at once.
    QFile aside(path + '.' + QString::number(QCoreApplication::applicationPid()) + ".new");
    if (!aside.open(QIODevice::WriteOnly | QIODevice::Truncate)) return false;
    const bool isWhole = aside.write(bytes) == bytes.size() && aside.flush();
    aside.close();
    return isWhole && std::rename(QFile::encodeName(aside.fileName()).constData(),
                                  QFile::encodeName(path).constData()) == 0;
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

QString SessionFile::viewPath(const QString& file) const {
    const QFileInfo settings(m_settings.fileName());
    return settings.dir().filePath(settings.completeBaseName() + "-views/" + digestOf(file) + ".json");
}

KeptView SessionFile::viewOf(const QString& file) const {
    QFile kept(viewPath(file));
    KeptView view;
    if (!kept.open(QIODevice::ReadOnly)) return view;
    const QJsonObject json = QJsonDocument::fromJson(kept.readAll()).object();
    view.wish = wishIn(json);
    view.units = wordsIn(json.value("units"));
    view.layers = wordsIn(json.value("layers"));
    view.showsLabels = json.value("labels").toBool(true);
    view.metresPerPoint = json.value("metres").toDouble();
    if (view.metresPerPoint > 0)
        view.centre = {json.value("east").toDouble(), json.value("north").toDouble()};
    return view;
}

void SessionFile::keepView(const QString& file, const KeptView& view) {
    // Where it cannot be written the view is forgotten; the work is not in it.
    putInPlace(viewPath(file), QJsonDocument(jsonOf(view)).toJson(QJsonDocument::Compact));
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
