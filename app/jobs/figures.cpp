// SPDX-License-Identifier: Apache-2.0
// Newest run first.
#include "app/jobs/figures.hpp"

#include <ranges>

#include "app/jobs/workspace_view.hpp"

namespace app {
namespace {

bool answers(const layers::Observation& observation, const ComputeRequest& request,
             const layers::UnitRegister& units, geo::Date unitsOn) {
    return observation.indicator == request.indicator && observation.level == request.level &&
           areSameUnits(units, request.level, observation.unitsOn, unitsOn) && (!request.period || observation.asOf.year == *request.period) &&
           (!request.method || observation.method == wordOf(*request.method));
}

}  // namespace

std::optional<std::vector<layers::Observation>> keptFigures(const Project& project, const ComputeRequest& request) {
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    const auto units = unitRegister(workspace);
    const geo::Date unitsOn = unitsDay(units, request.level, request.unitsOn);
    for (const std::int64_t run : std::views::reverse(project.runs)) {
        auto observations = workspace.observations(run);
        if (!observations.empty() && answers(observations.front(), request, units, unitsOn)) return observations;
    }
    return std::nullopt;
}

Figures figuresFor(const Project& project, const ComputeRequest& request, geo::Progress& progress) {
    if (auto kept = keptFigures(project, request)) return {project, std::move(*kept), {}};
    Outcome computed = computeIndicator(project, request, progress);
    return {computed.project, *keptFigures(computed.project, request), std::move(computed.findings)};
}

}  // namespace app
