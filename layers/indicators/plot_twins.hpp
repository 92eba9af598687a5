// SPDX-License-Identifier: Apache-2.0
// Which plots stand twice, among any number of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <vector>

#include "geo/base/spilled_array.hpp"

namespace layers {

/// What a plot is told by, as numbers that only equal things share; 0 where it has none.
struct PlotPrint {
    std::uint64_t shape = 0;
    /// Of tk–khoảnh–lô and the declared area.
    std::uint64_t number = 0;
};

/// A plot in the layer of this index, at a ShapeRow::place.
struct PlotPlace {
    std::size_t layer = 0;
    std::int64_t place = 0;
    bool operator==(const PlotPlace&) const = default;
};

struct PlotTwin {
    PlotPlace twin;
    /// The first that has the shape, else the first that has the number.
    PlotPlace first;
    bool operator==(const PlotTwin&) const = default;
};

struct SeenPlot {
    PlotPrint print;
    std::int64_t place = 0;
};

/// Keeps 24 bytes a plot, outside memory when there are many.
class PlotTwins {
  public:
    /// The plots of one part of a layer in their order; parts in any order, from any thread.
    /// Errors: Refused `spill.not-writable` (folder, reason).
    void add(std::size_t layer, std::size_t part, std::span<const SeenPlot> plots);

    /// Every plot that repeats one before it, in the order of layers, parts and plots.
    std::vector<PlotTwin> find();

  private:
    struct Run {
        std::size_t layer;
        std::size_t part;
        std::size_t first;
        std::size_t count;
        auto operator<=>(const Run&) const = default;
    };
    std::mutex m_mutex;
    std::vector<Run> m_runs;
    geo::SpilledArray<SeenPlot> m_plots;
};

}  // namespace layers
