// SPDX-License-Identifier: Apache-2.0
// `map --atlas`: a page for the whole, an index, and a page a unit, in one PDF.
#pragma once

#include "app/jobs/map.hpp"
#include "styles/map/plot_source.hpp"

namespace app {

/// Every page shows its unit whole with its neighbours pale around it, its figure and what the figure consists of,
/// and where it lies. Pages are composed on all cores and painted in order: the same bytes on any number of them.
/// Errors: Usage `map.atlas-of-one-year`; those of prepareMap() and styles::paintPages(); Stopped leaves the old file whole.
/// Progress: step `map.atlas`, in pages.
Outcome drawAtlas(const Project& project, const MapRequest& request, const MapTools& tools,
                  geo::Progress& progress);

/// Lets several pages read plots at once: what reads through the one connection of a source waits for its
/// turn, whole windows and simplified ones alike.
void takeTurns(styles::PlotSource& plots);

}  // namespace app
