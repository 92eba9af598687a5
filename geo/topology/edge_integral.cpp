// SPDX-License-Identifier: Apache-2.0
// The edge-pair integral.
#include "geo/topology/edge_integral.hpp"

namespace geo {

double areaBelow(const BoundaryEdge& edge, std::span<const BoundaryEdge> polygon) {
    double sum = 0;
    for (const BoundaryEdge& e : polygon) sum += e.sign * integralOfLower(e, edge);
    return sum;
}

double areaEastOf(double x, std::span<const BoundaryEdge> polygon) {
    double sum = 0;
    for (const BoundaryEdge& e : polygon) {
        const double from = std::max(e.fromX, x);
        if (from < e.toX) sum += e.sign * (e.toX - from) * (e.heightAt(from) + e.heightAt(e.toX)) / 2;
    }
    return sum;
}

}  // namespace geo
