// SPDX-License-Identifier: Apache-2.0
// Undo is the previous project.
#include "app/jobs/undo.hpp"

#include "layers/store/workspace.hpp"

namespace app {

namespace {

Outcome outcomeOf(const char* verb, const char* line, const layers::Workspace& workspace) {
    Outcome outcome{.verb = verb, .project = projectFromJson(workspace.currentProject(), workspace.path())};
    const auto layers = static_cast<std::int64_t>(outcome.project.layers.size());
    const auto runs = static_cast<std::int64_t>(outcome.project.runs.size());
    outcome.rows = {{{"layers", layers}, {"runs", runs}}};
    outcome.summary = {{line, {{"layers", layers}, {"runs", runs}}}};
    return outcome;
}

}  // namespace

Outcome undoChange(const Project& project, geo::Progress& progress) {
    progress.throwIfStopped();
    auto workspace = layers::Workspace::open(project.workspace, layers::Access::Write);
    workspace.undo();
    return outcomeOf("undo", "undo.done", workspace);
}

Outcome redoChange(const Project& project, geo::Progress& progress) {
    progress.throwIfStopped();
    auto workspace = layers::Workspace::open(project.workspace, layers::Access::Write);
    workspace.redo();
    return outcomeOf("redo", "undo.redone", workspace);
}

UndoChoices undoChoices(const Project& project) {
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    return {workspace.previousProject().has_value(), workspace.canRedo()};
}

}  // namespace app
