// SPDX-License-Identifier: Apache-2.0
// Forest cover: plan, tally, divide.
#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>

#include "app/jobs/cover_inputs.hpp"
#include "app/jobs/figure_layers.hpp"
#include "app/jobs/figure_task.hpp"
#include "app/jobs/intake.hpp"
#include "app/jobs/unit_areas.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "layers/indicators/epoch_join.hpp"
#include "layers/indicators/forest_overlay.hpp"
#include "layers/indicators/forest_register.hpp"

namespace app {
namespace {

constexpr std::string_view forestCover = "forest-cover";

struct Sources {
    const FigureRoom& room;
    const CoverPlan& plan;
};

layers::ForestRules rulesOf(const Sources& sources) {
    return {forestCodes(sources.room.workspace), rubberSpecies(sources.room.workspace), sources.plan.rubber};
}

/// What tells one plot's commune; nothing where somebody insisted on the layer's day.
using PlotCommune = std::function<std::optional<layers::DatedCode>(const layers::UnitKey&)>;

std::vector<layers::PlotLayer> plotLayers(const Sources& sources, const PlotCommune& communeOf = {}) {
    std::vector<layers::PlotLayer> layers;
    for (const auto& record : sources.plan.plots) {
        auto fields = layers::forestFieldNames(record.schema);
        const bool mayDiffer = communeOf && record.source.profile.find(epochAccepted) == std::string::npos;
        if (mayDiffer) std::ranges::move(layers::forestUnitNames(record.schema), std::back_inserter(fields));
        layers::ReadRequest read;
        read.fields = std::move(fields);
        layers.push_back({std::filesystem::path(record.source.path).filename().string(),
                          sources.room.workspace.shapeParts(record.id, read), record.epoch,
                          mayDiffer ? communeOf : PlotCommune()});
    }
    return layers;
}

layers::ForestTally tallyRegister(const Sources& sources, geo::Progress& progress) {
    const auto lineageRows = lineage(sources.room.workspace, sources.room.project);
    const layers::UnitCarrier carrier(sources.room.units, lineageRows,
                                      {sources.plan.asOf, sources.plan.level, sources.plan.unitsOn});
    const auto spellings = layers::spellingPairsFromTable(spellingPairs(sources.room.workspace));
    const auto decisions = nameDecisions(sources.room.workspace, sources.room.project);
    const layers::EpochJoin join(sources.room.units, lineageRows, spellings, decisions);
    const auto communeOf = [&](const layers::UnitKey& written) -> std::optional<layers::DatedCode> {
        const layers::JoinedRow row = join.alone(written);
        const bool isCommune = row.unit != nullptr && row.unit->level == layers::UnitLevel::Commune;
        return isCommune ? std::optional(layers::DatedCode{row.unit->code, *row.epoch}) : std::nullopt;
    };
    return layers::tallyRegister(rulesOf(sources), carrier, plotLayers(sources, communeOf), progress);
}

layers::ForestTally tallyOverlay(const Sources& sources, const std::vector<layers::Zone>& zones,
                                 geo::Progress& progress) {
    const auto factor = areaFactor(zones, sources.plan.area, sources.room.workspace.settings().crs);
    return layers::tallyOverlay({rulesOf(sources), zones, factor}, plotLayers(sources), progress);
}

/// Areas of the units as far as they are known, and from where.
struct UnitAreas {
    std::map<std::string, geo::Hectares> geometric;

