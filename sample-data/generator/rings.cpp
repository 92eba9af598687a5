// SPDX-License-Identifier: Apache-2.0
// Shoelace sums and sign tests.
#include "sample-data/generator/rings.hpp"

#include <cmath>

namespace sample {
namespace {

double cross(geo::Coordinate origin, geo::Coordinate a, geo::Coordinate b) {
    return (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y);
}

}  // namespace

double signedArea_m2(geo::Path ring) {
    double doubled = 0;
    for (std::size_t i = 2; i < ring.size(); ++i) doubled += cross(ring[0], ring[i - 1], ring[i]);
    return doubled / 2;
}

double areaOf_m2(const geo::Geometry& polygons) {
    double area_m2 = 0;
    for (std::size_t part = 0; part < polygons.partCount(); ++part) {
        const auto paths = polygons.partPaths(part);
        for (std::size_t path = paths.begin; path < paths.end; ++path) {
            const double ring_m2 = std::abs(signedArea_m2(polygons.path(path)));
            area_m2 += path == paths.begin ? ring_m2 : -ring_m2;
        }
    }
    return area_m2;
}

geo::Coordinate centroidOf(geo::Path ring) {
    geo::Coordinate sum{};
    double doubled = 0;
    for (std::size_t i = 2; i < ring.size(); ++i) {
        const double weight = cross(ring[0], ring[i - 1], ring[i]);
        sum.x += weight * (ring[i - 1].x + ring[i].x - 2 * ring[0].x);
        sum.y += weight * (ring[i - 1].y + ring[i].y - 2 * ring[0].y);
        doubled += weight;
    }
    return {ring[0].x + sum.x / (3 * doubled), ring[0].y + sum.y / (3 * doubled)};
}

bool ringContains(geo::Path ring, geo::Coordinate position) {
    bool isInside = false;
    for (std::size_t i = 0, last = ring.size() - 1; i < ring.size(); last = i++) {
        const geo::Coordinate a = ring[last];
        const geo::Coordinate b = ring[i];
        if ((a.y > position.y) == (b.y > position.y)) continue;
        if (position.x < (b.x - a.x) * (position.y - a.y) / (b.y - a.y) + a.x) isInside = !isInside;
    }
    return isInside;
}

bool segmentsCross(geo::Coordinate a, geo::Coordinate b, geo::Coordinate c, geo::Coordinate d) {
    return (cross(a, b, c) > 0) != (cross(a, b, d) > 0) && (cross(c, d, a) > 0) != (cross(c, d, b) > 0);
}

}  // namespace sample
