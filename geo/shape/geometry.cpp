// SPDX-License-Identifier: Apache-2.0
// Geometry: one buffer, path ends, part ends.
#include "geo/shape/geometry.hpp"

#include <algorithm>
#include <cmath>

#include "geo/base/error.hpp"

namespace geo {

Geometry Geometry::point(Coordinate position) {
    Geometry geometry(GeometryKind::Point);
    geometry.beginPart();
    geometry.addPath({&position, 1});
    return geometry;
}

Geometry Geometry::lineString(std::vector<Coordinate> line) {
    Geometry geometry(GeometryKind::LineString);
    geometry.beginPart();
    geometry.addPath(line);
    return geometry;
}

Geometry Geometry::polygon(std::vector<Coordinate> outerRing) {
    if (!outerRing.empty() && outerRing.front() != outerRing.back()) outerRing.push_back(outerRing.front());
    Geometry geometry(GeometryKind::Polygon);
    geometry.beginPart();
    geometry.addPath(outerRing);
    return geometry;
}

Extent Geometry::extent() const {
    Extent extent;
    for (const Coordinate coordinate : m_coordinates) extent.include(coordinate);
    return extent;
}

void Geometry::reserve(std::size_t coordinates, std::size_t paths) {
    m_coordinates.reserve(coordinates);
    m_pathEnds.reserve(paths);
}

void Geometry::beginPart() { m_partEnds.push_back(static_cast<std::uint32_t>(m_pathEnds.size())); }

void Geometry::addPath(Path path) {
    m_coordinates.insert(m_coordinates.end(), path.begin(), path.end());
    endPath();
}

void Geometry::endPath() {
    m_pathEnds.push_back(static_cast<std::uint32_t>(m_coordinates.size()));
    m_partEnds.back() = static_cast<std::uint32_t>(m_pathEnds.size());
}

Geometry asKind(Geometry geometry, GeometryKind kind) {
    if (geometry.m_kind == kind) return geometry;
    const bool isSameFamily = multiKindOf(geometry.m_kind) == multiKindOf(kind);
    const bool fits = kind == multiKindOf(kind) || geometry.partCount() <= 1;
    if (!geometry.isEmpty() && !(isSameFamily && fits)) {
        throw Error(ErrorKind::BadData, "shape.kind-mismatch",
                    {{"found", nameOf(geometry.m_kind)}, {"wanted", nameOf(kind)}});
    }
    geometry.m_kind = kind;
    return geometry;
}

std::string nameOf(GeometryKind kind) {
    switch (kind) {
        case GeometryKind::Empty:
            return "Empty";
        case GeometryKind::Point:
            return "Point";
        case GeometryKind::LineString:
            return "LineString";
        case GeometryKind::Polygon:
            return "Polygon";
        case GeometryKind::MultiPoint:
            return "MultiPoint";
        case GeometryKind::MultiLineString:
            return "MultiLineString";
        case GeometryKind::MultiPolygon:
            return "MultiPolygon";
    }
    return "Empty";
}

GeometryKind multiKindOf(GeometryKind kind) {
    switch (kind) {
        case GeometryKind::Point:
            return GeometryKind::MultiPoint;
        case GeometryKind::LineString:
            return GeometryKind::MultiLineString;
        case GeometryKind::Polygon:
            return GeometryKind::MultiPolygon;
        case GeometryKind::Empty:
        case GeometryKind::MultiPoint:
        case GeometryKind::MultiLineString:
        case GeometryKind::MultiPolygon:
            return kind;
    }
    return kind;
}

GeometryKind singleKindOf(GeometryKind kind) {
    switch (kind) {
        case GeometryKind::MultiPoint:
            return GeometryKind::Point;
        case GeometryKind::MultiLineString:
            return GeometryKind::LineString;
        case GeometryKind::MultiPolygon:
            return GeometryKind::Polygon;
        case GeometryKind::Empty:
        case GeometryKind::Point:
        case GeometryKind::LineString:
        case GeometryKind::Polygon:
            return kind;
    }
    return kind;
}

bool hasFiniteCoordinates(const Geometry& geometry) {
    return std::ranges::all_of(geometry.coordinates(),
                               [](Coordinate c) { return std::isfinite(c.x) && std::isfinite(c.y); });
}

}  // namespace geo
