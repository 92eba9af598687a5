// SPDX-License-Identifier: Apache-2.0
// Uniform over a rectangle: some of them outside every commune.
#include "tests/bench/points.hpp"

#include "geo/crs/transform.hpp"
#include "sample-data/generator/random.hpp"
#include "tests/bench/work.hpp"

namespace bench {

geo::Extent lonLatExtent(const layers::Workspace& workspace) {
    geo::Extent onPlane;
    for (const auto& zone : communesOf(workspace)) onPlane.include(zone.extent());
    const geo::Transform toLonLat(workspace.settings().crs, wgs84());
    geo::Extent extent;
    for (const double x : {onPlane.minX, onPlane.centre().x, onPlane.maxX}) {
        for (const double y : {onPlane.minY, onPlane.centre().y, onPlane.maxY}) {
            extent.include(toLonLat.apply(geo::Coordinate{x, y}));
        }
    }
    return extent;
}

std::vector<geo::Coordinate> randomPoints(std::size_t count, const geo::Extent& extent, std::uint64_t seed) {
    sample::Random random(seed);
    std::vector<geo::Coordinate> points(count);
    for (geo::Coordinate& point : points) {
        point.x = random.between(extent.minX, extent.maxX);
        point.y = random.between(extent.minY, extent.maxY);
    }
    return points;
}

geo::Crs wgs84() { return geo::Crs::fromText("EPSG:4326"); }

std::vector<geo::Coordinate> movedExactly(std::vector<geo::Coordinate> lonLat, const geo::Crs& plane) {
    geo::Transform(wgs84(), plane).apply(std::span(lonLat));
    return lonLat;
}

}  // namespace bench
