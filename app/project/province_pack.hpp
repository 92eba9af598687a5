// SPDX-License-Identifier: Apache-2.0
// What a province pack says of itself; its tables stand beside it as CSV.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "geo/shape/extent.hpp"

namespace app {

struct ProvincePack {
    std::filesystem::path folder;
    std::string province;
    std::string name;
    std::string crs;
    std::vector<std::string> otherCrs;
    /// Longitude and latitude in degrees, WGS 84.
    geo::Extent extent;
    std::vector<std::string> tables;
};

/// The codes of the provinces the data folder has a pack of, ascending.
std::vector<std::string> knownProvinces(const std::filesystem::path& dataFolder);

/// Reads `pack.json` of a province from the program's data folder.
/// Errors: NotFound `pack.missing` naming the province and those there are; BadData `pack.unreadable`.
ProvincePack readPack(const std::filesystem::path& dataFolder, const std::string& province);

}  // namespace app
