// SPDX-License-Identifier: Apache-2.0
// Making the grid: edges cut to cells, one sweep for the labels, and what several zones hold at once.
#include <algorithm>
#include <cmath>

#include "geo/topology/slabs.hpp"
#include "geo/topology/zone_grid.hpp"
#include "geo/topology/zone_labels.hpp"

namespace geo {
namespace {

using Piece = ZoneGrid::Piece;
using Crossing = ZoneGrid::Crossing;
using Label = ZoneGrid::Label;

struct EdgeSizes {
    Extent extent;
    double lengths = 0;

    explicit EdgeSizes(std::span<const FacedEdge> edges) {
        for (const FacedEdge& edge : edges) {
            extent.include(edge.from);
            extent.include(edge.to);
            lengths += edge.to.x - edge.from.x + std::abs(edge.to.y - edge.from.y);
        }
    }
    double largestCoordinate() const {
        return std::max(
            {std::abs(extent.minX), std::abs(extent.minY), std::abs(extent.maxX), std::abs(extent.maxY)});
    }
};

/// The least power of two that is no less.
double powerOfTwo(double atLeast) {
    int exponent = 0;
    const double fraction = std::frexp(atLeast, &exponent);
    return std::ldexp(1.0, fraction == 0.5 ? exponent - 1 : exponent);
}

/// Small enough that most cells of a map have no edge, large enough that cells stay few beside the edges,
/// that few edges are cut more than once or twice, and that coordinates tell cells apart.
double cellSizeFor(std::span<const FacedEdge> edges, const EdgeSizes& sizes) {
    const auto count = static_cast<double>(edges.size());
    const double cells = std::min(16 * count, 2 * count + 4e6);
    const Extent& extent = sizes.extent;
    return powerOfTwo(
        std::max({std::sqrt(extent.width() / cells) * std::sqrt(extent.height()),
                  std::max(extent.width(), extent.height()) / (cells + 4096), sizes.lengths / (4 * count),
                  std::ldexp(sizes.largestCoordinate(), -40), 1e-300}));
}

std::int32_t excessOf(std::int32_t count) { return std::max(count - 1, 0); }
std::int32_t onEdge(std::uint32_t face) { return face == noFace ? 0 : 1; }

}  // namespace

class ZoneGridBuilder {
  public:
    ZoneGridBuilder(ZoneGrid& grid, std::uint32_t zoneCount) : m_grid(grid), m_excess(zoneCount) {}

    void build(std::span<const FacedEdge> edges) {
        if (!edges.empty()) layOut(edges);
        m_cut.reserve(edges.size() * 2);
        for (const FacedEdge& edge : edges) cutEdge(edge);
        sortPieces();
        sortCrossings();
        sweep();
        markMixed();
        addExcess();
        makeBlocks();
    }

  private:
    struct CutPiece {
        std::size_t cell;
        Piece piece;
    };
    struct CutCrossing {
        std::size_t line;
        Crossing crossing;
    };
    /// An edge on its way through the cells.
    struct Walk {
        Coordinate from;
        Coordinate to;
        double rise;
        const FacedEdge& edge;

        double heightAt(double x) const {
            const auto [low, high] = std::minmax(from.y, to.y);
            return std::clamp(from.y + (x - from.x) * rise, low, high);
        }
        double placeAt(double y) const {
            const double part = (y - from.y) / (to.y - from.y);
            return std::clamp(from.x + (to.x - from.x) * part, from.x, to.x);
        }
    };

    void layOut(std::span<const FacedEdge> edges) {
        const EdgeSizes sizes(edges);
        const double size = cellSizeFor(edges, sizes);
        m_grid.m_cellSize = size;
        m_grid.m_cellsInOne = 1 / size;
        // A column to spare in the west, so that every row begins outside all zones.
        m_grid.m_origin = {(std::floor(sizes.extent.minX / size) - 1) * size,
                           std::floor(sizes.extent.minY / size) * size};
        m_grid.m_columns = columnOf(sizes.extent.maxX - m_grid.m_origin.x) + 1;
        m_grid.m_rows = columnOf(sizes.extent.maxY - m_grid.m_origin.y) + 1;
    }

