// SPDX-License-Identifier: Apache-2.0
// The quadtree of zones: built by clipping zone edges downwards, asked from the root.
#include "geo/topology/cell_tree.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace geo {
namespace {

constexpr std::size_t edgesInALeaf = 24;
constexpr int deepest = 14;
constexpr std::size_t edgesWorthClipping = 64;

bool touches(const Extent& extent, const Extent& cell) { return extent.intersects(cell); }

std::uint32_t numberOf(std::size_t size) { return static_cast<std::uint32_t>(size); }

void addShare(std::vector<ZoneIndex::Share>& shares, std::uint32_t zone, double area) {
    for (ZoneIndex::Share& share : shares) {
        if (share.zone == zone) {
            share.area_m2 += area;
            return;
        }
    }
    shares.push_back({zone, area});
}

}  // namespace

/// What one call to addShares() carries through the tree.
struct CellTree::Tally {
    Extent extent;
    std::vector<ZoneIndex::Share>& shares;
    ClippedRegion clipped;
    std::vector<BoundaryEdge> boundary;
    bool zonesOverlap = false;
};

CellTree::CellTree(std::span<const Geometry> zones) {
    Extent extent;
    for (const Geometry& zone : zones) extent.include(zone.extent());
    layRoot(extent);
    std::vector<ZoneRegion> regions;
    for (std::size_t zone = 0; zone < zones.size(); ++zone) {
        regions.push_back({numberOf(zone), regionOf(zones[zone], m_origin)});
    }
    coverNumber({});
    m_nodes.emplace_back();
    build(0, m_root, std::move(regions), {}, 0);
}

void CellTree::layRoot(const Extent& extent) {
    if (extent.isEmpty()) return;
    int exponent = 0;
    std::frexp(std::max({extent.width(), extent.height(), 1e-6}), &exponent);
    const double unit = std::ldexp(1, exponent - 16);
    m_origin = {std::floor(extent.minX / unit) * unit, std::floor(extent.minY / unit) * unit};
    const double side = std::ldexp(1, exponent + 1);
    m_root = {0, 0, side, side};
}

void CellTree::build(std::uint32_t node, const Extent& cell, std::vector<ZoneRegion> regions, Zones cover,
                     int depth) {
    std::size_t edges = 0;
    std::erase_if(regions, [&](const ZoneRegion& candidate) {
        if (candidate.region.covers(cell)) cover.push_back(candidate.zone);
        edges += candidate.region.edges.size();
        return candidate.region.isEmpty() || candidate.region.covers(cell);
    });
    if (edges <= edgesInALeaf || depth == deepest) return addLeaf(node, cell, regions, cover);
    split(node, cell, regions, cover, depth);
}

void CellTree::split(std::uint32_t node, const Extent& cell, const std::vector<ZoneRegion>& regions,
                     const Zones& cover, int depth) {
    const std::uint32_t firstChild = numberOf(m_nodes.size());
    m_nodes[node].firstChild = firstChild;
    m_nodes.resize(m_nodes.size() + 4);
    std::uint32_t child = firstChild;
    for (const Extent& quarter : quartersOf(cell)) {
        std::vector<ZoneRegion> inQuarter(regions.size());
        for (std::size_t i = 0; i < regions.size(); ++i) {
            inQuarter[i].zone = regions[i].zone;
            clip(regions[i].region, quarter, inQuarter[i].region);
        }
        build(child++, quarter, std::move(inQuarter), cover, depth + 1);
    }
}

void CellTree::addLeaf(std::uint32_t node, const Extent& cell, const std::vector<ZoneRegion>& regions,
                       const Zones& cover) {
    Leaf leaf{coverNumber(cover), numberOf(m_pieces.size()), 0, false};
    for (const ZoneRegion& cut : regions) {
        const std::uint32_t edgesBegin = numberOf(m_edges.size());
        appendBoundary(cut.region, cell, m_edges);
        m_pieces.push_back({cut.zone, edgesBegin, numberOf(m_edges.size())});
    }
    leaf.piecesEnd = numberOf(m_pieces.size());
    leaf.zonesOverlap = zonesOverlapIn(leaf);
    m_nodes[node].leaf = numberOf(m_leaves.size());
    m_leaves.push_back(leaf);
}

std::uint32_t CellTree::coverNumber(const Zones& cover) {
    Zones sorted = cover;
    std::sort(sorted.begin(), sorted.end());
    const auto [place, isNew] = m_coverNumbers.try_emplace(sorted, numberOf(m_covers.size()));
    if (isNew) m_covers.push_back(std::move(sorted));
    return place->second;
}

std::span<const CellTree::Piece> CellTree::piecesOf(const Leaf& leaf) const {
    return std::span(m_pieces).subspan(leaf.piecesBegin, leaf.piecesEnd - leaf.piecesBegin);
}

std::span<const BoundaryEdge> CellTree::edgesOf(const Piece& piece) const {
    return std::span(m_edges).subspan(piece.edgesBegin, piece.edgesEnd - piece.edgesBegin);
}

Extent CellTree::relative(const Extent& extent) const {
    return {extent.minX - m_origin.x, extent.minY - m_origin.y, extent.maxX - m_origin.x,
            extent.maxY - m_origin.y};
}

