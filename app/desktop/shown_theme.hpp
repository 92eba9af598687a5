// SPDX-License-Identifier: Apache-2.0
// What the window asks for, and everything that answers it.
#pragma once

#include <compare>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/desktop/desk.hpp"
#include "app/jobs/map_overlay.hpp"
#include "app/jobs/outcome.hpp"
#include "app/jobs/theme_choices.hpp"
#include "app/jobs/theme_view.hpp"
#include "app/jobs/undo.hpp"
#include "geo/crs/crs.hpp"
#include "layers/model/table.hpp"
#include "styles/theme/classing.hpp"

namespace app {

struct ThemeWish {
    std::string theme = "forest-cover";
    /// A theme of one's own, where it lies; empty: the shipped one of that name.
    std::filesystem::path themeFile = {};
    /// Nothing: as the theme opens.
    std::optional<LevelChoice> level = {};
    /// Nothing: the latest there is.
    std::optional<int> year = {};
    /// Nothing: as the theme classes.
    std::optional<styles::Classing> classing = {};
    bool operator==(const ThemeWish&) const = default;
};

struct ShownTheme {
    ThemeChoices choices;
    LevelChoice level;
    std::optional<int> year;
    ThemeView view;
};

/// Errors: those of viewTheme(); NotFound `desktop.no-borders` where a workspace holds no units to draw.
ShownTheme answerWish(const Project& project, const ThemeWish& wish, const Desk& desk,
                      geo::Progress& progress);

/// What the window shows of a workspace whatever the theme.
struct WorkspaceFacts {
    Project project;
    geo::Crs crs;
    std::vector<OverlayChoice> overlays;
    layers::Table findings;
    std::vector<Row> tasks;
    UndoChoices undo;
};

/// Errors: as openProject().
WorkspaceFacts readFacts(const std::filesystem::path& workspace, const Desk& desk, geo::Progress& progress);

}  // namespace app