    std::optional<geo::Hectares> of(const std::string& code) const {
        const auto found = geometric.find(code);
        return found == geometric.end() ? std::nullopt : std::optional(found->second);
    }
};

layers::Observation blankFor(const Sources& sources, const layers::Unit& unit) {
    const CoverPlan& plan = sources.plan;
    layers::Observation observation = blankObservation(forestCover, unit, plan.unitsOn, plan.plots);
    observation.termUnit = "ha";
    observation.unit = "%";
    observation.method = wordOf(plan.method);
    const bool isAllDeclared =
        plan.method == CoverMethod::Register && plan.denominator == DenominatorKind::Official;
    observation.areaKind = isAllDeclared ? "declared" : wordOf(plan.area);
    observation.denominatorKind = wordOf(plan.denominator);
    return observation;
}

layers::Status statusOf(const CoverPlan& plan, const layers::UnitForest& forest) {
    if (plan.method == CoverMethod::Overlay) return layers::Status::Measured;
    return forest.isCarried ? layers::Status::Carried : layers::Status::Reported;
}

/// The official area; where there is none, the area on the map, and a finding that says so.
std::optional<geo::Hectares> denominatorOf(layers::Observation& observation, const layers::Unit& unit,
                                           const UnitAreas& areas, std::vector<layers::Finding>& findings) {
    if (observation.denominatorKind == wordOf(DenominatorKind::Official)) {
        if (unit.officialArea) return unit.officialArea;
        observation.denominatorKind = wordOf(DenominatorKind::Geometric);
        findings.push_back(
            {{"figure.denominator-geometric", {{"code", unit.code}, {"name", unit.name}}}, 0, unit.code});
    }
    return areas.of(unit.code);
}

/// Written to a hundredth of a square metre: below it stands only the noise of adding decimals in binary.
std::optional<double> writtenArea_ha(std::optional<geo::Hectares> area) {
    return area ? std::optional(std::round(area->value * 1e6) / 1e6) : std::nullopt;
}

/// Below this the plots are a part of what should be there, and their sum is no figure of the unit.
constexpr double leastCoverage = 0.5;

/// Below this some file may be missing; the figure stands, and the finding says so.
constexpr double usualCoverage = 0.95;

/// Whether the plots speak of enough of the unit for a figure.
bool isCovered(const layers::Unit& unit, const layers::UnitForest& forest, geo::Hectares area,
               std::vector<layers::Finding>& findings) {
    const double coverage = area.value > 0 ? forest.covered / area : 0;
    if (coverage >= usualCoverage) return true;
    const bool isEnough = coverage >= leastCoverage;
    findings.push_back({{isEnough ? "figure.coverage-low" : "figure.coverage-too-low",
                         {{"code", unit.code}, {"name", unit.name}, {"percent", 100 * coverage}}},
                        0,
                        unit.code});
    return isEnough;
}

/// No land is covered twice: areas in another unit, or plots of other units, were summed.
void noteAboveAll(const layers::Observation& observation, const layers::Unit& unit,
                  std::vector<layers::Finding>& findings) {
    if (!observation.value || *observation.value <= 100) return;
    findings.push_back(
        {{"figure.cover-above-all",
          {{"code", unit.code}, {"name", unit.name}, {"percent", *observation.value}}},
         0,
         unit.code});
}

layers::Observation observationOf(const Sources& sources, const layers::Unit& unit,
                                  const layers::UnitForest* forest, const UnitAreas& areas,
                                  std::vector<layers::Finding>& findings) {
    layers::Observation observation = blankFor(sources, unit);
    const auto area = denominatorOf(observation, unit, areas, findings);
    observation.count = forest != nullptr ? forest->plots : 0;
    const bool hasFigure = forest != nullptr && area && isCovered(unit, *forest, *area, findings);
    setPercentage(observation, hasFigure ? writtenArea_ha(forest->counted) : std::nullopt,
                  writtenArea_ha(area),
                  hasFigure ? statusOf(sources.plan, *forest) : layers::Status::Missing);
    noteAboveAll(observation, unit, findings);
    return observation;
}

std::vector<layers::Observation> observationsOf(const Sources& sources, const layers::ForestTally& tally,
                                                const UnitAreas& areas,
                                                std::vector<layers::Finding>& findings) {
    std::vector<layers::Observation> observations;
    for (const layers::Unit& unit : askedUnits(sources.room, sources.plan.level, sources.plan.unitsOn)) {
        const auto found = tally.byUnit.find(unit.code);
        const auto* const forest = found != tally.byUnit.end() ? &found->second : nullptr;
        observations.push_back(observationOf(sources, unit, forest, areas, findings));
    }
    return observations;
}

bool needsShapes(const Sources& sources) {
    const CoverPlan& plan = sources.plan;
    if (plan.method == CoverMethod::Overlay || plan.denominator == DenominatorKind::Geometric) return true;
    const auto asked = askedUnits(sources.room, plan.level, plan.unitsOn);
    return std::ranges::any_of(asked, [](const layers::Unit& unit) { return !unit.officialArea; });
}

FigureSheet computeCover(const Sources& sources, geo::Progress& progress) {
    const CoverPlan& plan = sources.plan;
    const auto zones =
        needsShapes(sources) ? zonesOf(sources.room, plan.level, plan.unitsOn) : std::vector<layers::Zone>{};
    const UnitAreas areas{zoneAreas(zones, plan.area, sources.room.workspace.settings().crs)};
    auto tally = plan.method == CoverMethod::Register ? tallyRegister(sources, progress)
                                                      : tallyOverlay(sources, zones, progress);
    FigureSheet sheet{{}, std::move(tally.ledger), std::move(tally.findings)};
    sheet.observations = observationsOf(sources, tally, areas, sheet.findings);
    return sheet;
}

geo::Message headingOf(const CoverPlan& plan) {
    return {"compute.cover",
            {{"method", wordOf(plan.method)},
             {"denominator", wordOf(plan.denominator)},
             {"rubber", layers::wordOf(plan.rubber)},
             {"as_of", geo::isoText(plan.asOf)},
             {"units_on", geo::isoText(plan.unitsOn)}}};
}

}  // namespace

FigureTask coverTask(const FigureRoom& room, const ComputeRequest& request) {
    // A reach has no land of its own.
    if (request.level == layers::UnitLevel::Reach) {
        throw geo::Error(geo::ErrorKind::Usage, "compute.level-not-for-indicator",
                         {{"level", layers::wordOf(request.level)}, {"indicator", request.indicator}});
    }
    const CoverPlan plan = planCover(room, request);
    return {questionText(room, plan), plan.asOf, headingOf(plan), [&room, plan](geo::Progress& progress) {
                return computeCover({room, plan}, progress);
            }};
}

}  // namespace app
