// SPDX-License-Identifier: Apache-2.0
// Reads rivers, sites and the sectors of Annex II from a pack's tables.
#include "sample-data/generator/theme_facts.hpp"

#include <algorithm>

#include "sample-data/generator/pack_table.hpp"

namespace sample {
namespace {

std::vector<RiverFact> riversFrom(const PackTable& table) {
    std::vector<RiverFact> rivers;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const std::string name = table.text(row, "river");
        auto river = std::ranges::find(rivers, name, &RiverFact::name);
        if (river == rivers.end()) river = rivers.insert(rivers.end(), {name, {}});
        river->waypointsLonLat.push_back({table.requireNumber(row, "lon"), table.requireNumber(row, "lat")});
    }
    return rivers;
}

std::vector<PlaceFact> placesFrom(const PackTable& table) {
    std::vector<PlaceFact> places;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        PlaceFact place{table.text(row, "kind"), table.text(row, "name"), std::nullopt,
                        table.text(row, "capacity"), table.text(row, "declared_commune")};
        const auto lon = table.number(row, "lon");
        const auto lat = table.number(row, "lat");
        if (lon && lat) place.lonLat = geo::Coordinate{*lon, *lat};
        if (place.communeCode.empty()) place.communeCode = table.text(row, "computed_commune");
        places.push_back(std::move(place));
    }
    return places;
}

}  // namespace

ThemeFacts readThemeFacts(const std::filesystem::path& packFolder) {
    ThemeFacts facts;
    facts.rivers = riversFrom(PackTable(packFolder / "rivers.csv"));
    facts.places = placesFrom(PackTable(packFolder / "sites.csv"));
    const PackTable sectors(packFolder / "annex2_sectors.csv");
    for (std::size_t row = 0; row < sectors.rowCount(); ++row) {
        facts.sectors.push_back({sectors.text(row, "roman"), sectors.text(row, "name_vi")});
    }
    return facts;
}

}  // namespace sample
