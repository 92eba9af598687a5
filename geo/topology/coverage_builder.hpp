// SPDX-License-Identifier: Apache-2.0
// Faces put together into a coverage.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/shape/geometry.hpp"
#include "geo/topology/coverage.hpp"
#include "geo/topology/vertex_numbers.hpp"

namespace geo {

/// First the own faces, in the order they are to have, then their neighbours, of which only what touches own
/// borders is kept, then build(). Faces must be valid (repairPolygon); whatever is no polygon is left out.
class CoverageBuilder {
  public:
    /// Keys are the caller's; an own face has one of its own.
    void addFace(std::int64_t key, const Geometry& face);
    void addNeighbour(std::int64_t key, const Geometry& face);
    Coverage build();

  private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    /// An edge and the faces beside it, seen from its lower to its higher vertex number.
    struct Edge {
        std::uint32_t low;
        std::uint32_t high;
        std::uint32_t left = noFace;
        std::uint32_t right = noFace;
        std::uint32_t sameLow = none;
        /// Along which edge the faces beside it go on, at either end.
        std::uint32_t nextAtLow = none;
        std::uint32_t nextAtHigh = none;
        std::uint32_t arc = none;
    };
    struct Vertex {
        std::uint32_t edges = none;
        std::uint32_t degree = 0;
        bool isNode = false;
    };
    /// One face along one of its edges.
    struct Run {
        std::uint32_t from;
        std::uint32_t to;
        std::uint32_t face;
        bool hasFaceOnLeft;
    };
    struct RingSpan {
        std::size_t begin;
        std::size_t size;
    };

    void addRing(Path ring, std::uint32_t face, bool hasFaceOnLeft);
    void dropClosingRepeat(std::size_t ringBegin, std::uint32_t ring);
    std::uint32_t addRun(const Run& run);
    std::uint32_t newEdge(const Run& run);
    void passNeighbour(const Run& run, std::int64_t key, std::uint32_t& face);
    void markNodes();
    void linkAt(std::uint32_t vertex, std::uint32_t edge, std::uint32_t next);
    bool goesOn(std::size_t in, std::size_t out) const;
    bool isForward(std::size_t place) const;
    RingSpan ringSpan(std::size_t ring) const;
    void cutRing(std::size_t ring);
    std::uint32_t stepFor(RingSpan ring, std::size_t first, std::size_t edges);
    Coordinate at(RingSpan ring, std::size_t place) const;
    std::size_t canonicalStart(RingSpan ring) const;

    Coverage m_coverage;
    VertexNumbers m_numbers;
    std::vector<Vertex> m_vertices;
    std::vector<Edge> m_edges;
    /// Of all own rings, one after another: vertices that differ from the one before, and the edges from
    /// them.
    std::vector<std::uint32_t> m_ringVertices;
    std::vector<std::uint32_t> m_ringEdges;
    std::vector<std::size_t> m_ringEnds;
};

}  // namespace geo
