// SPDX-License-Identifier: Apache-2.0
// A blocked grid of cells over the edges of zones, and which zones hold each cell's corner.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/shape/coordinate.hpp"
#include "geo/shape/extent.hpp"
#include "geo/topology/faced_edges.hpp"

namespace geo {

/// Immutable once made; any number of threads may read it. Coordinates inside are relative to origin(). Cells
/// are a power of two wide and begin on its multiples, so that finding a cell and moving the origin cost no
/// digits. A cell holds its left and lower side. What lies outside the grid lies outside all zones.
class ZoneGrid {
  public:
    /// Part of an edge within one cell, from left to right; noFace where no zone lies.
    struct Piece {
        double fromX;
        double toX;
        double fromY;
        double rise;
        std::uint32_t above;
        std::uint32_t below;
        double heightAt(double x) const { return fromY + (x - fromX) * rise; }
    };
    /// Where an edge crosses the line between two rows.
    struct Crossing {
        double x;
        std::uint32_t west;
        std::uint32_t east;
    };
    struct ZoneCount {
        std::uint32_t zone;
        std::int32_t count;
        bool operator==(const ZoneCount&) const = default;
    };
    /// Zones ascending, with how often each lies there; never 0.
    using Label = std::vector<ZoneCount>;
    struct Cells {
        std::size_t firstRow = 0;
        std::size_t lastRow = 0;
        std::size_t firstColumn = 0;
        std::size_t lastColumn = 0;
    };

    /// Zones are numbered below zoneCount, which itself stands for what more than one zone holds: n zones at
    /// a place hold it n - 1 times.
    ZoneGrid(std::span<const FacedEdge> edges, std::uint32_t zoneCount);

    Coordinate origin() const { return m_origin; }
    double cellSize() const { return m_cellSize; }

    /// The label that holds all over the extent; nothing where an edge may lie in it. Coordinates are not
    /// relative.
    const Label* labelOver(const Extent& extent) const;
    /// The label at a place, as labelOver() but cheaper.
    const Label* plainLabelAt(Coordinate position) const;
    /// The cells that an extent touches, as far as the grid reaches; the extent must touch it.
    Cells cellsUnder(const Extent& extent) const;
    bool reaches(const Extent& extent) const;

    /// In the order of cells, then of the edges they are parts of.
    std::span<const Piece> pieces(std::size_t row, std::size_t firstColumn, std::size_t lastColumn) const;
    /// On the upper side of a row, in the order of x; those at the very left of the first cell belong to
    /// its label.
    std::span<const Crossing> crossings(std::size_t row, std::size_t firstColumn,
                                        std::size_t lastColumn) const;
    /// At the upper left corner of a cell.
    const Label& label(std::size_t row, std::size_t column) const;

  private:
    friend class ZoneGridBuilder;

    static constexpr std::uint32_t mixed = 0x80000000;
    static constexpr unsigned blockBits = 3;
    static constexpr std::uint32_t outside = 0;

    bool holds(double column, double row) const {
        return column >= 0 && row >= 0 && column < static_cast<double>(m_columns) &&
               row < static_cast<double>(m_rows);
    }
    std::uint32_t labelNumberOver(const Cells& cells) const;
    std::uint32_t blockLabel(std::size_t row, std::size_t column) const {
        return m_blocks[(row >> blockBits) * m_blockColumns + (column >> blockBits)];
    }

    Coordinate m_origin;
    double m_cellSize = 1;
    double m_cellsInOne = 1;
    std::size_t m_columns = 0;
    std::size_t m_rows = 0;
    std::size_t m_blockColumns = 0;
    /// The number of a label, and whether edges lie in the cell or block as well.
    std::vector<std::uint32_t> m_cells;
    std::vector<std::uint32_t> m_blocks;
    std::vector<std::uint32_t> m_pieceBegins;
    std::vector<Piece> m_pieces;
    std::vector<std::uint32_t> m_crossingBegins;
    std::vector<Crossing> m_crossings;
    /// The first is no zone at all.
    std::vector<Label> m_labels;
};

}  // namespace geo