    std::size_t columnOf(double distance) const {
        return static_cast<std::size_t>(distance * m_grid.m_cellsInOne);
    }
    double lineAt(std::size_t index) const { return m_grid.m_cellSize * static_cast<double>(index); }

    void cutEdge(const FacedEdge& edge) {
        const Coordinate& origin = m_grid.m_origin;
        Walk walk{{edge.from.x - origin.x, edge.from.y - origin.y},
                  {edge.to.x - origin.x, edge.to.y - origin.y},
                  0,
                  edge};
        const double rise = (walk.to.y - walk.from.y) / (walk.to.x - walk.from.x);
        walk.rise = std::isfinite(rise) ? rise : 0;
        cutToRows(walk);
    }

    void cutToRows(const Walk& walk) {
        std::size_t row = columnOf(walk.from.y);
        const std::size_t lastRow = columnOf(walk.to.y);
        const bool isRising = row < lastRow;
        const std::uint32_t west = isRising ? walk.edge.left : walk.edge.right;
        const std::uint32_t east = isRising ? walk.edge.right : walk.edge.left;
        double x = walk.from.x;
        while (row != lastRow) {
            const std::size_t line = isRising ? row + 1 : row;
            const double nextX = std::max(x, walk.placeAt(lineAt(line)));
            m_cutCrossings.push_back({line, {nextX, west, east}});
            cutToColumns(walk, row, {x, nextX});
            x = nextX;
            row = isRising ? row + 1 : row - 1;
        }
        cutToColumns(walk, row, {x, walk.to.x});
    }

    struct Reach {
        double from;
        double to;
    };
    void cutToColumns(const Walk& walk, std::size_t row, Reach reach) {
        std::size_t column = columnOf(reach.from);
        while (reach.from < reach.to) {
            const double end = std::min(reach.to, lineAt(column + 1));
            m_cut.push_back(
                {row * m_grid.m_columns + column,
                 {reach.from, end, walk.heightAt(reach.from), walk.rise, walk.edge.left, walk.edge.right}});
            reach.from = end;
            ++column;
        }
    }

    void sortPieces() {
        auto& begins = m_grid.m_pieceBegins;
        begins.assign(m_grid.m_rows * m_grid.m_columns + 2, 0);
        for (const CutPiece& cut : m_cut) ++begins[cut.cell + 2];
        for (std::size_t cell = 2; cell < begins.size(); ++cell) begins[cell] += begins[cell - 1];
        m_grid.m_pieces.resize(m_cut.size());
        for (const CutPiece& cut : m_cut) m_grid.m_pieces[begins[cut.cell + 1]++] = cut.piece;
        begins.pop_back();
    }

    /// By line, then by x; crossings of the line below the grid do not exist, those of line n are row n -
    /// 1's.
    void sortCrossings() {
        auto& begins = m_grid.m_crossingBegins;
        begins.assign(m_grid.m_rows + 2, 0);
        for (const CutCrossing& cut : m_cutCrossings) ++begins[cut.line + 1];
        for (std::size_t row = 2; row < begins.size(); ++row) begins[row] += begins[row - 1];
        m_sorted.resize(m_cutCrossings.size());
        for (const CutCrossing& cut : m_cutCrossings) m_sorted[begins[cut.line]++] = cut.crossing;
        begins.pop_back();
        std::size_t begin = 0;
        for (const std::size_t end : begins) {
            std::stable_sort(m_sorted.begin() + static_cast<std::ptrdiff_t>(begin),
                             m_sorted.begin() + static_cast<std::ptrdiff_t>(end),
                             [](const Crossing& a, const Crossing& b) { return a.x < b.x; });
            begin = end;
        }
    }

