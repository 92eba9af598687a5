// SPDX-License-Identifier: Apache-2.0
// The borders of a layer's polygons, kept with it as arcs, tile by tile.
#pragma once

#include <cstdint>
#include <functional>

#include "geo/base/progress.hpp"
#include "geo/topology/coverage.hpp"
#include "layers/store/change.hpp"
#include "layers/store/workspace.hpp"

namespace app {

struct CoverageTask {
    /// Of polygons, as it stands in the workspace, committed or not. Faces get their source rows as keys.
    std::int64_t layer;
    /// About as many faces are in memory at a time.
    std::int64_t facesInATile = 4096;
};

/// The faces whose middles lie in one square.
struct CoverageTile {
    /// The place of its square.
    std::int64_t key;
    geo::Coverage coverage;
};

/// Cuts the layer into squares of about as many faces each. What a tile is made into is made aside while the
/// next one is read; what that answers is called here, tile after tile.
/// Progress: step `coverage.building`, in faces. Errors: Stopped; as Workspace::readLayer.
using TileKeeper = std::function<void()>;
void forEachTile(const layers::Workspace& workspace, const CoverageTask& task, geo::Progress& progress,
                 const std::function<TileKeeper(const CoverageTile&)>& make);

/// Keeps a geo::Coverage of each tile. Progress, errors: as forEachTile.
void storeCoverage(layers::Change& change, const layers::Workspace& workspace, const CoverageTask& task,
                   geo::Progress& progress);

}  // namespace app
