// SPDX-License-Identifier: Apache-2.0
// A run answers a question when its text is the same, versions included.
#include "app/jobs/figures.hpp"

#include <algorithm>

#include "app/jobs/figure_task.hpp"
#include "app/jobs/workspace_view.hpp"

namespace app {

std::optional<std::vector<layers::Observation>> keptFigures(const Project& project,
                                                            const ComputeRequest& request) {
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    const auto units = unitRegister(workspace);
    const FigureRoom room{workspace, project, units};
    const std::string question = figureTask(room, request).question;
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
    // By its run and not by its question: another program may have changed meanwhile what the question reads.
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    return {computed.project, workspace.observations(computed.project.runs.back()),
            std::move(computed.findings)};
}

}  // namespace app
