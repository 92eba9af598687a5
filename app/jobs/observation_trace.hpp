// SPDX-License-Identifier: Apache-2.0
// From a figure back to the rows and files it rests on.
#pragma once

#include <string>
#include <vector>

#include "app/jobs/outcome.hpp"
#include "layers/indicators/observation.hpp"
#include "layers/model/layer_record.hpp"
#include "layers/store/workspace.hpp"

namespace app {

/// The files behind a figure, each with SHA-256, layer or sheet, rows, encoding, coordinate operation,
/// profile.
std::vector<Row> sourceFilesOf(const layers::Workspace& workspace, const Project& project,
                               const layers::Observation& observation);

/// The digests of these files in the order in which the figure names them: `3f…; a0…`.
std::string sourceDigests(const std::vector<layers::LayerRecord>& shown,
                          const layers::Observation& observation);

/// For figures that offices report: every row whose unit is, or goes over to, the figure's unit: file and
/// row, what the row writes, the unit and day it was joined to and by what, and where it was carried. Whether
/// a row was counted is what the ledger of the run says: a unit's own row stands before its parts.
std::vector<Row> sourceRowsOf(const layers::Workspace& workspace, const Project& project,
                              const layers::Observation& observation);

}  // namespace app
