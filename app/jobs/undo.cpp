// SPDX-License-Identifier: Apache-2.0
// Undo is the previous project.
#include "app/jobs/undo.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "geo/base/error.hpp"
#include "layers/store/project_history.hpp"
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

/// Every project of a workspace, the one shown among them.
class History {
  public:
    explicit History(const std::filesystem::path& workspace)
        : History(workspace, layers::readHistory(workspace)) {}
    History(const History&) = delete;
    History& operator=(const History&) = delete;

    /// The newest one before the one shown that holds something else.
    std::optional<std::int64_t> before() const {
        if (m_shown == m_all.end()) return std::nullopt;
        const auto first = firstAlike();
        const auto parent = find(first->parent);
        return parent == m_all.end() ? std::nullopt : std::optional(parent->id);
    }

    /// What was taken back last: the newest one that holds something else and was made from the one shown, or
    /// from one that differs from it in figures alone. With the figures computed of it last.
    std::optional<std::int64_t> after() const {
        if (m_shown == m_all.end()) return std::nullopt;
        const std::set<std::int64_t> likes = likesFrom(firstAlike());
        auto newest = m_all.end();
        for (auto project = m_all.begin(); project != m_all.end(); ++project)
            if (likes.contains(project->parent) && !likes.contains(project->id)) newest = project;
        return newest == m_all.end() ? std::nullopt : std::optional(*likesFrom(newest).rbegin());
    }

  private:
    using Place = std::vector<layers::ProjectRecord>::const_iterator;

    History(const std::filesystem::path& workspace, layers::ProjectHistory history)
        : m_path(workspace), m_all(std::move(history.projects)), m_shown(find(history.current)) {}

    Place find(std::int64_t id) const {
        const auto found = std::ranges::lower_bound(m_all, id, {}, &layers::ProjectRecord::id);
        return found != m_all.end() && found->id == id ? found : m_all.end();
    }

    /// Whether they differ in figures at most.
    bool holdTheSame(const layers::ProjectRecord& first, const layers::ProjectRecord& second) const {
        Project one = projectFromJson(first.json, m_path);
        const Project other = projectFromJson(second.json, m_path);
        one.runs = other.runs;
        return one == other;
    }

    Place firstAlike() const {
        auto first = m_shown;
        for (auto parent = find(first->parent); parent != m_all.end() && holdTheSame(*parent, *m_shown);
             parent = find(first->parent))
            first = parent;
        return first;
    }

    /// A project, and those that come of it by figures alone.
    std::set<std::int64_t> likesFrom(Place first) const {
        std::set<std::int64_t> likes{first->id};
        for (auto project = first; project != m_all.end(); ++project)
            if (likes.contains(project->parent) && holdTheSame(*project, *first)) likes.insert(project->id);
        return likes;
    }

    std::filesystem::path m_path;
    std::vector<layers::ProjectRecord> m_all;
    Place m_shown;
};

using Step = std::optional<std::int64_t> (History::*)() const;

/// Errors: Refused, with the id given, where there is nothing to step to.
void stepTo(const layers::Workspace& workspace, Step step, const char* noneId) {
    const auto other = (History(workspace.path()).*step)();
    if (!other) throw geo::Error(geo::ErrorKind::Refused, noneId, {{"path", workspace.path().string()}});
    layers::showProject(workspace.path(), *other);
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
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Write);
    stepTo(workspace, &History::before, "store.nothing-to-undo");
    return outcomeOf("undo", "undo.done", workspace);
}

Outcome redoHoldings(const Project& project, geo::Progress& progress) {
    progress.throwIfStopped();
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Write);
    stepTo(workspace, &History::after, "store.nothing-to-redo");
    return outcomeOf("redo", "undo.redone", workspace);
}

UndoChoices undoChoices(const Project& project) {
    const History history(project.workspace);
    return {history.before().has_value(), history.after().has_value()};
}

}  // namespace app
