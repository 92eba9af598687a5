// SPDX-License-Identifier: Apache-2.0
// Undo is the previous project.
#include "app/jobs/undo.hpp"

#include "layers/store/workspace.hpp"

namespace app {

Outcome undoChange(const Project& project, geo::Progress& progress) {
    progress.throwIfStopped();
    auto workspace = layers::Workspace::open(project.workspace, layers::Access::Write);
    workspace.undo();
    Outcome outcome{.verb = "undo",
                    .project = projectFromJson(workspace.currentProject(), project.workspace)};
    const auto layers = static_cast<std::int64_t>(outcome.project.layers.size());
    const auto runs = static_cast<std::int64_t>(outcome.project.runs.size());
    outcome.rows = {{{"layers", layers}, {"runs", runs}}};
    outcome.summary = {{"undo.done", {{"layers", layers}, {"runs", runs}}}};
    return outcome;
}

}  // namespace app
