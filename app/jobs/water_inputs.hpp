// SPDX-License-Identifier: Apache-2.0
// Outfalls, rivers and basins as the workspace keeps them.
#pragma once

#include <vector>

#include "app/jobs/figure_task.hpp"
#include "layers/indicators/outfall_fields.hpp"
#include "layers/indicators/wastewater_river.hpp"
#include "layers/model/layer_record.hpp"

namespace app {

/// Of several registers the one read last comes first, so that it counts where an outfall stands in two.
std::vector<layers::Outfall> readOutfalls(const FigureRoom& room, std::vector<layers::LayerRecord> records);

/// Of the newest shown layer of rivers; empty without one.
std::vector<layers::RiverReach> riverReaches(const layers::Workspace& workspace, const Project& project);

/// Of the newest shown layer of basins; empty without one.
std::vector<layers::SubBasin> subBasins(const layers::Workspace& workspace, const Project& project);

}  // namespace app
