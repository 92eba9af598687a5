// SPDX-License-Identifier: Apache-2.0
// Overlaps: a sweep finds the pairs whose envelopes meet, the edge-pair integral what they share.
#include "geo/topology/overlaps.hpp"

#include <algorithm>
#include <utility>

#include "geo/base/parallel.hpp"
#include "geo/topology/edge_integral.hpp"
#include "geo/topology/plot_rings.hpp"
#include "geo/topology/plot_tabulator.hpp"

namespace geo {
namespace {

constexpr double rounding_m2 = 1e-6;
constexpr std::size_t polygonsInAChunk = 512;
constexpr std::size_t pairsWithoutCells = 16'384;

struct Envelope {
    Extent extent;
    std::uint32_t polygon;
};

std::vector<Envelope> envelopesByMinX(std::span<const Geometry> polygons) {
    std::vector<Envelope> envelopes;
    envelopes.reserve(polygons.size());
    for (const Geometry& polygon : polygons) {
        envelopes.push_back({polygon.extent(), static_cast<std::uint32_t>(envelopes.size())});
    }
    std::sort(envelopes.begin(), envelopes.end(), [](const Envelope& a, const Envelope& b) {
        return std::pair(a.extent.minX, a.polygon) < std::pair(b.extent.minX, b.polygon);
    });
    return envelopes;
}

Extent sharedExtent(const Extent& a, const Extent& b) {
    return {std::max(a.minX, b.minX), std::max(a.minY, b.minY), std::min(a.maxX, b.maxX),
            std::min(a.maxY, b.maxY)};
}

std::vector<BoundaryEdge> edgesWithin(const Geometry& polygon, const Extent& cell) {
    PlotRings rings;
    rings.sum(polygon);
    std::vector<BoundaryEdge> edges;
    rings.edgesOf(polygon, {cell.minX, cell.minY}, edges);
    std::erase_if(edges,
                  [&](const BoundaryEdge& edge) { return edge.toX <= 0 || edge.fromX >= cell.width(); });
    for (BoundaryEdge& edge : edges) {
        const double from = std::max(edge.fromX, 0.0);
        edge = {from, std::min(edge.toX, cell.width()), edge.heightAt(from), edge.rise, edge.sign};
    }
    return edges;
}

double sharedAreaByCells(const Geometry& first, const Geometry& second) {
    const ZoneIndex zone(std::span(&first, 1));
    PlotTabulator tabulator(zone, PlotTabulator::Rings::Valid);
    const auto& shares = tabulator.shares(second);
    return shares.inZones.empty() ? 0 : shares.inZones.front().area_m2;
}

double sharedArea(const Geometry& first, const Geometry& second, const Extent& cell) {
    const std::vector<BoundaryEdge> ofFirst = edgesWithin(first, cell);
    const std::vector<BoundaryEdge> ofSecond = edgesWithin(second, cell);
    if (ofFirst.size() * ofSecond.size() > pairsWithoutCells) return sharedAreaByCells(first, second);
    double area = 0;
    for (const BoundaryEdge& edge : ofSecond) area += edge.sign * areaBelow(edge, ofFirst);
    return area;
}

class Sweep {
  public:
    Sweep(std::span<const Geometry> polygons, double ignoreBelow_m2)
        : m_polygons(polygons),
          m_limit_m2(std::max(ignoreBelow_m2, rounding_m2)),
          m_envelopes(envelopesByMinX(polygons)) {}

    /// The overlaps of one polygon with those that begin to the right of where it begins.
    void addOverlapsFrom(std::size_t place, std::vector<OverlapPair>& pairs) const {
        const Envelope& one = m_envelopes[place];
        for (std::size_t next = place + 1; next < m_envelopes.size(); ++next) {
            const Envelope& other = m_envelopes[next];
            if (!(other.extent.minX < one.extent.maxX)) return;
            const Extent cell = sharedExtent(one.extent, other.extent);
            if (cell.width() > 0 && cell.height() > 0) addOverlap(one.polygon, other.polygon, cell, pairs);
        }
    }

  private:
    void addOverlap(std::uint32_t one, std::uint32_t other, const Extent& cell,
                    std::vector<OverlapPair>& pairs) const {
        const auto [first, second] = std::minmax(one, other);
        const double area = sharedArea(m_polygons[first], m_polygons[second], cell);
        if (area > m_limit_m2) pairs.push_back({first, second, area});
    }

    std::span<const Geometry> m_polygons;
    double m_limit_m2;
    std::vector<Envelope> m_envelopes;
};

}  // namespace

std::vector<OverlapPair> findOverlaps(std::span<const Geometry> polygons, SquareMetres ignoreBelow,
                                      const Progress& progress) {
    const Sweep sweep(polygons, ignoreBelow.value);
    std::vector<std::vector<OverlapPair>> found(chunkCount(polygons.size(), polygonsInAChunk));
    parallelFor(polygons.size(), polygonsInAChunk, [&](const Chunk& chunk) {
        progress.throwIfStopped();
        for (std::size_t place = chunk.begin; place < chunk.end; ++place) {
            sweep.addOverlapsFrom(place, found[chunk.index]);
        }
    });
    std::vector<OverlapPair> pairs;
    for (const auto& some : found) pairs.insert(pairs.end(), some.begin(), some.end());
    std::sort(pairs.begin(), pairs.end(), [](const OverlapPair& a, const OverlapPair& b) {
        return std::pair(a.first, a.second) < std::pair(b.first, b.second);
    });
    return pairs;
}

}  // namespace geo
