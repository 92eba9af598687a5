// SPDX-License-Identifier: Apache-2.0
// The honeycomb: rows of pointed cells, corners on zigzag lines between the rows.
#include "sample-data/generator/lattice.hpp"

#include <cmath>

#include "sample-data/generator/random.hpp"

namespace sample {
namespace {

// With these limits the wedge a rough side stays in is at most 35 degrees to each hand of its straight line,
// while sides meet at more than 80 degrees: two sides of one cell cannot cross.
constexpr double cornerMovement = 0.17;
constexpr double firstRoughness = 0.13;
constexpr double roughnessDecay = 0.75;
constexpr std::size_t mostPieces = 64;

double hexagonSide(double area_m2) { return std::sqrt(area_m2 * 2 / (3 * std::sqrt(3.0))); }

std::size_t countOf(double length, double step) {
    return static_cast<std::size_t>(std::ceil(length / step)) + 2;
}

geo::Coordinate displacedMiddle(geo::Coordinate from, geo::Coordinate to, double shift) {
    return {(from.x + to.x) / 2 - shift * (to.y - from.y), (from.y + to.y) / 2 + shift * (to.x - from.x)};
}

struct Line {
    std::array<geo::Coordinate, mostPieces + 1> points;
    std::size_t pieces;
};

Line roughLine(geo::Coordinate from, geo::Coordinate to, int halvings, std::uint64_t seed) {
    Line line{{}, std::size_t{1} << halvings};
    line.points[0] = from;
    line.points[line.pieces] = to;
    double roughness = firstRoughness;
    for (std::size_t step = line.pieces; step > 1; step /= 2) {
        for (std::size_t begin = 0; begin < line.pieces; begin += step) {
            const std::size_t middle = begin + step / 2;
            const double shift = roughness * signedFractionOf(mixBits(seed, middle));
            line.points[middle] = displacedMiddle(line.points[begin], line.points[begin + step], shift);
        }
        roughness *= roughnessDecay;
    }
    return line;
}

}  // namespace

Lattice::Lattice(const Making& making)
    : m_seed(making.seed),
      m_origin{making.extent.minX, making.extent.minY},
      m_side_m(hexagonSide(making.cellArea_m2)),
      m_width_m(m_side_m * std::sqrt(3.0)),
      m_sideHalvings(making.sideHalvings),
      m_rows(countOf(making.extent.height(), 1.5 * m_side_m)),
      m_columns(countOf(making.extent.width(), m_width_m)),
      m_cornerColumns(2 * m_columns + 2) {}

geo::Coordinate Lattice::centre(CellIndex cell) const {
    const std::size_t row = cell / m_columns;
    const std::size_t column = cell % m_columns;
    const auto halfWidths = static_cast<double>(2 * column + row % 2 + 1);
    return {m_origin.x + halfWidths * m_width_m / 2,
            m_origin.y + (static_cast<double>(row) * 1.5 + 0.75) * m_side_m};
}

CellIndex Lattice::nearestCell(geo::Coordinate position) const {
    const double rowGuess = std::floor((position.y - m_origin.y) / (1.5 * m_side_m));
    CellIndex nearest = noCell;
    double nearestSquare = 0;
    for (double row = rowGuess - 1; row <= rowGuess + 1; ++row) {
        if (row < 0 || row >= static_cast<double>(m_rows)) continue;
        const auto wholeRow = static_cast<std::size_t>(row);
        const double offset = m_origin.x + static_cast<double>(wholeRow % 2) * m_width_m / 2;
        const double column = std::floor((position.x - offset) / m_width_m);
        if (column < 0 || column >= static_cast<double>(m_columns)) continue;
        const CellIndex cell = cellIn(wholeRow, static_cast<std::size_t>(column));
        const geo::Coordinate at = centre(cell);
        const double square =
            (at.x - position.x) * (at.x - position.x) + (at.y - position.y) * (at.y - position.y);
        if (nearest != noCell && square >= nearestSquare) continue;
        nearest = cell;
        nearestSquare = square;
    }
    return nearest;
}

std::array<CellIndex, 6> Lattice::neighbours(CellIndex cell) const {
    const std::size_t row = cell / m_columns;
    const std::size_t column = cell % m_columns;
    const std::size_t shifted = row % 2;  // odd rows stand half a cell to the right
    const bool hasBelow = row > 0;
    const bool hasAbove = row + 1 < m_rows;
    const bool hasLeft = column + shifted > 0;
    const bool hasRight = column + shifted < m_columns;
    const CellIndex below = hasBelow ? cellIn(row - 1, column + shifted) : noCell;
    const CellIndex above = hasAbove ? cellIn(row + 1, column + shifted) : noCell;
    return {hasBelow && hasRight ? below : noCell, column + 1 < m_columns ? cell + 1 : noCell,
            hasAbove && hasRight ? above : noCell, hasAbove && hasLeft ? above - 1 : noCell,
            column > 0 ? cell - 1 : noCell,        hasBelow && hasLeft ? below - 1 : noCell};
}

std::array<std::uint64_t, 6> Lattice::corners(CellIndex cell) const {
    const std::size_t row = cell / m_columns;
    const std::size_t middle = 2 * (cell % m_columns) + row % 2 + 1;
    const std::uint64_t below = row * m_cornerColumns + middle;
    const std::uint64_t above = below + m_cornerColumns;
    return {below, below + 1, above + 1, above, above - 1, below - 1};
}

geo::Coordinate Lattice::cornerPosition(std::uint64_t corner) const {
    const std::uint64_t line = corner / m_cornerColumns;
    const std::uint64_t column = corner % m_cornerColumns;
    const bool isLow = column % 2 == 1 - line % 2;
    const double moveEast = cornerMovement * signedFractionOf(mixBits(m_seed, corner, 1));
    const double moveNorth = cornerMovement * signedFractionOf(mixBits(m_seed, corner, 2));
    return {m_origin.x + static_cast<double>(column) * m_width_m / 2 + moveEast * m_side_m,
            m_origin.y + (static_cast<double>(line) * 1.5 + (isLow ? -0.25 : 0.25) + moveNorth) * m_side_m};
}

void Lattice::appendSide(CellIndex cell, std::size_t side, Ring& ring) const {
    const auto ids = corners(cell);
    const std::uint64_t from = ids[side];
    const std::uint64_t to = ids[(side + 1) % 6];
    const bool isForward = from < to;
    const std::uint64_t first = isForward ? from : to;
    const std::uint64_t last = isForward ? to : from;
    const Line line = roughLine(cornerPosition(first), cornerPosition(last), m_sideHalvings,
                                mixBits(m_seed, first, 3 + (last - first == 1 ? 0U : 1U)));
    for (std::size_t i = 0; i < line.pieces; ++i) {
        ring.push_back(line.points[isForward ? i : line.pieces - i]);
    }
}

Ring Lattice::ringOf(CellIndex cell) const {
    Ring ring;
    ring.reserve(std::size_t{6} << m_sideHalvings);
    for (std::size_t side = 0; side < 6; ++side) appendSide(cell, side, ring);
    return ring;
}

}  // namespace sample
