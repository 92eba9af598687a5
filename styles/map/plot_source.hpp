// SPDX-License-Identifier: Apache-2.0
// Plots where they lie: read as often as they are drawn, kept nowhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/shape/extent.hpp"
#include "geo/shape/geometry.hpp"
#include "geo/shape/shape_view.hpp"
#include "styles/map/ready_tile.hpp"

namespace styles {

/// The row of a legend a plot belongs to; nothing where it is of no category.
using PlotRow = std::optional<std::size_t>;

/// A forest plot or the like, drawn upon the units' ground and below their borders.
struct MapPlot {
    geo::Geometry shape;
    PlotRow row;
};

/// With the row of each of its classes.
struct MosaicTile {
    std::shared_ptr<const ReadyTile> tile;
    std::shared_ptr<const std::vector<PlotRow>> rows;
};

using PlotVisit = std::function<void(const geo::ShapeView& shape, PlotRow row)>;

/// All plots of a map, in the order they are drawn in.
struct PlotSource {
    std::int64_t count = 0;
    /// How many there are in each row of the legend, and in none of them.
    std::vector<int> inRow;
    int inNone = 0;
    geo::Extent extent;
    /// The side of a square of their mean area, metres.
    double meanSide_m = 0;

    /// Those whose box meets a window, unless they are more than so many. One thread at a time.
    std::function<std::optional<std::vector<MapPlot>>(const geo::Extent& window, std::size_t most)> within;

    /// Whether all are kept simplified as finely as pixels of a size need, and then those that show in a
    /// window. One thread at a time. Errors: Stopped when the wish to stop has arrived.
    std::function<bool(double metresPerPixel)> hasLevelFor;
    std::function<std::vector<MosaicTile>(const geo::Extent& window, double metresPerPixel,
                                          const geo::Progress& progress)>
        simplified;

    /// All of them, in parts that several threads may read at once; the damaged are left out.
    /// Errors: Stopped when the wish to stop has arrived.
    std::size_t parts = 0;
    std::function<void(std::size_t part, const PlotVisit& visit)> read;
};

}  // namespace styles
