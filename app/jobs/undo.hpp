// SPDX-License-Identifier: Apache-2.0
// `undo`: the project as it was before the last change.
#pragma once

#include "app/jobs/outcome.hpp"
#include "geo/base/progress.hpp"

namespace app {

/// Errors: Refused `store.nothing-to-undo`.
Outcome undoChange(const Project& project, geo::Progress& progress);

/// Brings back what was undone last, unless something else was done since.
/// Errors: Refused `store.nothing-to-redo`.
Outcome redoChange(const Project& project, geo::Progress& progress);

struct UndoChoices {
    bool canUndo = false;
    bool canRedo = false;
};
UndoChoices undoChoices(const Project& project);

}  // namespace app
