// SPDX-License-Identifier: Apache-2.0
// `undo`: the project as it was before the last change.
#pragma once

#include "app/jobs/outcome.hpp"
#include "geo/base/progress.hpp"

namespace app {

/// Errors: Refused `store.nothing-to-undo`.
Outcome undoChange(const Project& project, geo::Progress& progress);

}  // namespace app
