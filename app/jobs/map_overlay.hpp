// SPDX-License-Identifier: Apache-2.0
// Layers of a workspace laid upon a theme's map: borders, streams, places.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/project/project.hpp"
#include "geo/base/date.hpp"
#include "geo/base/progress.hpp"
#include "geo/shape/geometry.hpp"
#include "layers/model/kinds.hpp"

namespace app {

/// One entry of the list of layers: what belongs together, such as the plots of all files of one day.
struct OverlayChoice {
    layers::Kind kind = layers::Kind::Layer;
    /// Of units only: the day they were in force.
    std::optional<geo::Date> epoch;
    std::vector<std::int64_t> layers;
    std::int64_t count = 0;
    bool operator==(const OverlayChoice&) const = default;
};

/// In the order of a map: borders, waters, plots, places. Tables are not among them.
std::vector<OverlayChoice> overlayChoices(const Project& project);

struct OverlayPlace {
    layers::Kind kind = layers::Kind::Layer;
    std::string name;
    geo::Coordinate at;
};

/// In the workspace's CRS.
struct MapOverlay {
    std::vector<geo::Geometry> borders;
    std::vector<geo::Geometry> streams;
    std::vector<OverlayPlace> places;
};

/// Errors: Stopped; those of layers::Workspace.
MapOverlay readOverlay(const Project& project, const OverlayChoice& choice, geo::Progress& progress);

}  // namespace app
