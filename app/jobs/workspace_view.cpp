// SPDX-License-Identifier: Apache-2.0
// Reading pack tables and choosing among versions.
#include "app/jobs/workspace_view.hpp"

#include <algorithm>
#include <array>

#include "geo/base/error.hpp"
#include "geo/crs/transform.hpp"
#include "layers/model/row_reader.hpp"

namespace app {
namespace {

constexpr std::string_view wgs84 = "EPSG:4326";

layers::Kind kindOf(layers::UnitLevel level) {
    return level == layers::UnitLevel::District ? layers::Kind::Districts : layers::Kind::Communes;
}

std::vector<std::string> codesInForce(const layers::UnitRegister& units, layers::UnitLevel level,
                                      const geo::Date& day) {
    std::vector<std::string> codes;
    for (const layers::Unit& unit : units.inForce(level, day)) codes.push_back(unit.code + ' ' + unit.name);
    return codes;
}

layers::Table tableOrEmpty(const layers::Workspace& workspace, std::string_view name) {
    return workspace.hasTable(name) ? workspace.readTable(name) : layers::Table{};
}

layers::Table tableOf(const layers::Workspace& workspace, const layers::LayerRecord& record) {
    auto stream = workspace.readLayer(record.id, {.shapes = layers::ShapesWanted::No});
    layers::Table table{stream.schema, {}};
    layers::Feature row;
    while (stream.next(row)) table.rows.push_back(row.values);
    return table;
}

}  // namespace

Project openProject(const std::filesystem::path& workspace) {
    const auto store = layers::Workspace::open(workspace, layers::Access::Read);
    return projectFromJson(store.currentProject(), workspace);
}

Project currentProject(const layers::Workspace& workspace) {
    return projectFromJson(workspace.currentProject(), workspace.path());
}

std::vector<layers::LayerRecord> shownLayers(const layers::Workspace& workspace, const Project& project) {
    std::vector<layers::LayerRecord> records;
    for (layers::LayerRecord& record : workspace.layers()) {
        if (std::ranges::find(project.layers, record.id) != project.layers.end()) {
            records.push_back(std::move(record));
        }
    }
    return records;
}

std::vector<layers::LayerRecord> shownLayers(const layers::Workspace& workspace, const Project& project,
                                             layers::Kind kind) {
    auto records = shownLayers(workspace, project);
    std::erase_if(records, [&](const layers::LayerRecord& record) { return record.kind != kind; });
    return records;
}

layers::UnitRegister unitRegister(const layers::Workspace& workspace) {
    return layers::unitsFromTable(workspace.readTable("pack_units"));
}

std::string carryRuleOf(const layers::Workspace& workspace, std::string_view indicator) {
    const layers::Table table = tableOrEmpty(workspace, "pack_indicators");
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const layers::RowReader row(table, i);
        if (row.text("indicator") == indicator) return row.text("carry");
    }
    return {};
}

layers::Lineage lineage(const layers::Workspace& workspace, const Project& project) {
    const auto units = unitRegister(workspace);
    geo::Date newest{};
    for (const layers::Unit& unit : units.units()) newest = std::max(newest, unit.validFrom.value_or(newest));
    const auto known = layers::lineageFromTable(workspace.readTable(project.lineageTable), newest);
    // A table of one reform says nothing of the others the pack knows.
    const auto packed = tableOrEmpty(workspace, "pack_lineage");
    return packed.rows.empty() ? known : layers::joinedByDay(known, layers::lineageFromTable(packed, newest));
}

layers::ForestCodes forestCodes(const layers::Workspace& workspace) {
    return layers::ForestCodes::fromTable(workspace.readTable("pack_forest_codes"));
}

std::vector<std::string> rubberSpecies(const layers::Workspace& workspace) {
    const layers::Table table = tableOrEmpty(workspace, "pack_rubber_species");
    const auto name = table.schema.indexOf("name");
    std::vector<std::string> species;
    if (!name) return species;
    for (const auto& row : table.rows) species.push_back(layers::textIn(row[*name]));
    return species;
}

