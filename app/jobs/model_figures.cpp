// SPDX-License-Identifier: Apache-2.0
// Circular-economy models: how many a unit has, by sector and stage.
#include <fmt/format.h>

#include "app/jobs/figure_layers.hpp"
#include "app/jobs/figure_task.hpp"
#include "app/jobs/site_register.hpp"
#include "app/jobs/unit_finder.hpp"
#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "layers/indicators/circular_models.hpp"

namespace app {
namespace {

constexpr std::string_view circularModels = "circular-models";
constexpr const char* countUnit = "models";

struct ModelPlan {
    layers::UnitLevel level = layers::UnitLevel::Commune;
    geo::Date unitsOn;
    std::vector<layers::LayerRecord> sources;
};

layers::Observation countOf(const ModelPlan& plan, const layers::Unit& unit, std::string part,
                            std::int64_t count) {
    auto observation = blankObservation(circularModels, unit, plan.unitsOn, plan.sources);
    observation.part = std::move(part);
    observation.termUnit = countUnit;
    observation.unit = countUnit;
    observation.method = "count";
    observation.status = layers::Status::Reported;
    observation.numerator = static_cast<double>(count);
    observation.value = static_cast<double>(count);
    observation.count = count;
    return observation;
}

FigureSheet computeModels(const FigureRoom& room, const ModelPlan& plan, geo::Progress& progress) {
    progress.step("compute.counting-models");
    std::vector<layers::Site> sites;
    for (const auto& record : plan.sources) {
        for (layers::Site& site : sitesOf(room.workspace, record)) sites.push_back(std::move(site));
    }
    const UnitFinder finder(room, plan.level, plan.unitsOn, plan.sources.front());
    auto tally = layers::countModels(
        sites, [&](const layers::Site& site) { return finder.unitOf(site.at, site.communeCode); });
    FigureSheet sheet{{}, std::move(tally.ledger), std::move(tally.findings)};
    nameSource(sheet.findings, plan.sources);
    for (const layers::Unit& unit : askedUnits(room, plan.level, plan.unitsOn)) {
        const std::size_t whole = sheet.observations.size();
        sheet.observations.push_back(countOf(plan, unit, {}, 0));
        std::int64_t total = 0;
        for (const layers::ModelCount& count : tally.counts) {
            if (count.unitCode != unit.code) continue;
            total += count.count;
            sheet.observations.push_back(
                countOf(plan, unit, layers::modelPart(count.sector, count.stage), count.count));
        }
        sheet.observations[whole] = countOf(plan, unit, {}, total);
    }
    return sheet;
}

std::string questionText(const FigureRoom& room, const ModelPlan& plan) {
    std::string text =
        fmt::format("{} {}", circularModels, territoryQuestion(room, plan.level, plan.unitsOn));
    for (const auto& record : plan.sources) text += fmt::format(" models={}", record.id);
    return text;
}

}  // namespace

FigureTask modelsTask(const FigureRoom& room, const ComputeRequest& request) {
    if (request.level == layers::UnitLevel::Reach) {
        throw geo::Error(geo::ErrorKind::Usage, "compute.level-not-for-indicator",
                         {{"level", layers::wordOf(request.level)}, {"indicator", request.indicator}});
    }
    const ModelPlan plan{request.level, unitsDay(room.units, request.level, request.unitsOn),
                         requireAnswering(room, layers::Kind::Models, request.period)};
    const geo::Date asOf = *plan.sources.front().asOf;
    return {questionText(room, plan),
            asOf,
            {"compute.models", {{"as_of", geo::isoText(asOf)}, {"units_on", geo::isoText(plan.unitsOn)}}},
            [&room, plan](geo::Progress& progress) { return computeModels(room, plan, progress); }};
}

}  // namespace app
