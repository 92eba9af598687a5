// SPDX-License-Identifier: Apache-2.0
// Areas as integrals over edges: no predicates, no tolerance, continuous in their input.
#pragma once

#include <algorithm>
#include <cmath>
#include <span>

#include "geo/topology/boundary_edge.hpp"

namespace geo {

/// ∫ min(e, f) dx over the width both edges share. With d = e − f at the two ends of it, the part of e above
/// f is w/2 · (d⁺ₐ + d⁺_b)² / (|dₐ| + |d_b|), whether the edges cross or not.
inline double integralOfLower(const BoundaryEdge& e, const BoundaryEdge& f) {
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

/// The area of a polygon below an edge: the sum over its own edges of ± ∫ min(e, f) dx. Heights count from a
/// level that no part of the polygon lies below.
double areaBelow(const BoundaryEdge& edge, std::span<const BoundaryEdge> polygon);

/// The area of a polygon east of x.
double areaEastOf(double x, std::span<const BoundaryEdge> polygon);

}  // namespace geo
