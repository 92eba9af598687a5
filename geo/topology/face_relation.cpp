// SPDX-License-Identifier: Apache-2.0
// Every edge against every edge, boxes first; then one corner of each ring.
#include "geo/topology/face_relation.hpp"

#include <cmath>
#include <vector>

#include "geo/topology/points.hpp"

namespace geo {
namespace {

constexpr double nearness_m = 0.002;
/// Beyond so many pairs of edges, finding out costs more than building.
constexpr std::size_t mostPairs = 4'000'000;

struct Segment {
    Coordinate from;
    Coordinate to;

    Extent box() const {
        Extent box;
        box.include(from);
        box.include(to);
        return box;
    }
    /// Clearly, not by a hair.
    bool hasOnOneSide(const Segment& other) const {
        const double dx = to.x - from.x;
        const double dy = to.y - from.y;
        const double slack = nearness_m * std::hypot(dx, dy);
        const auto side = [&](Coordinate at) { return dx * (at.y - from.y) - dy * (at.x - from.x); };
        const double a = side(other.from);
        const double b = side(other.to);
        return (a > slack && b > slack) || (a < -slack && b < -slack);
    }
};

Extent widened(Extent box) {
    return {box.minX - nearness_m, box.minY - nearness_m, box.maxX + nearness_m, box.maxY + nearness_m};
}

bool comeNear(const Segment& a, const Segment& b) { return !a.hasOnOneSide(b) && !b.hasOnOneSide(a); }

std::vector<Segment> edgesNear(const Geometry& geometry, const Extent& window) {
    std::vector<Segment> edges;
    for (std::size_t index = 0; index < geometry.pathCount(); ++index) {
        const Path path = geometry.path(index);
        for (std::size_t i = 1; i < path.size(); ++i) {
            const Segment edge{path[i - 1], path[i]};
            if (edge.box().intersects(window)) edges.push_back(edge);
        }
    }
    return edges;
}

bool bordersComeNear(const Geometry& first, const Geometry& second) {
    const auto some = edgesNear(first, widened(second.extent()));
    const auto others = edgesNear(second, widened(first.extent()));
    if (some.size() * others.size() > mostPairs) return true;
    for (const Segment& edge : some) {
        const Extent window = widened(edge.box());
        for (const Segment& other : others) {
            if (window.intersects(other.box()) && comeNear(edge, other)) return true;
        }
    }
    return false;
}

enum class Inside { None, All, Some };

/// How many rings of one lie within the other, told by a corner each: borders do not meet.
Inside ringsInside(const Geometry& rings, const Geometry& polygon) {
    std::size_t inside = 0;
    for (std::size_t index = 0; index < rings.pathCount(); ++index) {
        if (containsPoint(polygon, rings.path(index).front())) ++inside;
    }
    if (inside == 0) return Inside::None;
    return inside == rings.pathCount() ? Inside::All : Inside::Some;
}

}  // namespace

FaceRelation relationOf(const Geometry& first, const Geometry& second) {
    if (first.isEmpty() || second.isEmpty()) return FaceRelation::Apart;
    if (bordersComeNear(first, second)) return FaceRelation::Crossing;
    const Inside ofFirst = ringsInside(first, second);
    const Inside ofSecond = ringsInside(second, first);
    if (ofFirst == Inside::None && ofSecond == Inside::None) return FaceRelation::Apart;
    if (ofFirst == Inside::All && ofSecond == Inside::None) return FaceRelation::FirstInSecond;
    if (ofSecond == Inside::All && ofFirst == Inside::None) return FaceRelation::SecondInFirst;
    return FaceRelation::Crossing;
}

}  // namespace geo
