// SPDX-License-Identifier: Apache-2.0
// Reads units, lineage, outline, codes and published figures from a pack's tables.
#include "sample-data/generator/pack_facts.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "geo/base/error.hpp"
#include "sample-data/generator/pack_table.hpp"

namespace sample {
namespace {

using Path = std::filesystem::path;

constexpr double hectaresInSquareKilometre = 100;

// The pack's description is JSON; the one word wanted from it needs no JSON reader on this floor.
geo::Crs crsOfPack(const Path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const std::string key = "\"crs\"";
    const auto at = text.find(key);
    const auto open = at == std::string::npos ? at : text.find('"', text.find(':', at + key.size()));
    const auto close = open == std::string::npos ? open : text.find('"', open + 1);
    if (close == std::string::npos) {
        throw geo::Error(geo::ErrorKind::BadData, "sample.crs-missing", {{"file", file.filename().string()}});
    }
    return geo::Crs::fromText(text.substr(open + 1, close - open - 1));
}

[[noreturn]] void failUnitMissing(const std::string& code) {
    throw geo::Error(geo::ErrorKind::BadData, "sample.unit-missing",
                     {{"file", std::string("units.csv")}, {"code", code}});
}

UnitFact unitFrom(const PackTable& units, std::size_t row) {
    UnitFact unit{units.text(row, "code"), units.text(row, "name"), std::nullopt, std::nullopt};
    if (const auto area_km2 = units.number(row, "area_km2")) {
        unit.officialArea = geo::Hectares{*area_km2 * hectaresInSquareKilometre};
    }
    const auto lon = units.number(row, "lon");
    const auto lat = units.number(row, "lat");
    if (lon && lat) unit.pointLonLat = geo::Coordinate{*lon, *lat};
    return unit;
}

UnitFact findUnit(const PackTable& units, const std::string& level, const std::string& code) {
    std::optional<UnitFact> found;
    for (std::size_t row = 0; row < units.rowCount(); ++row) {
        if (units.text(row, "level") != level || units.text(row, "code") != code) continue;
        const bool isInForce = units.text(row, "valid_to").empty();
        if (!found || isInForce) found = unitFrom(units, row);
    }
    if (!found) failUnitMissing(code);
    return *found;
}

UnitFact provinceFrom(const PackTable& units) {
    for (std::size_t row = 0; row < units.rowCount(); ++row) {
        if (units.text(row, "level") == "province") return unitFrom(units, row);
    }
    failUnitMissing("province");
}

std::vector<std::string> distinctCodes(const PackTable& lineage, const std::string& column) {
    std::vector<std::string> codes;
    for (std::size_t row = 0; row < lineage.rowCount(); ++row) codes.push_back(lineage.text(row, column));
    std::ranges::sort(codes);
    const auto repeated = std::ranges::unique(codes);
    codes.erase(repeated.begin(), repeated.end());
    return codes;
}

std::size_t placeOf(const std::vector<UnitFact>& units, const std::string& code) {
    const auto found = std::ranges::lower_bound(units, code, {}, &UnitFact::code);
    return static_cast<std::size_t>(found - units.begin());
}

// The name stands in the lineage itself; a reused code would find the wrong name among the units.
std::vector<UnitFact> oldCommunesFrom(const PackTable& lineage) {
    std::vector<UnitFact> communes;
    for (const std::string& code : distinctCodes(lineage, "old_code")) communes.push_back({code, "", {}, {}});
    for (std::size_t row = 0; row < lineage.rowCount(); ++row) {
        communes[placeOf(communes, lineage.text(row, "old_code"))].name = lineage.text(row, "old_name");
    }
    return communes;
}

void readUnitsAndLineage(const Path& folder, PackFacts& facts) {
    const PackTable units(folder / "units.csv");
    const PackTable lineage(folder / "lineage.csv");
    facts.province = provinceFrom(units);
    for (const std::string& code : distinctCodes(lineage, "new_code")) {
        facts.newCommunes.push_back(findUnit(units, "commune", code));
        if (!facts.newCommunes.back().pointLonLat || !facts.newCommunes.back().officialArea)
            failUnitMissing(code);
    }
    for (const std::string& code : distinctCodes(lineage, "district_code")) {
        facts.districts.push_back(findUnit(units, "district", code));
    }
    facts.oldCommunes = oldCommunesFrom(lineage);
    for (std::size_t row = 0; row < lineage.rowCount(); ++row) {
        facts.parts.push_back({placeOf(facts.oldCommunes, lineage.text(row, "old_code")),
                               placeOf(facts.districts, lineage.text(row, "district_code")),
                               placeOf(facts.newCommunes, lineage.text(row, "new_code")),
                               lineage.number(row, "share").value_or(1)});
        facts.reformedOn = std::max(facts.reformedOn, geo::requireDate(lineage.text(row, "date")));
    }
    facts.lineage = lineage.table();
}

void requireAtLeast(std::size_t count, std::size_t needed, const std::string& file) {
    if (count >= needed) return;
    throw geo::Error(geo::ErrorKind::BadData, "sample.pack-too-small",
                     {{"file", file}, {"needed", static_cast<std::int64_t>(needed)}});
}

std::vector<geo::Coordinate> outlineFrom(const Path& file) {
    const PackTable table(file);
    std::vector<std::pair<double, geo::Coordinate>> ordered;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        ordered.push_back({table.requireNumber(row, "order"),
                           {table.requireNumber(row, "lon"), table.requireNumber(row, "lat")}});
    }
    std::ranges::stable_sort(ordered, {}, &std::pair<double, geo::Coordinate>::first);
    std::vector<geo::Coordinate> outline;
    for (const auto& [order, position] : ordered) outline.push_back(position);
    requireAtLeast(outline.size(), 3, "outline.csv");
    return outline;
}

std::vector<ForestCodeFact> forestCodesFrom(const Path& file) {
    const PackTable table(file);
    std::vector<ForestCodeFact> codes;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        codes.push_back({static_cast<int>(table.requireNumber(row, "code")), table.text(row, "symbol"),
                         table.requireNumber(row, "counts") > 0});
    }
    requireAtLeast(codes.size(), 1, "forest_codes.csv");
    return codes;
}

