// SPDX-License-Identifier: Apache-2.0
// Plan, tally, divide, store.
#include "app/jobs/compute.hpp"

#include <algorithm>
#include <cmath>

#include "app/jobs/cover_inputs.hpp"
#include "app/jobs/observation_rows.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "layers/store/change.hpp"

namespace app {
namespace {

constexpr std::string_view forestCover = "forest-cover";

struct Sources {
    const layers::Workspace& workspace;
    const Project& project;
    const layers::UnitRegister& units;
    const CoverPlan& plan;
};

layers::ForestRules rulesOf(const Sources& sources) {
    return {forestCodes(sources.workspace), rubberSpecies(sources.workspace), sources.plan.rubber};
}

layers::PlotStream plotStream(const Sources& sources, const layers::LayerRecord& record) {
    layers::ReadRequest read;
    read.fields = layers::forestFieldNames(record.schema);
    return {std::filesystem::path(record.source.path).filename().string(),
            sources.workspace.readLayer(record.id, read)};
}

template <class Tally>
layers::ForestTally tallyAll(Tally tally, const Sources& sources, geo::Progress& progress) {
    for (const auto& record : sources.plan.plots) {
        auto plots = plotStream(sources, record);
        tally.add(plots, progress);
    }
    return tally.finish();
}

layers::ForestTally tallyRegister(const Sources& sources, geo::Progress& progress) {
    const auto lineageRows = lineage(sources.workspace, sources.project);
    const auto& first = sources.plan.plots.front();
    const layers::UnitCarrier carrier(
        sources.units, lineageRows,
        {first.epoch.value_or(sources.plan.asOf), sources.plan.level, sources.plan.unitsOn});
    return tallyAll(layers::RegisterTally(rulesOf(sources), carrier), sources, progress);
}

layers::ForestTally tallyOverlay(const Sources& sources, const std::vector<layers::Zone>& zones,
                                 geo::Progress& progress) {
    progress.step("compute.indexing");
    const auto factor = areaFactor(sources.plan, sources.workspace.settings().crs);
    return tallyAll(layers::OverlayTally(rulesOf(sources), zones, factor), sources, progress);
}

/// Areas of the units as far as they are known, and from where.
struct UnitAreas {
    std::map<std::string, geo::Hectares> geometric;

