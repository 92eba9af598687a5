// SPDX-License-Identifier: Apache-2.0
// Choosing versions by day and release, territories by level.
#include "app/jobs/figure_layers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"

namespace app {
namespace {

bool isApproved(const layers::LayerRecord& record) { return record.release == layers::Release::Approved; }

std::string provinceCode(const FigureRoom& room, const geo::Date& day) {
    const auto provinces = room.units.inForce(layers::UnitLevel::Province, day);
    return provinces.empty() ? std::string() : provinces.front().code;
}

[[noreturn]] void refuseLevel(layers::UnitLevel level, const geo::Date& day) {
    throw geo::Error(geo::ErrorKind::NotFound, "units.no-layer",
                     {{"level", layers::wordOf(level)}, {"day", geo::isoText(day)}});
}

/// The layer whose shapes together are the province: its communes, or where there are none, its districts.
layers::LayerRecord provinceLayer(const FigureRoom& room, const geo::Date& day) {
    const auto find = [&](layers::UnitLevel level) {
        return findUnitLayer(room.workspace, room.project, room.units, level, day);
    };
    const auto communes = find(layers::UnitLevel::Commune);
    const auto districts = find(layers::UnitLevel::District);
    if (!communes && districts && !room.units.inForce(layers::UnitLevel::District, day).empty())
        return *districts;
    if (!communes) refuseLevel(layers::UnitLevel::Province, day);
    return *communes;
}

/// The newest shown layer of basins or reaches.
layers::LayerRecord waterLayer(const FigureRoom& room, layers::UnitLevel level, const geo::Date& day) {
    const auto kind = level == layers::UnitLevel::Basin ? layers::Kind::Basins : layers::Kind::Rivers;
    const auto records = shownLayers(room.workspace, room.project, kind);
    if (records.empty()) refuseLevel(level, day);
    return records.back();
}

layers::LayerRecord layerOfLevel(const FigureRoom& room, layers::UnitLevel level, const geo::Date& day) {
    if (!layers::isAdministrative(level)) return waterLayer(room, level, day);
    if (level == layers::UnitLevel::Province) return provinceLayer(room, day);
    return unitLayer(room.workspace, room.project, room.units, level, day);
}

std::vector<std::string> keyFields(layers::UnitLevel level) {
    if (level == layers::UnitLevel::Reach) return {"reach_id", "name"};
    return {"code", "name"};
}

/// The same text for every day on which the same units were in force.
std::string canonicalDay(const layers::UnitRegister& units, layers::UnitLevel level, const geo::Date& day) {
    for (const geo::Date& epoch : units.epochs(level)) {
        if (areSameUnits(units, level, epoch, day)) return geo::isoText(epoch);
    }
    return geo::isoText(day);
}

std::vector<layers::Unit> waterUnits(const FigureRoom& room, layers::UnitLevel level, const geo::Date& day) {
    std::vector<layers::Unit> units;
    const auto record = waterLayer(room, level, day);
    auto stream =
        room.workspace.readLayer(record.id, {.fields = keyFields(level), .shapes = layers::ShapesWanted::No});
    layers::Feature feature;
    while (stream.next(feature)) {
        layers::Unit unit;
        unit.code = layers::textIn(feature.values[0]);
        unit.name = layers::textIn(feature.values[1]);
        unit.level = level;
        units.push_back(std::move(unit));
    }
    return units;
}

}  // namespace

std::vector<layers::LayerRecord> answeringLayers(std::vector<layers::LayerRecord> records,
                                                 std::optional<int> period) {
    if (!period && std::ranges::any_of(records, isApproved)) std::erase_if(records, std::not_fn(isApproved));
    std::optional<geo::Date> latest;
    for (const auto& record : records) {
        if (!record.asOf || (period && record.asOf->year != *period)) continue;
        latest = std::max(latest.value_or(*record.asOf), *record.asOf);
    }
    std::erase_if(records, [&](const auto& record) { return !latest || record.asOf != latest; });
    return records;
}

std::vector<layers::LayerRecord> requireAnswering(const FigureRoom& room, layers::Kind kind,
                                                  std::optional<int> period) {
    auto shown = shownLayers(room.workspace, room.project, kind);
    if (shown.empty()) {
        throw geo::Error(geo::ErrorKind::NotFound, "compute.no-layers", {{"kind", layers::wordOf(kind)}});
    }
    auto answering = answeringLayers(std::move(shown), period);
    if (!answering.empty()) return answering;
    throw geo::Error(geo::ErrorKind::NotFound, "compute.no-layers-that-year",
                     {{"kind", layers::wordOf(kind)}, {"year", std::to_string(period.value_or(0))}});
}

layers::Release leastSettled(const std::vector<layers::LayerRecord>& records) {
    return std::ranges::min_element(records, {}, &layers::LayerRecord::release)->release;
}

std::string sourceText(const std::vector<layers::LayerRecord>& records) {
    std::string text;
    for (const auto& record : records) {
        text += (text.empty() ? "" : "; ") + std::filesystem::path(record.source.path).filename().string();
    }
    return text;
}

void nameSource(std::vector<layers::Finding>& findings, const std::vector<layers::LayerRecord>& records) {
    if (records.size() != 1) return;
    for (layers::Finding& finding : findings) {
        if (finding.row > 0 && finding.source.empty()) finding.source = sourceText(records);
    }
}

std::string documentOf(const std::vector<layers::LayerRecord>& records) {
    const std::string& document = records.front().document;
    const bool isShared =
        std::ranges::all_of(records, [&](const auto& record) { return record.document == document; });
    return isShared ? document : std::string();
}

std::vector<layers::Unit> askedUnits(const FigureRoom& room, layers::UnitLevel level, geo::Date day) {
    if (!layers::isAdministrative(level)) return waterUnits(room, level, day);
    auto units = room.units.inForce(level, day);
    if (!units.empty()) return units;
    throw geo::Error(geo::ErrorKind::NotFound, "units.none-that-day",
                     {{"level", layers::wordOf(level)}, {"day", geo::isoText(day)}});
}

std::vector<layers::MappedUnit> unitShapes(const FigureRoom& room, layers::UnitLevel level, geo::Date day) {
    const auto record = layerOfLevel(room, level, day);
    const bool isProvince = level == layers::UnitLevel::Province;
    const std::string province = provinceCode(room, day);
    auto stream = room.workspace.readLayer(record.id, {.fields = keyFields(level)});
    std::vector<layers::MappedUnit> shapes;
    layers::Feature feature;
    while (stream.next(feature)) {
        const std::string code = isProvince ? province : layers::textIn(feature.values[0]);
        shapes.push_back({code, layers::textIn(feature.values[1]), feature.geometry});
    }
    return shapes;
}

std::string territoryQuestion(const FigureRoom& room, layers::UnitLevel level, geo::Date day) {
    std::string text = fmt::format("by={}@{} lineage={}", layers::wordOf(level),
                                   canonicalDay(room.units, level, day), room.project.lineageVersion);
    for (const auto& record : shownLayers(room.workspace, room.project)) {
        const bool isBorder = record.kind == layers::Kind::Communes ||
                              record.kind == layers::Kind::Districts ||
                              (!layers::isAdministrative(level) &&
                               (record.kind == layers::Kind::Basins || record.kind == layers::Kind::Rivers));
        if (isBorder) text += fmt::format(" borders={}", record.id);
    }
    return text;
}

layers::Observation blankObservation(std::string_view indicator, const layers::Unit& unit, geo::Date unitsOn,
                                     const std::vector<layers::LayerRecord>& sources) {
    layers::Observation observation;
    observation.indicator = indicator;
    observation.unitCode = unit.code;
    observation.unitName = unit.name;
    observation.level = unit.level;
    observation.unitsOn = unitsOn;
    observation.asOf = sources.front().asOf.value_or(geo::Date{});
    observation.release = leastSettled(sources);
    observation.sourceLayer = sources.size() == 1 ? sources.front().id : 0;
    observation.source = sourceText(sources);
    observation.document = documentOf(sources);
    return observation;
}

}  // namespace app
