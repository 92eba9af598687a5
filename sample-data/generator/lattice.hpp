// SPDX-License-Identifier: Apache-2.0
// Six-sided cells with rough sides that fill an extent; every shape of the sample is made of them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "geo/shape/coordinate.hpp"
#include "geo/shape/extent.hpp"

namespace sample {

using CellIndex = std::uint32_t;
inline constexpr CellIndex noCell = 0xffffffff;
using Ring = std::vector<geo::Coordinate>;

/// A honeycomb with moved corners and fractal sides. Three cells meet at each corner, so a union of cells
/// never touches itself in a point. Nothing is stored: a side is made from the seed, the same from both its
/// cells.
class Lattice {
  public:
    struct Making {
        geo::Extent extent;
        double cellArea_m2 = 0;
        /// Each side is halved so many times: 3 gives 8 pieces.
        int sideHalvings = 2;
        std::uint64_t seed = 0;
    };

    explicit Lattice(const Making& making);

    std::size_t rows() const { return m_rows; }
    std::size_t columns() const { return m_columns; }
    std::size_t cellCount() const { return m_rows * m_columns; }
    CellIndex cellIn(std::size_t row, std::size_t column) const {
        return static_cast<CellIndex>(row * m_columns + column);
    }

    /// Centre of the cell before its corners were moved.
    geo::Coordinate centre(CellIndex cell) const;

    /// The cell whose unmoved centre is nearest; noCell outside the extent.
    CellIndex nearestCell(geo::Coordinate position) const;

    /// Across each side in turn, anticlockwise from the lower right; noCell at the rim.
    std::array<CellIndex, 6> neighbours(CellIndex cell) const;

    /// Corner ids anticlockwise; side k runs from corner k to corner k + 1.
    std::array<std::uint64_t, 6> corners(CellIndex cell) const;

    /// Appends a side from its first corner up to, not including, its last.
    void appendSide(CellIndex cell, std::size_t side, Ring& ring) const;

    /// The outline of a cell, anticlockwise, open (first coordinate not repeated).
    Ring ringOf(CellIndex cell) const;

  private:
    geo::Coordinate cornerPosition(std::uint64_t corner) const;

    std::uint64_t m_seed;
    geo::Coordinate m_origin;
    double m_side_m;
    double m_width_m;
    int m_sideHalvings;
    std::size_t m_rows;
    std::size_t m_columns;
    std::size_t m_cornerColumns;
};

}  // namespace sample
