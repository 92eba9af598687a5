// SPDX-License-Identifier: Apache-2.0
// Edges in upright slabs within which none begins, ends or crosses another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/topology/boundary_edge.hpp"

namespace geo {

/// Keeps its memory from use to use; one for each thread.
class Slabs {
  public:
    struct Slab {
        double fromX;
        double toX;
        /// The edges over the whole width of the slab by their places, the highest first; edges at one height
        /// in the order they came in.
        std::span<const std::uint32_t> downwards;
    };

    /// Slabs between the ends of edges and the cuts; edges may still cross within them.
    void betweenEnds(std::span<const BoundaryEdge> edges, std::span<const double> cuts = {});
    /// Slabs between ends, cuts and crossings.
    void betweenCrossings(std::span<const BoundaryEdge> edges, std::span<const double> cuts = {});

    /// The next slab from west to east that has a width; false at the end.
    bool next(Slab& slab);

  private:
    void begin(std::span<const BoundaryEdge> edges, std::span<const double> cuts);
    void addCrossings();
    void addCrossingsIn(std::span<const std::uint32_t> edges);
    void sortDownwards(double middle);

    struct Start {
        double x;
        std::uint32_t edge;
    };
    struct Height {
        double y;
        std::uint32_t edge;
    };

    std::span<const BoundaryEdge> m_edges;
    std::vector<double> m_ends;
    std::vector<Start> m_starts;
    std::vector<std::uint32_t> m_active;
    std::vector<Height> m_heights;
    std::vector<std::uint32_t> m_columnEnds;
    std::vector<std::uint32_t> m_inColumns;
    std::size_t m_nextEnd = 0;
    std::size_t m_nextStart = 0;
};

}  // namespace geo
