// SPDX-License-Identifier: Apache-2.0
// The edge-pair integral.
#include "geo/topology/edge_integral.hpp"

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

constexpr std::size_t pairsWithoutCutting = 4096;

/// ∫ min(e, f) dx over the width both edges share. With d = e − f at the two ends of it, the part of e above
/// f is w/2 · (d⁺ₐ + d⁺_b)² / (|dₐ| + |d_b|), whether the edges cross or not.
double integralOfLower(const BoundaryEdge& e, const BoundaryEdge& f) {
    const double from = std::max(e.fromX, f.fromX);
    const double to = std::min(e.toX, f.toX);
    const double width = to - from;
    if (!(width > 0)) return 0;
    const double eFrom = e.heightAt(from);
    const double eTo = e.heightAt(to);
    const double dFrom = eFrom - f.heightAt(from);
    const double dTo = eTo - f.heightAt(to);
    const double above = std::max(dFrom, 0.0) + std::max(dTo, 0.0);
    const double apart = std::abs(dFrom) + std::abs(dTo);
    const double surplus = above > 0 ? above * (above / apart) : 0;
    return width / 2 * (eFrom + eTo - surplus);
}

double sharedAreaByQuarters(const ClippedRegion& first, const ClippedRegion& second, const Extent& cell,
                            int depth) {
    if (first.isEmpty() || second.isEmpty()) return 0;
    constexpr int deepest = 12;
    if (first.edges.size() * second.edges.size() <= pairsWithoutCutting || depth == deepest) {
        std::vector<BoundaryEdge> boundaryOfFirst;
        std::vector<BoundaryEdge> boundaryOfSecond;
        appendBoundary(first, cell, boundaryOfFirst);
        appendBoundary(second, cell, boundaryOfSecond);
        return sharedArea(boundaryOfFirst, boundaryOfSecond);
    }
    double sum = 0;
    ClippedRegion ofFirst;
    ClippedRegion ofSecond;
    for (const Extent& quarter : quartersOf(cell)) {
        clip(first, quarter, ofFirst);
        clip(second, quarter, ofSecond);
        sum += sharedAreaByQuarters(ofFirst, ofSecond, quarter, depth + 1);
    }
    return sum;
}

}  // namespace

double sharedArea(std::span<const BoundaryEdge> first, std::span<const BoundaryEdge> second) {
    double sum = 0;
    for (const BoundaryEdge& e : first) {
        double ofThisEdge = 0;
        for (const BoundaryEdge& f : second) ofThisEdge += f.sign * integralOfLower(e, f);
        sum += e.sign * ofThisEdge;
    }
    return sum;
}

double areaWithin(std::span<const BoundaryEdge> boundary) {
    double sum = 0;
    for (const BoundaryEdge& edge : boundary) {
        sum += edge.sign * (edge.toX - edge.fromX) * (edge.fromY + edge.heightAt(edge.toX)) / 2;
    }
    return sum;
}

double sharedArea(const ClippedRegion& first, const ClippedRegion& second, const Extent& cell) {
    return sharedAreaByQuarters(first, second, cell, 0);
}

}  // namespace geo
