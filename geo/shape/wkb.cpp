// SPDX-License-Identifier: Apache-2.0
// Writing blobs; the layouts are those ShapeView reads.
#include "geo/shape/wkb.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>

#include "geo/base/error.hpp"
#include "geo/shape/byte_cursor.hpp"

namespace geo {
namespace {

enum class PartMark { Wkb, Spatialite };

template <class Number>
void append(std::vector<std::byte>& bytes, Number number) {
    auto raw = std::bit_cast<std::array<std::byte, sizeof(Number)>>(number);
    if (isForeign(ByteOrder::Little)) std::reverse(raw.begin(), raw.end());
    bytes.insert(bytes.end(), raw.begin(), raw.end());
}

void appendByte(std::vector<std::byte>& bytes, std::uint8_t value) { bytes.push_back(std::byte{value}); }

void appendCount(std::vector<std::byte>& bytes, std::size_t count) {
    append(bytes, static_cast<std::uint32_t>(count));
}

void appendPath(std::vector<std::byte>& bytes, Path path) {
    if constexpr (std::endian::native == std::endian::little && sizeof(Coordinate) == 16) {
        const auto raw = std::as_bytes(path);
        bytes.insert(bytes.end(), raw.begin(), raw.end());
    } else {
        for (const Coordinate position : path) append(bytes, position.x), append(bytes, position.y);
    }
}

void appendPart(std::vector<std::byte>& bytes, const Geometry& geometry, std::size_t part) {
    const auto [begin, end] = geometry.partPaths(part);
    const GeometryKind kind = singleKindOf(geometry.kind());
    if (kind == GeometryKind::Polygon) appendCount(bytes, end - begin);
    for (std::size_t index = begin; index < end; ++index) {
        if (kind != GeometryKind::Point) appendCount(bytes, geometry.path(index).size());
        appendPath(bytes, geometry.path(index));
    }
}

void appendEmptySingle(std::vector<std::byte>& bytes, GeometryKind kind) {
    if (kind != GeometryKind::Point) return appendCount(bytes, 0);
    const double nothing = std::numeric_limits<double>::quiet_NaN();  // POINT EMPTY, OGC 12-128r18
    append(bytes, nothing);
    append(bytes, nothing);
}

std::uint32_t numberOf(GeometryKind kind) {
    constexpr std::uint32_t collection = 7;
    return kind == GeometryKind::Empty ? collection : static_cast<std::uint32_t>(kind);
}

void appendPartMark(std::vector<std::byte>& bytes, PartMark mark, GeometryKind kind) {
    appendByte(bytes, mark == PartMark::Wkb ? 0x01 : 0x69);
    append(bytes, numberOf(kind));
}

/// All that follows the geometry's own type number.
void appendBody(std::vector<std::byte>& bytes, const Geometry& geometry, PartMark mark) {
    const GeometryKind kind = geometry.kind();
    const bool isSingle = kind != GeometryKind::Empty && kind == singleKindOf(kind);
    if (isSingle && geometry.partCount() > 1) {
        throw Error(ErrorKind::BadData, "shape.kind-mismatch",
                    {{"found", nameOf(multiKindOf(kind))}, {"wanted", nameOf(kind)}});
    }
    if (isSingle) {
        return geometry.partCount() == 0 ? appendEmptySingle(bytes, kind) : appendPart(bytes, geometry, 0);
    }
    appendCount(bytes, geometry.partCount());
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        appendPartMark(bytes, mark, singleKindOf(kind));
        appendPart(bytes, geometry, part);
    }
}

void reserveFor(std::vector<std::byte>& bytes, const Geometry& geometry) {
    const std::size_t needed =
        bytes.size() + geometry.coordinates().size_bytes() + 9 * geometry.pathCount() + 80;
    if (needed > bytes.capacity()) bytes.reserve(std::max(needed, 2 * bytes.capacity()));
}

}  // namespace

void appendWkb(std::vector<std::byte>& bytes, const Geometry& geometry) {
    reserveFor(bytes, geometry);
    appendPartMark(bytes, PartMark::Wkb, geometry.kind());
    appendBody(bytes, geometry, PartMark::Wkb);
}

void appendSpatialite(std::vector<std::byte>& bytes, const Geometry& geometry, int srid) {
    reserveFor(bytes, geometry);
    const Extent extent = geometry.isEmpty() ? Extent{0, 0, 0, 0} : geometry.extent();
    appendByte(bytes, 0x00);
    appendByte(bytes, 0x01);
    append(bytes, static_cast<std::int32_t>(srid));
    for (const double side : {extent.minX, extent.minY, extent.maxX, extent.maxY}) append(bytes, side);
    appendByte(bytes, 0x7C);
    append(bytes, numberOf(geometry.kind()));
    appendBody(bytes, geometry, PartMark::Spatialite);
    appendByte(bytes, 0xFE);
}

void appendGeoPackage(std::vector<std::byte>& bytes, const Geometry& geometry, int srid) {
    reserveFor(bytes, geometry);
    constexpr std::uint8_t littleEndian = 0x01;
    constexpr std::uint8_t withEnvelope = 0x02;
    constexpr std::uint8_t emptyGeometry = 0x10;
    appendByte(bytes, 'G');
    appendByte(bytes, 'P');
    appendByte(bytes, 0);
    appendByte(bytes, littleEndian | (geometry.isEmpty() ? emptyGeometry : withEnvelope));
    append(bytes, static_cast<std::int32_t>(srid));
    if (!geometry.isEmpty()) {
        const Extent extent = geometry.extent();
        for (const double side : {extent.minX, extent.maxX, extent.minY, extent.maxY}) append(bytes, side);
    }
    appendWkb(bytes, geometry);
}

std::vector<std::byte> toWkb(const Geometry& geometry) {
    std::vector<std::byte> bytes;
    appendWkb(bytes, geometry);
    return bytes;
}

std::vector<std::byte> toSpatialite(const Geometry& geometry, int srid) {
    std::vector<std::byte> bytes;
    appendSpatialite(bytes, geometry, srid);
    return bytes;
}

std::vector<std::byte> toGeoPackage(const Geometry& geometry, int srid) {
    std::vector<std::byte> bytes;
    appendGeoPackage(bytes, geometry, srid);
    return bytes;
}

}  // namespace geo
