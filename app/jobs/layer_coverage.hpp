// SPDX-License-Identifier: Apache-2.0
// The borders of a layer's polygons, kept with it as arcs, tile by tile.
#pragma once

#include <cstdint>

#include "geo/base/progress.hpp"
#include "layers/store/change.hpp"
#include "layers/store/workspace.hpp"

namespace app {

struct CoverageTask {
    /// Of polygons, as it stands in the workspace, committed or not. Faces get their source rows as keys.
    std::int64_t layer;
    /// About as many faces are in memory at a time.
    std::int64_t facesInATile = 4096;
};

/// Cuts the layer into squares of about as many faces each, by where their middles lie, and keeps a
/// geo::Coverage of each under the place of its square.
/// Progress: step `coverage.building`, in faces. Errors: Stopped; as Workspace::readLayer.
void storeCoverage(layers::Change& change, const layers::Workspace& workspace, const CoverageTask& task,
                   geo::Progress& progress);

}  // namespace app