std::vector<std::string> rubberNamesFrom(const Path& file) {
    const PackTable table(file);
    std::vector<std::string> names;
    for (std::size_t row = 0; row < table.rowCount(); ++row) names.push_back(table.text(row, "name"));
    requireAtLeast(names.size(), 1, "rubber_species.csv");
    return names;
}

// ISO dates sort as text, so the latest figure of a unit is the one with the greatest.
std::map<std::string, double> latestPublished(const PackTable& table, const std::string& indicator) {
    std::map<std::string, std::pair<std::string, double>> latest;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        if (table.text(row, "indicator") != indicator) continue;
        auto& kept = latest[table.text(row, "unit_code")];
        const std::string asOf = table.text(row, "as_of");
        if (asOf >= kept.first) kept = {asOf, table.requireNumber(row, "value")};
    }
    std::map<std::string, double> values;
    for (const auto& [code, figure] : latest) values[code] = figure.second;
    return values;
}

}  // namespace

bool isTown(const UnitFact& unit) {
    return unit.name.starts_with("Thị trấn") || unit.name.starts_with("Phường");
}

PackFacts readPackFacts(const std::filesystem::path& packFolder) {
    if (!std::filesystem::is_directory(packFolder)) {
        throw geo::Error(geo::ErrorKind::NotFound, "sample.pack-missing", {{"path", packFolder.string()}});
    }
    PackFacts facts;
    facts.crs = crsOfPack(packFolder / "pack.json");
    readUnitsAndLineage(packFolder, facts);
    facts.outlineLonLat = outlineFrom(packFolder / "outline.csv");
    facts.forestCodes = forestCodesFrom(packFolder / "forest_codes.csv");
    facts.rubberNames = rubberNamesFrom(packFolder / "rubber_species.csv");
    const PackTable published(packFolder / "published.csv");
    facts.publishedCover_percent = latestPublished(published, "forest-cover");
    for (const auto& [code, area_ha] : latestPublished(published, "forest-area")) {
        facts.publishedForest[code] = geo::Hectares{area_ha};
    }
    return facts;
}

}  // namespace sample
