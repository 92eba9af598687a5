// SPDX-License-Identifier: Apache-2.0
// Groups of neighbours are united, then groups of those, until one is left.
#include "geo/topology/dissolve.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>
#include <vector>

#include "geo/base/error.hpp"
#include "geo/base/parallel.hpp"
#include "geo/measure/area.hpp"
#include "geo/topology/box_index.hpp"
#include "geo/topology/overlay.hpp"
#include "geo/topology/repair.hpp"

namespace geo {
namespace {

constexpr std::size_t facesInAGroup = 64;
/// What sums of areas lose in their last digits.
constexpr double lastDigits = 1e-12;

bool isBefore(const Geometry* a, const Geometry* b) {
    const auto corner = [](const Geometry* shape) {
        const Extent box = shape->extent();
        return std::tuple(box.minX, box.minY, box.maxX, box.maxY);
    };
    if (corner(a) != corner(b)) return corner(a) < corner(b);
    return std::ranges::lexicographical_compare(
        a->coordinates(), b->coordinates(),
        [](Coordinate p, Coordinate q) { return std::tie(p.x, p.y) < std::tie(q.x, q.y); });
}

/// In an order that the shapes alone decide, neighbours near each other.
std::vector<Geometry> inOrder(std::span<const Geometry> faces) {
    std::vector<const Geometry*> sorted;
    for (const Geometry& face : faces) {
        if (face.isPolygonal() && !face.isEmpty()) sorted.push_back(&face);
    }
    std::ranges::sort(sorted, isBefore);
    std::vector<Extent> boxes;
    for (const Geometry* face : sorted) boxes.push_back(face->extent());
    std::vector<Geometry> ordered;
    for (const std::uint32_t place : placesByNeighbourhood(boxes)) ordered.push_back(*sorted[place]);
    return ordered;
}

/// The union without moving a corner; nothing where faces do more than share whole edges.
std::optional<Geometry> exactUnion(std::span<const Geometry> faces) {
    double area = 0;
    for (const Geometry& face : faces) area += planarArea(face).value;
    try {
        Geometry together = coverageUnionOf(faces);
        const double lost = std::abs(planarArea(together).value - area);
        if (lost <= lastDigits * area && isValidPolygon(together)) return together;
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::BadData) throw;
    }
    return std::nullopt;
}

Geometry united(std::span<const Geometry> faces) {
    if (faces.size() == 1) return faces.front();
    auto exact = exactUnion(faces);
    return exact ? std::move(*exact) : gridUnionOf(faces);
}

}  // namespace

Geometry dissolve(std::span<const Geometry> faces, Progress& progress, unsigned threads) {
    std::vector<Geometry> shapes = inOrder(faces);
    while (shapes.size() > 1) {
        SharedStep step(progress, "overlay.dissolving", static_cast<std::int64_t>(shapes.size()));
        std::vector<Geometry> joined(chunkCount(shapes.size(), facesInAGroup));
        const auto join = [&](const Chunk& chunk) {
            joined[chunk.index] = united(std::span(shapes).subspan(chunk.begin, chunk.end - chunk.begin));
            step.add(static_cast<std::int64_t>(chunk.end - chunk.begin));
        };
        parallelFor(shapes.size(), facesInAGroup, join, threads);
        shapes = std::move(joined);
    }
    return shapes.empty() ? Geometry(GeometryKind::MultiPolygon) : std::move(shapes.front());
}

}  // namespace geo
