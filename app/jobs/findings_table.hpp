// SPDX-License-Identifier: Apache-2.0
// Everything found so far, as one table to hand to whoever has to look at it.
#pragma once

#include "app/project/project.hpp"
#include "app/words/catalogue.hpp"
#include "layers/model/table.hpp"
#include "layers/store/workspace.hpp"

namespace app {

/// The findings of every import and of the runs the project shows, oldest first, each different one once;
/// not those of files that no shown layer comes from any more.
/// Columns: `job` `run` `id` `source` `row` (nothing when it is about no single row) `unit_code` `words`.
layers::Table findingsTable(const layers::Workspace& workspace, const Project& project,
                            const Catalogue& words);

}  // namespace app
