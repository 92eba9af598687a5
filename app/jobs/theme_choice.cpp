// SPDX-License-Identifier: Apache-2.0
// Looks in the folder of shipped themes.
#include "app/jobs/theme_choice.hpp"

#include <set>

#include "geo/base/error.hpp"
#include "styles/theme/theme_reader.hpp"

namespace app {
namespace {

/// A schema says how themes are written and is none.
bool isTheme(const std::filesystem::path& file) {
    return file.extension() == ".json" && file.stem().extension() != ".schema";
}

std::set<std::string> themesIn(const std::filesystem::path& folder) {
    std::set<std::string> themes;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (isTheme(entry.path())) themes.insert(entry.path().stem().string());
    }
    return themes;
}

std::string listOf(const std::set<std::string>& themes) {
    std::string list;
    for (const std::string& theme : themes) list += (list.empty() ? "" : ", ") + theme;
    return list;
}

/// The words of a shipped theme speak of its indicator: a copy that shows another one has words of its own.
styles::Theme ownTheme(const std::filesystem::path& file, const std::filesystem::path& shipped) {
    styles::Theme theme = styles::readTheme(file);
    // Anybody's id may be longer than a file's name, or lead out of the folder.
    const bool isShipped = std::filesystem::is_directory(shipped) && themesIn(shipped).contains(theme.id);
    if (!isShipped) return theme;
    if (styles::readTheme(shipped / (theme.id + ".json")).indicator != theme.indicator)
        theme.id = "own-" + theme.id;
    return theme;
}

}  // namespace

styles::Theme chosenTheme(const std::string& name, const std::filesystem::path& file,
                          const std::filesystem::path& shipped) {
    if (!file.empty()) return ownTheme(file, shipped);
    const auto themes = themesIn(shipped);
    if (themes.contains(name)) return styles::readTheme(shipped / (name + ".json"));
    throw geo::Error(geo::ErrorKind::Usage, "map.theme-unknown",
                     {{"theme", name}, {"known", listOf(themes)}});
}

std::optional<styles::Theme> themeOfIndicator(const std::string& indicator,
                                              const std::filesystem::path& shipped) {
    for (const std::string& name : themesIn(shipped)) {
        styles::Theme theme = styles::readTheme(shipped / (name + ".json"));
        if (theme.indicator == indicator && !theme.base) return theme;
    }
    return std::nullopt;
}

}  // namespace app
