// SPDX-License-Identifier: Apache-2.0
// Sums up how much of a plot lies in each zone, from the edges of both.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/topology/boundary_edge.hpp"
#include "geo/topology/zone_grid.hpp"

namespace geo {

/// Keeps its memory from plot to plot; one for each thread. Every zone's sum is the same in whatever order
/// zones are numbered.
class ZoneShares {
  public:
    ZoneShares(const ZoneGrid& grid, std::uint32_t zoneCount)
        : m_grid(grid), m_zoneCount(zoneCount), m_areas(zoneCount + 2, 0.0) {}

    /// Sums a plot anew. Its edges are relative to cornerOf(extent), which must reach the grid.
    void sum(std::span<const BoundaryEdge> plot, const Extent& extent);
    /// The lower left corner of the cells under an extent.
    Coordinate cornerOf(const Extent& extent) const;

    /// Those with a sum, ascending.
    std::span<const std::uint32_t> zones() const { return m_touched; }
    double area(std::uint32_t zone) const { return m_areas[zone]; }
    /// What n zones hold at once, counted n - 1 times.
    double excess() const { return m_areas[m_zoneCount]; }
    /// What any zone holds, counted once.
    double inAny() const { return m_areas[m_zoneCount + 1]; }

  private:
    struct Step {
        std::uint32_t zone;
        double x;
        double change;
    };
    /// Rows of cells, and the part of the plot that is measured against them.
    struct Band {
        std::size_t firstRow;
        std::size_t lastRow;
        std::span<const BoundaryEdge> plot;
        Extent extent;
    };

    void clear();
    bool isSmall(std::size_t edges) const;
    void sumByBands(std::span<const BoundaryEdge> plot);
    void clipToBand(std::span<const BoundaryEdge> plot, double bottom, double top);
    void clipEdge(BoundaryEdge edge, double bottom, double top);
    void closeTop(double height);
    void sumBand(const Band& band);
    void addPiece(const ZoneGrid::Piece& piece, Coordinate corner, const Band& band);
    void addTopLine(const Band& band, Coordinate corner);
    void addSteps(const Band& band);
    void addStep(double x, std::uint32_t leaving, std::uint32_t entering);
    void add(std::uint32_t zone, double area);
    /// How a zone counts in inAny().
    double weightOf(std::uint32_t zone) const;

    const ZoneGrid& m_grid;
    std::uint32_t m_zoneCount;
    ZoneGrid::Cells m_cells;
    std::vector<double> m_areas;
    std::vector<std::uint32_t> m_touched;
    std::vector<Step> m_steps;
    std::vector<BoundaryEdge> m_clipped;
    std::vector<Step> m_topSteps;
};

}  // namespace geo
