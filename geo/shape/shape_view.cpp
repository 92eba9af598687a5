// SPDX-License-Identifier: Apache-2.0
// The headers of WKB, EWKB, SpatiaLite and GeoPackage blobs.
// Source: OGC 06-103r4 §8 (WKB), OGC 12-128r18 §2.1.3 (GeoPackage), "BLOB-Geometry" in the SpatiaLite wiki.
#include "geo/shape/shape_view.hpp"

#include <cmath>

#include "geo/base/error.hpp"

namespace geo {
namespace {

constexpr std::uint32_t collection = 7;

[[noreturn]] void throwMalformed() { throw Error(ErrorKind::BadData, "shape.blob-malformed"); }

[[noreturn]] void throwUnsupported(std::uint32_t number) {
    throw Error(ErrorKind::BadData, "shape.kind-unsupported", {{"kind", static_cast<std::int64_t>(number)}});
}

Extent takeExtent(ByteCursor& cursor, ByteOrder order) {
    Extent extent;
    extent.minX = cursor.takeDouble(order);
    extent.minY = cursor.takeDouble(order);
    extent.maxX = cursor.takeDouble(order);
    extent.maxY = cursor.takeDouble(order);
    return extent;
}

/// GeoPackage writes minx, maxx, miny, maxy.
Extent takeGeoPackageExtent(ByteCursor& cursor, ByteOrder order) {
    Extent extent;
    extent.minX = cursor.takeDouble(order);
    extent.maxX = cursor.takeDouble(order);
    extent.minY = cursor.takeDouble(order);
    extent.maxY = cursor.takeDouble(order);
    return extent;
}

bool isEmptyPoint(Coordinate position) { return std::isnan(position.x) && std::isnan(position.y); }

void addPath(Geometry& geometry, const PathView& path) {
    for (std::size_t i = 0; i < path.size(); ++i) geometry.addCoordinate(path[i]);
    const bool isOpenRing = geometry.isPolygonal() && !(path[0] == path[path.size() - 1]);
    if (isOpenRing) geometry.addCoordinate(path[0]);
    geometry.endPath();
}

}  // namespace

ShapeView::Type ShapeView::typeOfIsoNumber(std::uint32_t number, ByteOrder order) {
    const std::uint32_t dimension = number / 1000;
    const std::uint32_t kind = number % 1000;
    if (dimension > 3 || kind == 0 || kind > collection) throwUnsupported(number);
    constexpr std::uint8_t ordinates[] = {2, 3, 3, 4};
    const auto found = kind == collection ? GeometryKind::Empty : static_cast<GeometryKind>(kind);
    return {found, order, ordinates[dimension], std::nullopt};
}

ShapeView::Type ShapeView::takeWkbType(ByteCursor& cursor) {
    constexpr std::uint32_t ewkbZ = 0x80000000;
    constexpr std::uint32_t ewkbM = 0x40000000;
    constexpr std::uint32_t ewkbSrid = 0x20000000;
    const ByteOrder order = cursor.takeByteOrder();
    const std::uint32_t number = cursor.takeUint32(order);
    Type type = typeOfIsoNumber(number & ~(ewkbZ | ewkbM | ewkbSrid), order);
    const int flagged = 2 + ((number & ewkbZ) != 0 ? 1 : 0) + ((number & ewkbM) != 0 ? 1 : 0);
    if (flagged > 2) type.ordinates = static_cast<std::uint8_t>(flagged);
    if ((number & ewkbSrid) != 0) type.srid = static_cast<int>(cursor.takeUint32(order));
    return type;
}

ShapeView::Type ShapeView::takePartType(ByteCursor& cursor, const Type& whole) const {
    Type part;
    if (m_dialect == Dialect::Wkb) {
        part = takeWkbType(cursor);
    } else {
        constexpr std::uint8_t entityMark = 0x69;
        if (cursor.takeByte() != entityMark) throwMalformed();
        part = typeOfIsoNumber(cursor.takeUint32(whole.order), whole.order);
    }
    if (part.kind != singleKindOf(whole.kind)) throwMalformed();
    return part;
}

void ShapeView::beginBody(const ByteCursor& cursor, const Type& type) {
    m_type = type;
    m_body = cursor.position();
    if (type.kind == GeometryKind::Empty) {
        ByteCursor members = cursor;
        if (members.takeUint32(type.order) != 0) throwUnsupported(collection);
        return;
    }
    forEachPath([](const PathView&, bool) {});
}

ShapeView ShapeView::ofWkb(std::span<const std::byte> blob) {
    ShapeView view(blob, Dialect::Wkb);
    ByteCursor cursor(blob);
    const Type type = takeWkbType(cursor);
    view.m_srid = type.srid;
    view.beginBody(cursor, type);
    return view;
}

ShapeView ShapeView::ofSpatialite(std::span<const std::byte> blob) {
    constexpr std::uint8_t startMark = 0x00;
    constexpr std::uint8_t envelopeEndMark = 0x7C;
    constexpr std::byte endMark{0xFE};
    ByteCursor whole(blob);
    if (whole.takeByte() != startMark) throwMalformed();
    if (blob.back() != endMark)
        throw Error(ErrorKind::BadData, "shape.blob-truncated",
                    {{"bytes", static_cast<std::int64_t>(blob.size())}});
    ShapeView view(blob.first(blob.size() - 1), Dialect::Spatialite);
    ByteCursor cursor(view.m_blob, whole.position());
    const ByteOrder order = cursor.takeByteOrder();
    view.m_srid = static_cast<int>(cursor.takeUint32(order));
    view.m_envelope = takeExtent(cursor, order);
    if (cursor.takeByte() != envelopeEndMark) throwMalformed();
    const Type type = typeOfIsoNumber(cursor.takeUint32(order), order);
    view.beginBody(cursor, type);
    return view;
}

ShapeView ShapeView::ofGeoPackage(std::span<const std::byte> blob) {
    ByteCursor cursor(blob);
    if (cursor.takeByte() != 'G' || cursor.takeByte() != 'P') throwMalformed();
    cursor.takeByte();  // version
    const std::uint8_t flags = cursor.takeByte();
    const ByteOrder order = static_cast<ByteOrder>(flags & 1U);
    constexpr std::size_t envelopeBytes[] = {0, 32, 48, 48, 64};
    const std::size_t envelope = (flags >> 1U) & 7U;
    constexpr std::uint8_t extendedType = 0x20;
    if (envelope > 4 || (flags & extendedType) != 0) throwMalformed();
    ShapeView view(blob, Dialect::Wkb);
    view.m_srid = static_cast<int>(cursor.takeUint32(order));
    if (envelope != 0) {
        view.m_envelope = takeGeoPackageExtent(cursor, order);
        cursor.take(envelopeBytes[envelope] - 32);
    }
    const Type type = takeWkbType(cursor);
    view.beginBody(cursor, type);
    return view;
}

Extent ShapeView::envelope() const {
    if (m_envelope) return *m_envelope;
    Extent extent;
    forEachPath([&](const PathView& path, bool) {
        for (std::size_t i = 0; i < path.size(); ++i) extent.include(path[i]);
    });
    return extent;
}

Geometry ShapeView::toGeometry() const {
    Geometry geometry(m_type.kind);
    std::size_t coordinates = 0;
    std::size_t paths = 0;
    forEachPath([&](const PathView& path, bool) { coordinates += path.size(), ++paths; });
    geometry.reserve(coordinates, paths);
    bool isPartOpen = false;
    forEachPath([&](const PathView& path, bool startsPart) {
        if (startsPart) isPartOpen = false;
        const bool isPoint = singleKindOf(m_type.kind) == GeometryKind::Point;
        if (path.size() == 0 || (isPoint && isEmptyPoint(path[0]))) return;
        if (!isPartOpen) geometry.beginPart();
        isPartOpen = true;
        addPath(geometry, path);
    });
    return geometry;
}

}  // namespace geo
