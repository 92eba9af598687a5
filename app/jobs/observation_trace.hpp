// SPDX-License-Identifier: Apache-2.0
// From a figure back to the rows and files it rests on.
#pragma once

#include <vector>

#include "app/jobs/outcome.hpp"
#include "layers/indicators/observation.hpp"
#include "layers/store/workspace.hpp"

namespace app {

/// The files behind a figure, each with SHA-256, layer or sheet, encoding, coordinate operation and profile.
std::vector<Row> sourceFilesOf(const layers::Workspace& workspace, const Project& project,
                               const layers::Observation& observation);

/// For figures that offices report: every row whose unit is, or goes over to, the figure's unit: file and
/// row, what the row writes, the unit and day it was joined to and by what, and where it was carried. Whether
/// a row was counted is what the ledger of the run says: a unit's own row stands before its parts.
std::vector<Row> sourceRowsOf(const layers::Workspace& workspace, const Project& project,
                              const layers::Observation& observation);

}  // namespace app