layers::Targets targets(const layers::Workspace& workspace, const Project& project) {
    auto all = layers::targetsFromTable(workspace.readTable("pack_targets"));
    for (const auto& record : shownLayers(workspace, project, layers::Kind::Targets)) {
        all = layers::merged(all, layers::targetsFromTable(tableOf(workspace, record)));
    }
    return all;
}

std::vector<layers::NameDecision> nameDecisions(const layers::Workspace& workspace, const Project& project) {
    const auto records = shownLayers(workspace, project, layers::Kind::Names);
    if (records.empty()) return {};
    return layers::decisionsFromTable(tableOf(workspace, records.back()));
}

layers::Table spellingPairs(const layers::Workspace& workspace) {
    return tableOrEmpty(workspace, "pack_spelling_pairs");
}

std::optional<layers::UnitLevel> levelOf(layers::Kind kind) {
    if (kind == layers::Kind::Communes) return layers::UnitLevel::Commune;
    if (kind == layers::Kind::Districts) return layers::UnitLevel::District;
    return std::nullopt;
}

geo::Extent provinceExtentInDegrees(const layers::Workspace& workspace) {
    const layers::Table outline = tableOrEmpty(workspace, "pack_outline");
    const auto lon = outline.schema.indexOf("lon");
    const auto lat = outline.schema.indexOf("lat");
    geo::Extent extent;
    if (!lon || !lat) return extent;
    for (const auto& row : outline.rows) {
        const auto x = layers::numberIn(row[*lon]);
        const auto y = layers::numberIn(row[*lat]);
        if (x && y) extent.include(geo::Coordinate{*x, *y});
    }
    return extent;
}

geo::Extent provinceExtent(const layers::Workspace& workspace) {
    return provinceExtentIn(workspace, workspace.settings().crs);
}

geo::Extent provinceExtentIn(const layers::Workspace& workspace, const geo::Crs& crs) {
    const geo::Extent degrees = provinceExtentInDegrees(workspace);
    geo::Extent extent;
    if (degrees.isEmpty()) return extent;
    const geo::Transform transform(geo::Crs::fromText(wgs84), crs);
    const std::array<geo::Coordinate, 4> corners{{{degrees.minX, degrees.minY},
                                                  {degrees.minX, degrees.maxY},
                                                  {degrees.maxX, degrees.minY},
                                                  {degrees.maxX, degrees.maxY}}};
    for (const geo::Coordinate corner : corners) extent.include(transform.apply(corner));
    return extent;
}

geo::Date unitsDay(const layers::UnitRegister& units, layers::UnitLevel level,
                   std::optional<geo::Date> asked) {
    if (asked) return *asked;
    auto latest = units.latestEpoch(level);
    // A province that never changed has no epochs of its own: its communes' newest day answers.
    if (!latest) latest = units.latestEpoch(layers::UnitLevel::Commune);
    if (!latest) throw geo::Error(geo::ErrorKind::NotFound, "units.none", {{"level", layers::wordOf(level)}});
    return *latest;
}

bool areSameUnits(const layers::UnitRegister& units, layers::UnitLevel level, geo::Date first,
                  geo::Date second) {
    return first == second || codesInForce(units, level, first) == codesInForce(units, level, second);
}

std::optional<layers::LayerRecord> findUnitLayer(const layers::Workspace& workspace, const Project& project,
                                                 const layers::UnitRegister& units, layers::UnitLevel level,
                                                 geo::Date day) {
    std::optional<layers::LayerRecord> newest;
    for (layers::LayerRecord& record : shownLayers(workspace, project, kindOf(level))) {
        if (record.epoch && areSameUnits(units, level, *record.epoch, day)) newest = std::move(record);
    }
    return newest;
}

layers::LayerRecord unitLayer(const layers::Workspace& workspace, const Project& project,
                              const layers::UnitRegister& units, layers::UnitLevel level, geo::Date day) {
    if (auto record = findUnitLayer(workspace, project, units, level, day)) return *std::move(record);
    throw geo::Error(geo::ErrorKind::NotFound, "units.no-layer",
                     {{"level", layers::wordOf(level)}, {"day", geo::isoText(day)}});
}

}  // namespace app
