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

/// Takes back the last change to what a workspace holds. Figures kept since go with it: a window computes
/// what it shows, so that a step taken back one figure at a time would at once be taken again. Errors:
/// Refused `store.nothing-to-undo`; then nothing has changed.
Outcome undoHoldings(const Project& project, geo::Progress& progress);

/// Brings back what undoHoldings() took last, with the figures it had; figures computed since, only to look at
/// what was left, do not stand in the way. Errors: Refused `store.nothing-to-redo`.
Outcome redoHoldings(const Project& project, geo::Progress& progress);

/// Whether there is something to take back or to bring back, figures apart.
struct UndoChoices {
    bool canUndo = false;
    bool canRedo = false;
};
UndoChoices undoChoices(const Project& project);

}  // namespace app
