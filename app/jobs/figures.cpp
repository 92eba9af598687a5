// SPDX-License-Identifier: Apache-2.0
// A run answers a question when its text is the same, versions included.
#include "app/jobs/figures.hpp"

#include <algorithm>

#include "app/jobs/cover_inputs.hpp"
#include "app/jobs/workspace_view.hpp"

namespace app {

std::optional<std::vector<layers::Observation>> keptFigures(const Project& project,
                                                            const ComputeRequest& request) {
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    const auto units = unitRegister(workspace);
    const auto plan = planCover(workspace, project, units, request);
    const std::string question = questionText(plan, workspace, project, units);
    const auto runs = workspace.runs();
    const auto found = std::ranges::find_if(runs, [&](const layers::RunRecord& run) {
        return run.parameters == question && std::ranges::find(project.runs, run.id) != project.runs.end();
    });
    if (found == runs.end()) return std::nullopt;
    return workspace.observations(found->id);
}

Figures figuresFor(const Project& project, const ComputeRequest& request, geo::Progress& progress) {
    if (auto kept = keptFigures(project, request)) return {project, std::move(*kept), {}};
    Outcome computed = computeIndicator(project, request, progress);
    return {computed.project, *keptFigures(computed.project, request), std::move(computed.findings)};
}

}  // namespace app
