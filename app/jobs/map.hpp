// SPDX-License-Identifier: Apache-2.0
// `map`: a theme drawn as a picture.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/jobs/compute.hpp"
#include "app/jobs/map_kinds.hpp"
#include "app/jobs/map_page.hpp"
#include "app/words/catalogue.hpp"
#include "geo/shape/extent.hpp"
#include "layers/indicators/observation.hpp"
#include "layers/indicators/targets.hpp"
#include "styles/map/map_sheet.hpp"
#include "styles/map/picture.hpp"
#include "styles/paint/paint_session.hpp"
#include "styles/theme/classing.hpp"

namespace app {

struct MapRequest {
    std::string theme = "forest-cover";
    /// Which figures the map shows.
    ComputeRequest figures;
    std::filesystem::path out;
    std::filesystem::path themesFolder;
    styles::SizePx size{1280, 800};
    /// In the workspace's CRS; nothing: all units.
    std::optional<geo::Extent> extent;
    /// How units are classed; nothing: as the theme says.
    std::optional<styles::Classing> classing;
    /// One panel a year beside one another, in ascending order; empty: one map.
    std::vector<int> years = {};
    /// What changed since then; nothing: what is.
    std::optional<int> since = std::nullopt;
    /// Units as circles sized by that term of their figures; nothing: as coloured areas.
    std::optional<FigureTerm> symbols = std::nullopt;
    PageWish page = {};
    /// A theme of one's own; empty: the shipped one of that name.
    std::filesystem::path themeFile = {};
    /// Figures of the units also where the theme colours none by them.
    bool wantsFigures = false;
};

/// Everything on the page, before it is painted; its figures are kept where they were not.
struct PreparedMap {
    styles::MapSheet sheet;
    Project project;
    std::vector<layers::Finding> findings;
    /// The day the data describe.
    geo::Date asOf;
    /// Of the units shown; empty where the theme needs none and the request wants none.
    std::vector<layers::Observation> figures = {};
    layers::Targets targets = {};
    /// What was asked of the units, the indicator of the theme in it, and the figure of the whole province.
    ComputeRequest question = {};
    layers::Observation province = {};
};

/// Errors: Usage `map.theme-unknown`, `map.level-not-drawn`, `map.nothing-to-draw`,
/// `map.classes-not-for-theme`, `map.kind-not-for-theme`, `map.kinds-exclude`, `map.since-missing`,
/// `map.since-not-before`; those of computeIndicator().
PreparedMap prepareMap(const Project& project, const MapRequest& request, const Catalogue& words,
                       geo::Progress& progress);

/// What a picture needs from the program around it.
struct MapTools {
    const Catalogue& words;
    const styles::PaintSession& session;
};

/// Errors: those of prepareMap() and styles::paintFile().
Outcome drawMap(const Project& project, const MapRequest& request, const MapTools& tools,
                geo::Progress& progress);

}  // namespace app
