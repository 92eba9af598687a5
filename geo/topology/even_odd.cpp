// SPDX-License-Identifier: Apache-2.0
// The rule, slab by slab: inside below every odd edge from the top, outside below every even one.
#include "geo/topology/even_odd.hpp"

#include <algorithm>

namespace geo {
namespace {

/// Heights that should be one differ by rounding only.
double roundingOf(std::span<const BoundaryEdge> edges) {
    double size = 0;
    for (const BoundaryEdge& edge : edges) size = std::max({size, edge.toX, edge.fromY, -edge.fromY});
    return 1e-13 * size;
}

bool crosses(const BoundaryEdge& upper, const BoundaryEdge& lower, const Slabs::Slab& slab, double rounding) {
    return upper.heightAt(slab.fromX) < lower.heightAt(slab.fromX) - rounding ||
           upper.heightAt(slab.toX) < lower.heightAt(slab.toX) - rounding;
}

}  // namespace

EvenOdd::Rings EvenOdd::judge(std::span<const BoundaryEdge> edges) {
    const double rounding = roundingOf(edges);
    Rings rings = Rings::Apart;
    m_slabs.betweenEnds(edges);
    for (Slabs::Slab slab; m_slabs.next(slab);) {
        double wanted = 1;
        for (std::size_t i = 0; i < slab.downwards.size(); ++i, wanted = -wanted) {
            const BoundaryEdge& edge = edges[slab.downwards[i]];
            if (i > 0 && crosses(edges[slab.downwards[i - 1]], edge, slab, rounding)) return Rings::Crossing;
            if (edge.sign != wanted) rings = Rings::Misplaced;
        }
    }
    return rings;
}

std::span<const BoundaryEdge> EvenOdd::enclosed(std::span<const BoundaryEdge> edges) {
    m_enclosed.clear();
    m_lastPart.assign(edges.size(), 0);
    m_slabs.betweenCrossings(edges);
    for (Slabs::Slab slab; m_slabs.next(slab);) {
        double sign = 1;
        for (const std::uint32_t i : slab.downwards) {
            const std::size_t last = m_lastPart[i];
            const bool goesOn =
                last != 0 && m_enclosed[last - 1].toX == slab.fromX && m_enclosed[last - 1].sign == sign;
            if (goesOn) {
                m_enclosed[last - 1].toX = slab.toX;
            } else {
                const BoundaryEdge& edge = edges[i];
                m_enclosed.push_back({slab.fromX, slab.toX, edge.heightAt(slab.fromX), edge.rise, sign});
                m_lastPart[i] = m_enclosed.size();
            }
            sign = -sign;
        }
    }
    return m_enclosed;
}

}  // namespace geo
