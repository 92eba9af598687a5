// SPDX-License-Identifier: Apache-2.0
// Reading pack.json.
#include "app/project/province_pack.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "geo/base/error.hpp"

namespace app {
namespace {

std::string provincesIn(const std::filesystem::path& dataFolder) {
    std::string list;
    for (const std::string& name : knownProvinces(dataFolder)) list += (list.empty() ? "" : ", ") + name;
    return list;
}

geo::Extent extentFrom(const nlohmann::json& bounds) {
    geo::Extent extent;
    extent.include(geo::Coordinate{bounds.at(0), bounds.at(1)});
    extent.include(geo::Coordinate{bounds.at(2), bounds.at(3)});
    return extent;
}

ProvincePack packFrom(const nlohmann::json& json, const std::filesystem::path& folder) {
    ProvincePack pack;
    pack.folder = folder;
    json.at("province").get_to(pack.province);
    json.at("name").get_to(pack.name);
    json.at("crs").get_to(pack.crs);
    json.at("crs_alternatives").get_to(pack.otherCrs);
    json.at("tables").get_to(pack.tables);
    pack.extent = extentFrom(json.at("extent_lonlat"));
    return pack;
}

}  // namespace

std::vector<std::string> knownProvinces(const std::filesystem::path& dataFolder) {
    std::vector<std::string> names;
    std::error_code unreadable;
    for (const auto& entry : std::filesystem::directory_iterator(dataFolder / "provinces", unreadable)) {
        names.push_back(entry.path().filename().string());
    }
    std::ranges::sort(names);
    return names;
}

ProvincePack readPack(const std::filesystem::path& dataFolder, const std::string& province) {
    const auto folder = dataFolder / "provinces" / province;
    std::ifstream file(folder / "pack.json");
    if (!file) {
        throw geo::Error(geo::ErrorKind::NotFound, "pack.missing",
                         {{"province", province}, {"known", provincesIn(dataFolder)}});
    }
    try {
        return packFrom(nlohmann::json::parse(file), folder);
    } catch (const nlohmann::json::exception& fault) {
        throw geo::Error(geo::ErrorKind::BadData, "pack.unreadable",
                         {{"path", (folder / "pack.json").string()}, {"reason", fault.what()}});
    }
}

}  // namespace app
