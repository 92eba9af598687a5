// SPDX-License-Identifier: Apache-2.0
// A layer of plots simplified for drawing, kept with it.
#pragma once

#include <cstdint>

#include "geo/base/progress.hpp"
#include "layers/store/change.hpp"
#include "layers/store/workspace.hpp"

namespace app {

struct LevelsTask {
    /// Of plots, as it stands in the workspace, committed or not.
    std::int64_t layer;
    /// About as many plots are in memory at a time.
    std::int64_t plotsInATile = 4096;
};

/// Keeps the borders between plots of different codes for six scales, from plots some 32 pixels wide down to
/// one pixel; where outlines show, those between alike ones too. Without a shape there is nothing to keep,
/// and plots of thousands of codes are drawn from their shapes. Progress: steps `map.reading-plots`,
/// `coverage.building`, in plots. Errors: Stopped; as Workspace::readLayer.
void storeLevels(layers::Change& change, const layers::Workspace& workspace, const LevelsTask& task,
                 geo::Progress& progress);

}  // namespace app
