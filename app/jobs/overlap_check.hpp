// SPDX-License-Identifier: Apache-2.0
// Polygons of a stored layer that lie on one another.
#pragma once

#include <string>
#include <vector>

#include "geo/base/progress.hpp"
#include "layers/checks/finding.hpp"
#include "layers/store/workspace.hpp"

namespace app {

struct OverlapQuestion {
    /// Of polygons, as it stands in the workspace, committed or not.
    std::int64_t layer;
    /// `forest.overlap` for plots, `basins.overlap` for sub-basins.
    std::string findingId;
    /// About as many polygons are in memory at a time; the answer does not depend on it.
    std::int64_t polygonsInATile = 20'000;
};

/// The finding (other_row, area_ha) at the later row, for every pair that shares more than a square metre, by
/// their rows.
/// Step: `topology.overlaps`, in tiles.
std::vector<layers::Finding> overlapFindings(const layers::Workspace& workspace,
                                             const OverlapQuestion& question, geo::Progress& progress);

}  // namespace app
