// SPDX-License-Identifier: Apache-2.0
// `map`: a theme drawn as a picture.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/jobs/compute.hpp"
#include "app/words/catalogue.hpp"
#include "geo/shape/extent.hpp"
#include "styles/map/picture.hpp"
#include "styles/paint/paint_session.hpp"

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
};

/// What a picture needs from the program around it.
struct MapTools {
    const Catalogue& words;
    const styles::PaintSession& session;
};

/// Errors: Usage `map.theme-unknown`; those of computeIndicator() and styles::paintFile().
Outcome drawMap(const Project& project, const MapRequest& request, const MapTools& tools,
                geo::Progress& progress);

}  // namespace app
