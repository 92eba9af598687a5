// SPDX-License-Identifier: Apache-2.0
// Many small shapes as one picture: every pixel shows the mean colour of what lies in it.
#pragma once

#include <vector>

#include "styles/map/canvas.hpp"

namespace styles {

/// Shapes too small to see add to the colour of their pixel in proportion to their area; neighbours leave no
/// seam between them.
class PlotRaster {
  public:
    explicit PlotRaster(SizePx size);

    /// Rings by the even-odd rule, in pixels of the raster.
    void add(const PathsPx& rings, Colour colour);

    Raster raster() const;

  private:
    struct Cell {
        float red = 0;
        float green = 0;
        float blue = 0;
        float area = 0;
    };

    void addSpan(int row, double left, double right, Colour colour);

    SizePx m_size;
    std::vector<Cell> m_cells;
};

}  // namespace styles
