// SPDX-License-Identifier: Apache-2.0
// Looking things up in the grid: blocks first, then cells.
#include "geo/topology/zone_grid.hpp"

#include <algorithm>

namespace geo {
namespace {

std::size_t within(double place, std::size_t count) {
    if (!(place > 0)) return 0;
    return place < static_cast<double>(count) ? static_cast<std::size_t>(place) : count - 1;
}

}  // namespace

bool ZoneGrid::reaches(const Extent& extent) const {
    const Extent whole{m_origin.x, m_origin.y, m_origin.x + m_cellSize * static_cast<double>(m_columns),
                       m_origin.y + m_cellSize * static_cast<double>(m_rows)};
    return m_rows > 0 && extent.intersects(whole);
}

ZoneGrid::Cells ZoneGrid::cellsUnder(const Extent& extent) const {
    return {within((extent.minY - m_origin.y) * m_cellsInOne, m_rows),
            within((extent.maxY - m_origin.y) * m_cellsInOne, m_rows),
            within((extent.minX - m_origin.x) * m_cellsInOne, m_columns),
            within((extent.maxX - m_origin.x) * m_cellsInOne, m_columns)};
}

const ZoneGrid::Label* ZoneGrid::labelOver(const Extent& extent) const {
    if (!reaches(extent)) return &m_labels[outside];
    const std::uint32_t number = labelNumberOver(cellsUnder(extent));
    const bool isWhollyWithin =
        holds((extent.minX - m_origin.x) * m_cellsInOne, (extent.minY - m_origin.y) * m_cellsInOne) &&
        holds((extent.maxX - m_origin.x) * m_cellsInOne, (extent.maxY - m_origin.y) * m_cellsInOne);
    if ((number & mixed) != 0 || (!isWhollyWithin && number != outside)) return nullptr;
    return &m_labels[number];
}

std::uint32_t ZoneGrid::labelNumberOver(const Cells& cells) const {
    const std::uint32_t block = blockLabel(cells.firstRow, cells.firstColumn);
    const auto blockOf = [](std::size_t cell) { return cell >> blockBits; };
    const bool isOneBlock = blockOf(cells.firstRow) == blockOf(cells.lastRow) &&
                            blockOf(cells.firstColumn) == blockOf(cells.lastColumn);
    if (isOneBlock && (block & mixed) == 0) return block;
    const std::uint32_t first = m_cells[cells.firstRow * m_columns + cells.firstColumn];
    for (std::size_t row = cells.firstRow; row <= cells.lastRow; ++row) {
        const std::uint32_t* const begin = m_cells.data() + row * m_columns;
        for (std::size_t column = cells.firstColumn; column <= cells.lastColumn; ++column) {
            if (begin[column] != first) return mixed;
        }
    }
    return first;
}

const ZoneGrid::Label* ZoneGrid::plainLabelAt(Coordinate position) const {
    const double column = (position.x - m_origin.x) * m_cellsInOne;
    const double row = (position.y - m_origin.y) * m_cellsInOne;
    if (!holds(column, row)) return &m_labels[outside];
    const auto inColumn = static_cast<std::size_t>(column);
    const auto inRow = static_cast<std::size_t>(row);
    std::uint32_t number = blockLabel(inRow, inColumn);
    if ((number & mixed) != 0) number = m_cells[inRow * m_columns + inColumn];
    return (number & mixed) != 0 ? nullptr : &m_labels[number];
}

std::span<const ZoneGrid::Piece> ZoneGrid::pieces(std::size_t row, std::size_t firstColumn,
                                                  std::size_t lastColumn) const {
    const std::size_t begin = m_pieceBegins[row * m_columns + firstColumn];
    const std::size_t end = m_pieceBegins[row * m_columns + lastColumn + 1];
    return std::span(m_pieces).subspan(begin, end - begin);
}

std::span<const ZoneGrid::Crossing> ZoneGrid::crossings(std::size_t row, std::size_t firstColumn,
                                                        std::size_t lastColumn) const {
    const Crossing* const begin = m_crossings.data() + m_crossingBegins[row];
    const Crossing* const end = m_crossings.data() + m_crossingBegins[row + 1];
    const auto isUpTo = [](double x, const Crossing& crossing) { return x < crossing.x; };
    const double west = m_cellSize * static_cast<double>(firstColumn);
    const double east = m_cellSize * static_cast<double>(lastColumn + 1);
    const Crossing* const first = std::upper_bound(begin, end, west, isUpTo);
    return {first, std::upper_bound(first, end, east, isUpTo)};
}

const ZoneGrid::Label& ZoneGrid::label(std::size_t row, std::size_t column) const {
    return m_labels[m_cells[row * m_columns + column] & ~mixed];
}

}  // namespace geo