    void sweep() {
        LabelNumbers numbers(m_grid.m_labels);
        m_grid.m_cells.assign(m_grid.m_rows * m_grid.m_columns, ZoneGrid::outside);
        auto& begins = m_grid.m_crossingBegins;
        std::size_t begin = 0;
        for (std::size_t row = 0; row < m_grid.m_rows; ++row) {
            const std::size_t end = begins[row + 1];
            begins[row] = static_cast<std::uint32_t>(m_grid.m_crossings.size());
            sweepRow(row, std::span(m_sorted).subspan(begin, end - begin), numbers);
            begin = end;
        }
        begins[m_grid.m_rows] = static_cast<std::uint32_t>(m_grid.m_crossings.size());
    }

    void sweepRow(std::size_t row, std::span<const Crossing> crossings, LabelNumbers& numbers) {
        std::uint32_t* const cells = m_grid.m_cells.data() + row * m_grid.m_columns;
        ZoneHolders holders;
        std::int32_t count = 0;
        for (std::size_t i = 0; i < crossings.size(); ++i) {
            holders.cross(crossings[i].west, crossings[i].east);
            m_grid.m_crossings.push_back(crossings[i]);
            const std::int32_t before = count;
            count += onEdge(crossings[i].east) - onEdge(crossings[i].west);
            addExcessSteps(crossings[i].x, excessOf(count) - excessOf(before), holders);
            const std::size_t first = firstColumnFrom(crossings[i].x);
            const bool isLast = i + 1 == crossings.size();
            const std::size_t end = isLast ? m_grid.m_columns : firstColumnFrom(crossings[i + 1].x);
            if (first < end) std::fill(cells + first, cells + end, numbers.numberOf(holders.label()));
        }
    }

    std::size_t firstColumnFrom(double x) const {
        return static_cast<std::size_t>(std::ceil(x * m_grid.m_cellsInOne));
    }

    void addExcessSteps(double x, std::int32_t steps, ZoneHolders& holders) {
        for (; steps > 0; --steps) addExcessStep({x, noFace, m_excess}, holders);
        for (; steps < 0; ++steps) addExcessStep({x, m_excess, noFace}, holders);
    }
    void addExcessStep(const Crossing& step, ZoneHolders& holders) {
        holders.cross(step.west, step.east);
        m_grid.m_crossings.push_back(step);
    }

    void markMixed() {
        for (const CutPiece& cut : m_cut) m_grid.m_cells[cut.cell] |= ZoneGrid::mixed;
        for (std::size_t row = 0; row < m_grid.m_rows; ++row) {
            const std::size_t end = m_grid.m_crossingBegins[row + 1];
            for (std::size_t i = m_grid.m_crossingBegins[row]; i < end; ++i) {
                const double x = m_grid.m_crossings[i].x;
                const std::size_t column = columnOf(x);
                if (x > lineAt(column)) m_grid.m_cells[row * m_grid.m_columns + column] |= ZoneGrid::mixed;
            }
        }
    }

    void addExcess() {
        const std::size_t before = m_cut.size();
        for (std::size_t row = 0; row < m_grid.m_rows; ++row) {
            for (std::size_t column = 0; column < m_grid.m_columns; ++column) {
                const std::size_t cell = row * m_grid.m_columns + column;
                if ((m_grid.m_cells[cell] & ZoneGrid::mixed) != 0 && mayOverlap(row, column))
                    addExcessIn(row, column);
            }
        }
        if (m_cut.size() != before) sortPieces();
    }

    /// Where every edge has a zone on both sides, nothing changes in how many zones hold a place.
    bool mayOverlap(std::size_t row, std::size_t column) const {
        const Label& label = m_grid.label(row, column);
        if (label.size() > 1 || (label.size() == 1 && label.front().count != 1)) return true;
        std::uint32_t zone = label.empty() ? noFace : label.front().zone;
        bool isBorder = false;
        bool isOneZone = true;
        const auto meet = [&](std::uint32_t a, std::uint32_t b) {
            isBorder = isBorder || a == noFace || b == noFace;
            for (const std::uint32_t other : {a, b}) {
                if (other == noFace) continue;
                isOneZone = isOneZone && (zone == noFace || zone == other);
                zone = other;
            }
        };
        for (const Piece& piece : m_grid.pieces(row, column, column)) meet(piece.above, piece.below);
        for (const Crossing& crossing : m_grid.crossings(row, column, column))
            meet(crossing.west, crossing.east);
        return isBorder && !isOneZone;
    }