CellTree::Zones CellTree::zonesAt(Coordinate position) const {
    const Coordinate point{position.x - m_origin.x, position.y - m_origin.y};
    if (!m_root.contains(point)) return {};
    Extent cell = m_root;
    std::uint32_t node = 0;
    while (m_nodes[node].firstChild != 0) {
        const Coordinate middle = cell.centre();
        const std::size_t quarter = (point.x >= middle.x ? 1U : 0U) + (point.y >= middle.y ? 2U : 0U);
        cell = quartersOf(cell)[quarter];
        node = m_nodes[node].firstChild + numberOf(quarter);
    }
    const Leaf& leaf = m_leaves[m_nodes[node].leaf];
    const Coordinate local{point.x - cell.minX, point.y - cell.minY};
    Zones zones = m_covers[leaf.cover];
    for (const Piece& piece : piecesOf(leaf)) {
        double signsAbove = 0;
        for (const BoundaryEdge& edge : edgesOf(piece)) {
            const bool isAbove =
                edge.fromX <= local.x && local.x < edge.toX && local.y < edge.heightAt(local.x);
            signsAbove += isAbove ? edge.sign : 0;
        }
        if (signsAbove > 0) zones.push_back(piece.zone);
    }
    std::sort(zones.begin(), zones.end());
    return zones;
}

void CellTree::Common::meet(std::uint32_t other) {
    isMixed = isMixed || (cover && *cover != other);
    cover = other;
}

const CellTree::Zones* CellTree::commonCover(const Extent& extent) const {
    const Extent wanted = relative(extent);
    Common common;
    if (!m_root.contains(wanted)) common.meet(0);
    gatherCover(0, m_root, wanted, common);
    return common.isMixed || !common.cover ? nullptr : &m_covers[*common.cover];
}

void CellTree::gatherCover(std::uint32_t node, const Extent& cell, const Extent& extent,
                           Common& common) const {
    if (common.isMixed || !touches(extent, cell)) return;
    if (m_nodes[node].firstChild == 0) {
        const Leaf& leaf = m_leaves[m_nodes[node].leaf];
        common.isMixed = leaf.piecesBegin != leaf.piecesEnd;
        return common.meet(leaf.cover);
    }
    std::uint32_t child = m_nodes[node].firstChild;
    for (const Extent& quarter : quartersOf(cell)) gatherCover(child++, quarter, extent, common);
}

bool CellTree::addShares(const Geometry& plot, const Extent& extentOfPlot,
                         std::vector<ZoneIndex::Share>& shares) const {
    Tally tallied{relative(extentOfPlot), shares, {}, {}};
    tally(0, m_root, regionOf(plot, m_origin), tallied);
    return tallied.zonesOverlap;
}

void CellTree::tally(std::uint32_t node, const Extent& cell, const ClippedRegion& plot,
                     Tally& tallied) const {
    if (m_nodes[node].firstChild == 0) return tallyLeaf(m_leaves[m_nodes[node].leaf], cell, plot, tallied);
    std::uint32_t child = m_nodes[node].firstChild;
    for (const Extent& quarter : quartersOf(cell)) {
        const std::uint32_t next = child++;
        if (!touches(tallied.extent, quarter)) continue;
        if (plot.edges.size() <= edgesWorthClipping) {
            tally(next, quarter, plot, tallied);
            continue;
        }
        ClippedRegion inQuarter;
        clip(plot, quarter, inQuarter);
        if (!inQuarter.isEmpty()) tally(next, quarter, inQuarter, tallied);
    }
}

void CellTree::tallyLeaf(const Leaf& leaf, const Extent& cell, const ClippedRegion& plot,
                         Tally& tallied) const {
    if (m_covers[leaf.cover].empty() && leaf.piecesBegin == leaf.piecesEnd) return;
    clip(plot, cell, tallied.clipped);
    if (tallied.clipped.isEmpty()) return;
    tallied.zonesOverlap = tallied.zonesOverlap || leaf.zonesOverlap;
    tallied.boundary.clear();
    appendBoundary(tallied.clipped, cell, tallied.boundary);
    const double wholeArea = areaWithin(tallied.boundary);
    for (const std::uint32_t zone : m_covers[leaf.cover]) addShare(tallied.shares, zone, wholeArea);
    for (const Piece& piece : piecesOf(leaf)) {
        addShare(tallied.shares, piece.zone, sharedArea(tallied.boundary, edgesOf(piece)));
    }
}

bool CellTree::zonesOverlap() const {
    return std::ranges::any_of(m_leaves, [](const Leaf& leaf) { return leaf.zonesOverlap; });
}

bool CellTree::zonesOverlapIn(const Leaf& leaf) const {
    const std::size_t covering = m_covers[leaf.cover].size();
    const auto pieces = piecesOf(leaf);
    if (covering > 1) return true;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto edges = edgesOf(pieces[i]);
        double width = 0;
        for (const BoundaryEdge& edge : edges) width = std::max(width, edge.toX);
        // Coordinates as wide as the root are rounded to its last digit; along an edge that adds up to an
        // area.
        const double rounding = m_root.width() * 1e-14 * width;
        if (covering == 1 && areaWithin(edges) > rounding) return true;
        for (std::size_t j = i + 1; j < pieces.size(); ++j) {
            if (sharedArea(edges, edgesOf(pieces[j])) > rounding) return true;
        }
    }
    return false;
}

}  // namespace geo
