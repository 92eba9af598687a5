// SPDX-License-Identifier: Apache-2.0
// A run answers a question when its text is the same, versions included.
#include "app/jobs/figures.hpp"

#include <algorithm>

#include "app/jobs/figure_task.hpp"
#include "app/jobs/workspace_view.hpp"

namespace app {

namespace {

std::optional<layers::RunRecord> keptRun(const layers::Workspace& workspace, const Project& project,
                                         const ComputeRequest& request) {
    const auto units = unitRegister(workspace);
    const FigureRoom room{workspace, project, units};
    const std::string question = figureTask(room, request).question;
    auto runs = workspace.runs();
    const auto found = std::ranges::find_if(runs, [&](const layers::RunRecord& run) {
        return run.parameters == question && std::ranges::find(project.runs, run.id) != project.runs.end();
    });
    return found == runs.end() ? std::nullopt : std::optional(std::move(*found));
}

}  // namespace

std::optional<std::vector<layers::Observation>> keptFigures(const Project& project,
                                                            const ComputeRequest& request) {
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    const auto run = keptRun(workspace, project, request);
    return run ? std::optional(workspace.observations(run->id)) : std::nullopt;
}

void addOnce(std::vector<layers::Finding>& findings, std::vector<layers::Finding> more) {
    for (layers::Finding& finding : more)
        if (std::ranges::find(findings, finding) == findings.end()) findings.push_back(std::move(finding));
}

Figures figuresFor(const Project& project, const ComputeRequest& request, geo::Progress& progress) {
    {
        const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
        if (auto kept = keptRun(workspace, project, request))
            return {project, workspace.observations(kept->id), std::move(kept->findings)};
    }
    Outcome computed = computeIndicator(project, request, progress);
    // By its run and not by its question: another program may have changed meanwhile what the question reads.
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    return {computed.project, workspace.observations(computed.project.runs.back()),
            std::move(computed.findings)};
}

}  // namespace app
