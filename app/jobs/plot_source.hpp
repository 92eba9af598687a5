// SPDX-License-Identifier: Apache-2.0
// Forest plots as a map draws them: counted once, read from the workspace whenever they are drawn.
#pragma once

#include <optional>

#include "app/jobs/figure_task.hpp"
#include "geo/base/progress.hpp"
#include "styles/map/plot_source.hpp"
#include "styles/theme/data_look.hpp"

namespace app {

/// The plots of a period by the category of their code; its own readers outlive the room's workspace.
/// Progress: step `map.reading-plots`, in plots.
styles::PlotSource plotSource(const FigureRoom& room, std::optional<int> period,
                              const styles::PlotsLook& look, const geo::Progress& progress);

}  // namespace app
