// SPDX-License-Identifier: Apache-2.0
// What a province pack says of rivers, registered places and the plan's sectors.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "geo/shape/coordinate.hpp"

namespace sample {

struct RiverFact {
    std::string name;
    /// In the order the water passes them.
    std::vector<geo::Coordinate> waypointsLonLat;
};

struct PlaceFact {
    std::string kind;
    std::string name;
    /// Only where the pack has verified one.
    std::optional<geo::Coordinate> lonLat;
    std::string capacity;
    /// In force today; empty where the pack names none.
    std::string communeCode;
};

struct SectorFact {
    std::string number;
    std::string name;
};

struct ThemeFacts {
    /// A river stands after the one it flows into.
    std::vector<RiverFact> rivers;
    std::vector<PlaceFact> places;
    std::vector<SectorFact> sectors;
};

/// Errors: those of PackTable.
ThemeFacts readThemeFacts(const std::filesystem::path& packFolder);

}  // namespace sample