    void addExcessIn(std::size_t row, std::size_t column) {
        const auto pieces = m_grid.pieces(row, column, column);
        m_edges.clear();
        m_cuts.assign({lineAt(column), lineAt(column + 1)});
        for (const Piece& piece : pieces)
            m_edges.push_back({piece.fromX, piece.toX, piece.fromY, piece.rise, 0});
        const auto crossings = m_grid.crossings(row, column, column);
        for (const Crossing& crossing : crossings) m_cuts.push_back(crossing.x);
        m_slabs.betweenCrossings(m_edges, m_cuts);
        std::int32_t top = 0;
        for (const auto& entry : m_grid.label(row, column)) top += entry.zone == m_excess ? 0 : entry.count;
        std::size_t passed = 0;
        for (Slabs::Slab slab; m_slabs.next(slab);) {
            for (; passed < crossings.size() && crossings[passed].x <= slab.fromX; ++passed) {
                const bool isExcess =
                    crossings[passed].west == m_excess || crossings[passed].east == m_excess;
                if (!isExcess) top += onEdge(crossings[passed].east) - onEdge(crossings[passed].west);
            }
            addExcessIn(slab, top, {row * m_grid.m_columns + column, pieces});
        }
    }

    struct CellPieces {
        std::size_t cell;
        std::span<const Piece> pieces;
    };
    void addExcessIn(const Slabs::Slab& slab, std::int32_t count, const CellPieces& in) {
        for (const std::uint32_t i : slab.downwards) {
            const Piece& piece = in.pieces[i];
            const std::int32_t before = count;
            count += onEdge(piece.below) - onEdge(piece.above);
            Piece excess{slab.fromX, slab.toX, piece.heightAt(slab.fromX), piece.rise, noFace, noFace};
            std::int32_t steps = excessOf(count) - excessOf(before);
            (steps > 0 ? excess.below : excess.above) = m_excess;
            for (steps = std::abs(steps); steps > 0; --steps) m_cut.push_back({in.cell, excess});
        }
    }

    void makeBlocks() {
        constexpr std::size_t side = std::size_t{1} << ZoneGrid::blockBits;
        m_grid.m_blockColumns = (m_grid.m_columns + side - 1) / side;
        const std::size_t blockRows = (m_grid.m_rows + side - 1) / side;
        m_grid.m_blocks.assign(blockRows * m_grid.m_blockColumns, ZoneGrid::outside);
        for (std::size_t row = 0; row < m_grid.m_rows; ++row) {
            for (std::size_t column = 0; column < m_grid.m_columns; ++column) {
                std::uint32_t& block = m_grid.m_blocks[row / side * m_grid.m_blockColumns + column / side];
                const std::uint32_t cell = m_grid.m_cells[row * m_grid.m_columns + column];
                const bool isFirst = row % side == 0 && column % side == 0;
                block = isFirst || block == cell ? cell : ZoneGrid::mixed;
            }
        }
    }

    ZoneGrid& m_grid;
    std::uint32_t m_excess;
    std::vector<CutPiece> m_cut;
    std::vector<CutCrossing> m_cutCrossings;
    std::vector<Crossing> m_sorted;
    Slabs m_slabs;
    std::vector<BoundaryEdge> m_edges;
    std::vector<double> m_cuts;
};

ZoneGrid::ZoneGrid(std::span<const FacedEdge> edges, std::uint32_t zoneCount) {
    ZoneGridBuilder(*this, zoneCount).build(edges);
}

}  // namespace geo
