// SPDX-License-Identifier: Apache-2.0
// Zones in a queue, the largest first.
#include "tests/bench/finer_zones.hpp"

#include <queue>

#include "geo/shape/extent.hpp"
#include "geo/topology/overlay.hpp"

namespace bench {
namespace {

struct Waiting {
    geo::Geometry zone;
    geo::Extent extent;
    std::size_t number;

    double size() const { return extent.width() * extent.height(); }
    bool operator<(const Waiting& other) const {
        return size() != other.size() ? size() < other.size() : number > other.number;
    }
};

geo::Geometry rectangle(const geo::Extent& extent) {
    const std::vector<geo::Coordinate> ring{{extent.minX, extent.minY},
                                            {extent.maxX, extent.minY},
                                            {extent.maxX, extent.maxY},
                                            {extent.minX, extent.maxY},
                                            {extent.minX, extent.minY}};
    return geo::Geometry::polygon(ring);
}

/// The half of lower x or y.
geo::Extent lowerHalf(geo::Extent extent) {
    const geo::Coordinate centre = extent.centre();
    (extent.width() > extent.height() ? extent.maxX : extent.maxY) =
        extent.width() > extent.height() ? centre.x : centre.y;
    return extent;
}

}  // namespace

std::vector<geo::Geometry> cutFiner(std::span<const geo::Geometry> zones, std::size_t count) {
    std::priority_queue<Waiting> queue;
    std::size_t number = 0;
    const auto add = [&](geo::Geometry zone) {
        const geo::Extent extent = zone.extent();
        queue.push({std::move(zone), extent, number++});
    };
    for (const geo::Geometry& zone : zones) add(zone);
    while (queue.size() < count && !queue.empty()) {
        const Waiting largest = queue.top();
        queue.pop();
        const geo::Geometry half = rectangle(lowerHalf(largest.extent));
        add(geo::intersectionOf(largest.zone, half));
        add(geo::differenceOf(largest.zone, half));
    }
    std::vector<geo::Geometry> finer;
    for (; !queue.empty(); queue.pop()) finer.push_back(queue.top().zone);
    return finer;
}

}  // namespace bench
