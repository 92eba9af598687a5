// SPDX-License-Identifier: Apache-2.0
// Which plots stand twice, among any number of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

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

/// Keeps 24 bytes a plot.
class PlotTwins {
  public:
    /// Plots of one layer in their order; layers in theirs.
    void add(std::size_t layer, std::vector<SeenPlot> plots);

    /// Every plot that repeats one added before it, in the order of adding.
    std::vector<PlotTwin> find() const;

  private:
    struct Plots {
        std::size_t layer;
        std::vector<SeenPlot> plots;
    };
    std::vector<Plots> m_added;
};

}  // namespace layers
