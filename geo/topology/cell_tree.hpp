// SPDX-License-Identifier: Apache-2.0
// A quadtree whose leaves know which zones cover them wholly and which edges cut them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "geo/topology/clipped_region.hpp"
#include "geo/topology/edge_integral.hpp"
#include "geo/topology/zone_index.hpp"

namespace geo {

/// Immutable once made. Inside, coordinates are relative to an origin on a round number, so that taking it
/// away costs no digits; cells halve exactly, since the whole is a power of two wide.
class CellTree {
  public:
    using Zones = std::vector<std::uint32_t>;

    /// Zones must be valid.
    explicit CellTree(std::span<const Geometry> zones);

    /// Ascending.
    Zones zonesAt(Coordinate position) const;

    /// The zones that cover every cell the extent touches; nothing when an edge or a change of zone lies
    /// among them.
    const Zones* commonCover(const Extent& extent) const;

    /// Adds the plot's area in each zone it touches, in no order, and says whether zones overlap where it
    /// lies.
    bool addShares(const Geometry& plot, const Extent& extentOfPlot,
                   std::vector<ZoneIndex::Share>& shares) const;

    /// Whether two zones share more than rounding anywhere.
    bool zonesOverlap() const;

  private:
    struct Node {
        std::uint32_t firstChild = 0;  // 0: a leaf, since the root is nobody's child
        std::uint32_t leaf = 0;
    };
    struct Piece {
        std::uint32_t zone;
        std::uint32_t edgesBegin;
        std::uint32_t edgesEnd;
    };
    struct Leaf {
        std::uint32_t cover;
        std::uint32_t piecesBegin;
        std::uint32_t piecesEnd;
        bool zonesOverlap;
    };
    struct ZoneRegion {
        std::uint32_t zone;
        ClippedRegion region;
    };
    struct Tally;

    void layRoot(const Extent& extent);
    void build(std::uint32_t node, const Extent& cell, std::vector<ZoneRegion> regions, Zones cover,
               int depth);
    void split(std::uint32_t node, const Extent& cell, const std::vector<ZoneRegion>& regions,
               const Zones& cover, int depth);
    void addLeaf(std::uint32_t node, const Extent& cell, const std::vector<ZoneRegion>& regions,
                 const Zones& cover);
    std::uint32_t coverNumber(const Zones& cover);

    std::span<const Piece> piecesOf(const Leaf& leaf) const;
    std::span<const BoundaryEdge> edgesOf(const Piece& piece) const;
    Extent relative(const Extent& extent) const;

    /// The cover shared by all leaves touched so far: none seen yet, one, or different ones.
    struct Common {
        std::optional<std::uint32_t> cover;
        bool isMixed = false;
        void meet(std::uint32_t other);
    };
    void gatherCover(std::uint32_t node, const Extent& cell, const Extent& extent, Common& common) const;
    void tally(std::uint32_t node, const Extent& cell, const ClippedRegion& plot, Tally& tally) const;
    void tallyLeaf(const Leaf& leaf, const Extent& cell, const ClippedRegion& plot, Tally& tally) const;
    bool zonesOverlapIn(const Leaf& leaf) const;

    Coordinate m_origin;
    Extent m_root{0, 0, 1, 1};
    std::vector<Node> m_nodes;
    std::vector<Leaf> m_leaves;
    std::vector<Piece> m_pieces;
    std::vector<BoundaryEdge> m_edges;
    std::vector<Zones> m_covers;  // the first is no zone at all
    std::map<Zones, std::uint32_t> m_coverNumbers;
};

}  // namespace geo
