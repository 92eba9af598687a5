// SPDX-License-Identifier: Apache-2.0
// Rows through rings: where a shape lies on a line, how much of a box it fills, the lines that hatch it.
#pragma once

#include <vector>

#include "styles/map/picture.hpp"

namespace styles {

struct Span {
    double left = 0;
    double right = 0;
};

/// A shape as spans on rows one step apart.
class RowSpans {
  public:
    RowSpans(const PathsPx& rings, double step_px);

    /// The share of a box that lies inside the shape, 0 to 1, as exact as the rows are close.
    double shareInside(const RectPx& box) const;

    /// Square pixels inside the shape.
    double area_px() const;

    /// The middle of the widest span: inside the shape, with room to both sides.
    PointPx widestPlace() const;

    double firstRow() const { return m_firstRow; }
    double step() const { return m_step; }
    const std::vector<std::vector<Span>>& rows() const { return m_rows; }

  private:
    void addEdge(PointPx a, PointPx b);

    double m_step;
    double m_firstRow = 0;
    std::vector<std::vector<Span>> m_rows;
    std::vector<std::vector<double>> m_crossings;
};

/// Parallel lines, rising to the right, that fill rings by the even-odd rule; equal over the whole picture,
/// so that neighbours' lines meet.
PathsPx hatchLines(const PathsPx& rings, double spacing_px);
/// The same, falling to the right.
PathsPx fallingHatchLines(const PathsPx& rings, double spacing_px);

/// Points inside rings, staggered row by row, as lines too short to see: stroked with a round pen they are
/// dots.
PathsPx dotsIn(const PathsPx& rings, double spacing_px);

}  // namespace styles
