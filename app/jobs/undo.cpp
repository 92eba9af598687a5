// SPDX-License-Identifier: Apache-2.0
// Undo is the previous project.
#include "app/jobs/undo.hpp"

#include <optional>

#include "geo/base/error.hpp"
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

Project projectOf(const layers::Workspace& workspace) {
    return projectFromJson(workspace.currentProject(), workspace.path());
}

/// Whether they differ in figures at most.
bool holdTheSame(Project first, const Project& second) {
    first.runs = second.runs;
    return first == second;
}

/// Steps back to the first project that holds something else.
/// Returns: how many steps; nothing when there was none, and then none was taken.
std::optional<int> stepsBack(layers::Workspace& workspace, const Project& before) {
    int steps = 0;
    while (workspace.previousProject()) {
        workspace.undo();
        ++steps;
        if (!holdTheSame(projectOf(workspace), before)) return steps;
    }
    while (steps-- > 0) workspace.redo();
    return std::nullopt;
}

/// Redoes the figures that were computed of what a project holds.
void redoFigures(layers::Workspace& workspace, const Project& holding) {
    while (workspace.canRedo()) {
        workspace.redo();
        if (holdTheSame(projectOf(workspace), holding)) continue;
        return workspace.undo();
    }
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

Outcome undoHoldings(const Project& project, geo::Progress& progress) {
    progress.throwIfStopped();
    auto workspace = layers::Workspace::open(project.workspace, layers::Access::Write);
    if (!stepsBack(workspace, projectOf(workspace)))
        throw geo::Error(geo::ErrorKind::Refused, "store.nothing-to-undo",
                         {{"path", project.workspace.string()}});
    return outcomeOf("undo", "undo.done", workspace);
}

Outcome redoHoldings(const Project& project, geo::Progress& progress) {
    progress.throwIfStopped();
    auto workspace = layers::Workspace::open(project.workspace, layers::Access::Write);
    const Project before = projectOf(workspace);
    do {
        workspace.redo();
    } while (workspace.canRedo() && holdTheSame(projectOf(workspace), before));
    redoFigures(workspace, projectOf(workspace));
    return outcomeOf("redo", "undo.redone", workspace);
}

UndoChoices undoChoices(const Project& project) {
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    return {workspace.previousProject().has_value(), workspace.canRedo()};
}

}  // namespace app
