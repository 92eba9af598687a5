// SPDX-License-Identifier: Apache-2.0
// Spans still open on a stack, not on that of the machine.
#include "geo/topology/path_thinning.hpp"

#include <algorithm>

namespace geo {
namespace {

double squaredDistance(Coordinate from, Coordinate to) {
    return (to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y);
}

/// From a place to the nearest of a segment.
double squaredDistance(Coordinate place, Coordinate from, Coordinate to) {
    const double length = squaredDistance(from, to);
    if (length == 0) return squaredDistance(place, from);
    const double along =
        ((place.x - from.x) * (to.x - from.x) + (place.y - from.y) * (to.y - from.y)) / length;
    const double part = std::clamp(along, 0.0, 1.0);
    return squaredDistance(place, {from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)});
}

}  // namespace

void PathThinner::append(Path path, std::vector<Coordinate>& thinned) {
    m_isKept.assign(path.size(), false);
    m_isKept.front() = m_isKept.back() = true;
    m_open.assign(1, {0, path.size() - 1});
    // A closed one has no length to measure from.
    if (path.front() == path.back()) splitAtFarthest(path, 0);
    while (!m_open.empty()) splitAtFarthest(path, m_squaredTolerance);
    for (std::size_t i = 0; i < path.size(); ++i)
        if (m_isKept[i]) thinned.push_back(path[i]);
}

void PathThinner::splitAtFarthest(Path path, double leastSquared) {
    const Span span = m_open.back();
    m_open.pop_back();
    std::size_t farthest = span.first;
    double most = leastSquared;
    for (std::size_t i = span.first + 1; i < span.last; ++i) {
        const double distance = squaredDistance(path[i], path[span.first], path[span.last]);
        if (distance > most) farthest = i, most = distance;
    }
    if (farthest == span.first) return;
    m_isKept[farthest] = true;
    m_open.push_back({span.first, farthest});
    m_open.push_back({farthest, span.last});
}

}  // namespace geo