    std::optional<geo::Hectares> of(const std::string& code) const {
        const auto found = geometric.find(code);
        return found == geometric.end() ? std::nullopt : std::optional(found->second);
    }
};

layers::Observation blankObservation(const Sources& sources, const layers::Unit& unit) {
    const CoverPlan& plan = sources.plan;
    layers::Observation observation;
    observation.indicator = forestCover;
    observation.unitCode = unit.code;
    observation.unitName = unit.name;
    observation.level = unit.level;
    observation.unitsOn = plan.unitsOn;
    observation.asOf = plan.asOf;
    observation.release = plan.release;
    observation.termUnit = "ha";
    observation.unit = "%";
    observation.method = wordOf(plan.method);
    const bool isAllDeclared =
        plan.method == CoverMethod::Register && plan.denominator == DenominatorKind::Official;
    observation.areaKind = isAllDeclared ? "declared" : wordOf(plan.area);
    observation.denominatorKind = wordOf(plan.denominator);
    observation.sourceLayer = plan.plots.size() == 1 ? plan.plots.front().id : 0;
    observation.source = sourceText(plan);
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

layers::Observation observationOf(const Sources& sources, const layers::Unit& unit,
                                  const layers::UnitForest* forest, const UnitAreas& areas,
                                  std::vector<layers::Finding>& findings) {
    layers::Observation observation = blankObservation(sources, unit);
    const auto area = denominatorOf(observation, unit, areas, findings);
    observation.count = forest != nullptr ? forest->plots : 0;
    const bool hasFigure = forest != nullptr && area && isCovered(unit, *forest, *area, findings);
    setPercentage(observation, hasFigure ? writtenArea_ha(forest->counted) : std::nullopt,
                  writtenArea_ha(area),
                  hasFigure ? statusOf(sources.plan, *forest) : layers::Status::Missing);
    return observation;
}

std::vector<layers::Observation> observationsOf(const Sources& sources, const layers::ForestTally& tally,
                                                const UnitAreas& areas,
                                                std::vector<layers::Finding>& findings) {
    std::vector<layers::Observation> observations;
    for (const layers::Unit& unit : sources.units.inForce(sources.plan.level, sources.plan.unitsOn)) {
        const auto found = tally.byUnit.find(unit.code);
        const auto* const forest = found != tally.byUnit.end() ? &found->second : nullptr;
        observations.push_back(observationOf(sources, unit, forest, areas, findings));
    }
    return observations;
}

bool needsShapes(const CoverPlan& plan, const layers::UnitRegister& units) {
    if (plan.method == CoverMethod::Overlay || plan.denominator == DenominatorKind::Geometric) return true;
    const auto inForce = units.inForce(plan.level, plan.unitsOn);
    return std::ranges::any_of(inForce, [](const layers::Unit& unit) { return !unit.officialArea; });
}

/// A newer run of the same question takes the place of the older in what the project shows.
void show(Project& project, std::int64_t newest, const layers::Workspace& workspace,
          const std::string& question) {
    for (const layers::RunRecord& run : workspace.runs()) {
        if (run.parameters == question) std::erase(project.runs, run.id);
    }
    project.runs.push_back(newest);
}

void keep(Outcome& outcome, layers::Workspace& workspace,
          const std::vector<layers::Observation>& observations, const layers::RunRecord& run) {
    layers::Change change(workspace);
    // Another program may have changed the project while this one computed.
    outcome.project = currentProject(workspace);
    const std::int64_t id = change.addRun(run);
    change.addObservations(id, observations);
    show(outcome.project, id, workspace, run.parameters);
    change.commit(toJson(outcome.project));
}

/// What the authorities published for the unit stands beside our figure, never in its place.
void addPublished(Row& row, const layers::Table& published, const std::string& code) {
    const auto& schema = published.schema;
    const auto indicator = schema.indexOf("indicator");
    const auto unit = schema.indexOf("unit_code");
    const auto value = schema.indexOf("value");
    const auto asOf = schema.indexOf("as_of");
    if (!indicator || !unit || !value || !asOf) return;
    for (const auto& line : published.rows) {
        if (layers::textIn(line[*indicator]) != forestCover || layers::textIn(line[*unit]) != code) continue;
        if (const auto number = layers::numberIn(line[*value])) row.push_back({"published", *number});
        row.push_back({"published_as_of", layers::textIn(line[*asOf])});
        return;
    }
}

void report(Outcome& outcome, const layers::Workspace& workspace,
            const std::vector<layers::Observation>& observations, const CoverPlan& plan) {
    const auto assigned = targets(workspace);
    const auto published =
        workspace.hasTable("pack_published") ? workspace.readTable("pack_published") : layers::Table{};
    outcome.summary.push_back({"compute.cover",
                               {{"method", wordOf(plan.method)},
                                {"denominator", wordOf(plan.denominator)},
                                {"rubber", layers::wordOf(plan.rubber)},
                                {"as_of", geo::isoText(plan.asOf)},
                                {"units_on", geo::isoText(plan.unitsOn)}}});
    for (const layers::Observation& observation : observations) {
        Row row = rowOf(observation, assigned);
        addPublished(row, published, observation.unitCode);
        outcome.rows.push_back(std::move(row));
        outcome.summary.push_back(lineOf(observation));
    }
}

}  // namespace

Outcome computeIndicator(const Project& project, const ComputeRequest& request, geo::Progress& progress) {
    if (request.indicator != forestCover) {
        throw geo::Error(geo::ErrorKind::Usage, "compute.indicator-unknown",
                         {{"indicator", request.indicator}, {"known", std::string(forestCover)}});
    }
    auto workspace = layers::Workspace::open(project.workspace, layers::Access::Write);
    const auto units = unitRegister(workspace);
    const CoverPlan plan = planCover(workspace, project, units, request);
    const Sources sources{workspace, project, units, plan};
    const auto zones =
        needsShapes(plan, units) ? zonesOf(workspace, project, units, plan) : std::vector<layers::Zone>{};
    const UnitAreas areas{zoneAreas(zones, plan, workspace.settings().crs)};
    auto tally = plan.method == CoverMethod::Register ? tallyRegister(sources, progress)
                                                      : tallyOverlay(sources, zones, progress);
    Outcome outcome{.verb = "compute", .project = project, .findings = std::move(tally.findings)};
    outcome.ledger = tally.ledger;
    const auto observations = observationsOf(sources, tally, areas, outcome.findings);
    keep(outcome, workspace, observations,
         {.job = "compute",
          .parameters = questionText(plan, workspace, project, units),
          .ledger = outcome.ledger,
          .findings = outcome.findings,
          .asOf = plan.asOf});
    report(outcome, workspace, observations, plan);
    return outcome;
}

}  // namespace app
