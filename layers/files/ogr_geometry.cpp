// SPDX-License-Identifier: Apache-2.0
// Point arrays copied whole between OGR and our buffer.
#include "layers/files/ogr_geometry.hpp"

#include <ogr_api.h>

namespace layers {
namespace {

using geo::Coordinate;
using geo::Geometry;
using geo::GeometryKind;

constexpr int stride = sizeof(Coordinate);

std::vector<Coordinate> pointsOf(OGRGeometryH path) {
    const int count = OGR_G_GetPointCount(path);
    std::vector<Coordinate> points(static_cast<std::size_t>(std::max(count, 0)));
    if (count > 0) OGR_G_GetPoints(path, &points[0].x, stride, &points[0].y, stride, nullptr, 0);
    return points;
}

void addRings(OGRGeometryH polygon, Geometry& geometry) {
    const int rings = OGR_G_GetGeometryCount(polygon);
    bool begun = false;
    for (int i = 0; i < rings; ++i) {
        std::vector<Coordinate> ring = pointsOf(OGR_G_GetGeometryRef(polygon, i));
        if (ring.empty()) {
            if (!begun) return;  // holes without an outer ring bound nothing
            continue;
        }
        if (ring.front() != ring.back()) ring.push_back(ring.front());
        if (!begun) geometry.beginPart();
        begun = true;
        geometry.addPath(ring);
    }
}

void addLine(OGRGeometryH line, Geometry& geometry) {
    const std::vector<Coordinate> points = pointsOf(line);
    if (points.empty()) return;
    geometry.beginPart();
    geometry.addPath(points);
}

void addPart(OGRGeometryH part, GeometryKind kind, Geometry& geometry) {
    const bool isPolygon = kind == GeometryKind::Polygon || kind == GeometryKind::MultiPolygon;
    isPolygon ? addRings(part, geometry) : addLine(part, geometry);
}

bool isMultiple(GeometryKind kind) { return kind != GeometryKind::Empty && multipleOf(kind) == kind; }

Geometry fromLinear(OGRGeometryH ogrGeometry) {
    const GeometryKind kind = kindOfOgrType(OGR_G_GetGeometryType(ogrGeometry));
    if (kind == GeometryKind::Empty) return {};
    Geometry geometry(kind);
    if (isMultiple(kind)) {
        const int parts = OGR_G_GetGeometryCount(ogrGeometry);
        for (int i = 0; i < parts; ++i) addPart(OGR_G_GetGeometryRef(ogrGeometry, i), kind, geometry);
    } else {
        addPart(ogrGeometry, kind, geometry);
    }
    return geometry.isEmpty() ? Geometry{} : geometry;
}

OGRGeometryH pathToOgr(geo::Path path, OGRwkbGeometryType type) {
    OGRGeometryH line = OGR_G_CreateGeometry(type);
    OGR_G_SetPoints(line, static_cast<int>(path.size()), &path[0].x, stride, &path[0].y, stride, nullptr, 0);
    return line;
}

OGRGeometryH polygonToOgr(const Geometry& geometry, Geometry::PathRange paths) {
    OGRGeometryH polygon = OGR_G_CreateGeometry(wkbPolygon);
    for (std::size_t i = paths.begin; i < paths.end; ++i) {
        OGR_G_AddGeometryDirectly(polygon, pathToOgr(geometry.path(i), wkbLinearRing));
    }
    return polygon;
}

OGRGeometryH partToOgr(const Geometry& geometry, std::size_t part) {
    if (geometry.isPolygonal()) return polygonToOgr(geometry, geometry.partPaths(part));
    const bool isLine =
        geometry.kind() == GeometryKind::LineString || geometry.kind() == GeometryKind::MultiLineString;
    return pathToOgr(geometry.path(geometry.partPaths(part).begin), isLine ? wkbLineString : wkbPoint);
}

}  // namespace

void OgrGeometryDestroyer::operator()(void* geometry) const {
    OGR_G_DestroyGeometry(static_cast<OGRGeometryH>(geometry));
}

Geometry fromOgrGeometry(void* ogrGeometry) {
    auto* const handle = static_cast<OGRGeometryH>(ogrGeometry);
    if (handle == nullptr) return {};
    if (OGR_G_HasCurveGeometry(handle, FALSE) == 0) return fromLinear(handle);
    const OgrGeometry linear(OGR_G_GetLinearGeometry(handle, 0, nullptr));
    return linear == nullptr ? Geometry{} : fromLinear(static_cast<OGRGeometryH>(linear.get()));
}

OgrGeometry toOgrGeometry(const Geometry& geometry, GeometryKind asKind) {
    if (geometry.isEmpty()) return nullptr;
    const bool asMultiple = geometry.partCount() > 1 || isMultiple(geometry.kind()) || isMultiple(asKind);
    if (!asMultiple) return OgrGeometry(partToOgr(geometry, 0));
    const auto type = static_cast<OGRwkbGeometryType>(ogrTypeOf(multipleOf(geometry.kind())));
    OgrGeometry multiple(OGR_G_CreateGeometry(type));
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        OGR_G_AddGeometryDirectly(static_cast<OGRGeometryH>(multiple.get()), partToOgr(geometry, part));
    }
    return multiple;
}

int ogrTypeOf(GeometryKind kind) {
    // wkbPoint … wkbMultiPolygon are 1 … 6, as our kinds are.
    return kind == GeometryKind::Empty ? static_cast<int>(wkbNone) : static_cast<int>(kind);
}

GeometryKind kindOfOgrType(int ogrType) {
    const auto linear = OGR_GT_GetLinear(OGR_GT_Flatten(static_cast<OGRwkbGeometryType>(ogrType)));
    const auto number = static_cast<int>(linear);
    if (number < 1 || number > 6) return GeometryKind::Empty;
    return static_cast<GeometryKind>(number);
}

int dimensionOf(GeometryKind kind) {
    switch (kind) {
        case GeometryKind::Empty:
            return -1;
        case GeometryKind::Point:
        case GeometryKind::MultiPoint:
            return 0;
        case GeometryKind::LineString:
        case GeometryKind::MultiLineString:
            return 1;
        case GeometryKind::Polygon:
        case GeometryKind::MultiPolygon:
            return 2;
    }
    return -1;
}

GeometryKind kindOfBoth(GeometryKind a, GeometryKind b) {
    if (a == b || dimensionOf(a) > dimensionOf(b)) return a;
    return dimensionOf(a) < dimensionOf(b) ? b : multipleOf(a);
}

GeometryKind multipleOf(GeometryKind kind) {
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
            break;
    }
    return kind;
}

}  // namespace layers
