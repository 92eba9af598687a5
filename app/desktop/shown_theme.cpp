// SPDX-License-Identifier: Apache-2.0
// A wish made definite by what there is.
#include "app/desktop/shown_theme.hpp"

#include <algorithm>

#include "app/desktop/theme_tabs.hpp"
#include "app/jobs/findings_table.hpp"
#include "app/jobs/plan.hpp"
#include "app/jobs/theme_choice.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"

namespace app {
namespace {

std::string indicatorOf(const ThemeWish& wish, const Desk& desk) {
    const std::string indicator =
        chosenTheme(wish.theme, wish.themeFile, desk.dataFolder / "themes").indicator;
    return indicator.empty() ? ComputeRequest{}.indicator : indicator;
}

/// The level wished for where there is one, else that of the theme's tab, else whichever there is.
LevelChoice levelFor(const ThemeWish& wish, const ThemeChoices& choices) {
    const auto& levels = choices.levels;
    if (wish.level && std::ranges::find(levels, *wish.level) != levels.end()) return *wish.level;
    const auto home = std::ranges::find(levels, tabOf(wish.theme).level, &LevelChoice::level);
    if (home != levels.end()) return *home;
    if (!levels.empty()) return levels.front();
    throw geo::Error(geo::ErrorKind::NotFound, "desktop.no-borders", {{"theme", wish.theme}});
}

std::optional<int> yearFor(const ThemeWish& wish, const ThemeChoices& choices) {
    if (wish.year && std::ranges::count(choices.years, *wish.year) > 0) return wish.year;
    return std::nullopt;
}

MapRequest requestOf(const ThemeWish& wish, const LevelChoice& level, std::optional<int> year,
                     const Desk& desk) {
    MapRequest request;
    request.theme = wish.theme;
    request.themeFile = wish.themeFile;
    request.figures.level = level.level;
    if (layers::isAdministrative(level.level)) request.figures.unitsOn = level.unitsOn;
    request.figures.period = year;
    request.themesFolder = desk.dataFolder / "themes";
    request.classing = wish.classing;
    return request;
}

}  // namespace

ShownTheme answerWish(const Project& project, const ThemeWish& wish, const Desk& desk,
                      geo::Progress& progress) {
    ShownTheme shown{
        .choices = themeChoices(project, indicatorOf(wish, desk)), .level = {}, .year = {}, .view = {}};
    shown.level = levelFor(wish, shown.choices);
    shown.year = yearFor(wish, shown.choices);
    shown.view = viewTheme(project, requestOf(wish, shown.level, shown.year, desk), desk.words, progress);
    // What was shown without asking for a year is told too.
    if (!shown.year) shown.year = shown.view.map.asOf.year;
    return shown;
}

WorkspaceFacts readFacts(const std::filesystem::path& path, const Desk& desk, geo::Progress& progress) {
    WorkspaceFacts facts{.project = openProject(path), .crs = {}, .overlays = {}, .findings = {}, .tasks = {}, .undo = {}};
    const auto workspace = layers::Workspace::open(path, layers::Access::Read);
    facts.crs = workspace.settings().crs;
    facts.overlays = overlayChoices(facts.project);
    facts.findings = findingsTable(workspace, facts.project, desk.words);
    facts.tasks = describePlan(facts.project, {"annex1", std::nullopt}, desk.words, progress).rows;
    facts.undo = undoChoices(facts.project);
    return facts;
}

}  // namespace app
