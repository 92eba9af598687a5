// SPDX-License-Identifier: Apache-2.0
// Wastewater treated to standard: by unit where the outfall stands, by basin and reach where its water goes.
#include <fmt/format.h>

#include <algorithm>

#include "app/jobs/figure_layers.hpp"
#include "app/jobs/figure_task.hpp"
#include "app/jobs/unit_finder.hpp"
#include "app/jobs/water_inputs.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"

namespace app {
namespace {

constexpr std::string_view wastewater = "wastewater-treated";

struct WaterPlan {
    layers::UnitLevel level = layers::UnitLevel::Commune;
    geo::Date unitsOn;
    std::vector<layers::LayerRecord> sources;
};

/// Volumes by code, with what else the tally says.
struct WaterTally {
    std::map<std::string, layers::Volumes> volumes;
    layers::Ledger ledger;
    std::vector<layers::Finding> findings;
};

WaterTally tallyUnits(const FigureRoom& room, const WaterPlan& plan,
                      const std::vector<layers::Outfall>& outfalls) {
    const UnitFinder finder(room, plan.level, plan.unitsOn, plan.sources.front());
    const auto unitOf = [&](const layers::Outfall& outfall) {
        return finder.unitOf(outfall.at, outfall.communeCode);
    };
    auto tally = layers::tallyByUnit(outfalls, layers::judgeOutfalls(outfalls), unitOf);
    return {std::move(tally.byUnit), std::move(tally.ledger), std::move(tally.findings)};
}

WaterTally tallyRivers(const FigureRoom& room, const WaterPlan& plan,
                       const std::vector<layers::Outfall>& outfalls) {
    const auto reaches = riverReaches(room.workspace, room.project);
    const auto basins = subBasins(room.workspace, room.project);
    if (reaches.empty() || basins.empty()) throw geo::Error(geo::ErrorKind::NotFound, "compute.no-rivers");
    auto tally = layers::tallyByRiver(outfalls, layers::judgeOutfalls(outfalls), reaches, basins,
                                      layers::farthestStream);
    WaterTally result{{}, std::move(tally.ledger), std::move(tally.findings)};
    if (plan.level == layers::UnitLevel::Basin) {
        for (const auto& basin : tally.basins) result.volumes[basin.code] = basin.own;
        return result;
    }
    for (const auto& reach : tally.reaches) result.volumes[reaches[reach.reach].id] = reach.accumulated;
    return result;
}

layers::Observation observationOf(const WaterPlan& plan, const layers::Unit& unit,
                                  const layers::Volumes& volumes, std::vector<layers::Finding>& findings) {
    auto observation = blankObservation(wastewater, unit, plan.unitsOn, plan.sources);
    observation.termUnit = "m3/day";
    observation.unit = "%";
    observation.method = layers::isAdministrative(plan.level) ? "outfalls" : "outfalls-by-stream";
    observation.count = volumes.outfalls;
    const bool isKnown = volumes.outfalls > 0 && layers::isKnownEnough(volumes);
    if (volumes.outfalls > 0 && !isKnown) {
        findings.push_back({{"figure.volumes-unknown",
                             {{"code", unit.code}, {"name", unit.name}, {"count", volumes.unknown}}},
                            0,
                            unit.code});
    }
    if (!isKnown) return layers::setPercentage(observation, {}, {}, layers::Status::Missing), observation;
    layers::setPercentage(observation, layers::cubicMetresOf(volumes.treated_l_day),
                          layers::cubicMetresOf(volumes.discharged_l_day), layers::Status::Reported);
    return observation;
}

/// Repeats within one file were named when it came in; those between files show only here.
void noteRepeats(const WaterPlan& plan, const std::vector<layers::Outfall>& outfalls,
                 std::vector<layers::Finding>& findings) {
    if (plan.sources.size() < 2) return;
    const auto verdicts = layers::judgeOutfalls(outfalls);
    const auto repeated = std::ranges::count(verdicts, layers::OutfallVerdict::Repeated);
    if (repeated == 0) return;
    const auto newest = std::ranges::max_element(plan.sources, {}, &layers::LayerRecord::id);
    findings.push_back({{"outfall.in-two-files",
                         {{"count", static_cast<std::int64_t>(repeated)},
                          {"files", sourceText(plan.sources)},
                          {"file", sourceText({*newest})}}},
                        0,
                        {}});
}

FigureSheet computeWastewater(const FigureRoom& room, const WaterPlan& plan, geo::Progress& progress) {
    progress.step("compute.outfalls");
    const auto outfalls = readOutfalls(room, plan.sources);
    auto tally = layers::isAdministrative(plan.level) ? tallyUnits(room, plan, outfalls)
                                                      : tallyRivers(room, plan, outfalls);
    FigureSheet sheet{{}, std::move(tally.ledger), std::move(tally.findings)};
    for (const layers::Unit& unit : askedUnits(room, plan.level, plan.unitsOn)) {
        sheet.observations.push_back(observationOf(plan, unit, tally.volumes[unit.code], sheet.findings));
    }
    nameSource(sheet.findings, plan.sources);
    noteRepeats(plan, outfalls, sheet.findings);
    return sheet;
}

std::string questionText(const FigureRoom& room, const WaterPlan& plan) {
    std::string text = fmt::format("{} {}", wastewater, territoryQuestion(room, plan.level, plan.unitsOn));
    for (const auto& record : plan.sources) text += fmt::format(" outfalls={}", record.id);
    return text;
}

}  // namespace

FigureTask wastewaterTask(const FigureRoom& room, const ComputeRequest& request) {
    const WaterPlan plan{request.level, unitsDay(room.units, request.level, request.unitsOn),
                         requireAnswering(room, layers::Kind::Outfalls, request.period)};
    const geo::Date asOf = *plan.sources.front().asOf;
    return {questionText(room, plan),
            asOf,
            {"compute.wastewater", {{"as_of", geo::isoText(asOf)}, {"units_on", geo::isoText(plan.unitsOn)}}},
            [&room, plan](geo::Progress& progress) { return computeWastewater(room, plan, progress); }};
}

}  // namespace app
