// SPDX-License-Identifier: Apache-2.0
// A non-owning view of the paths in a geometry blob, read where it lies.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "geo/shape/byte_cursor.hpp"
#include "geo/shape/coordinate.hpp"
#include "geo/shape/extent.hpp"
#include "geo/shape/geometry.hpp"

namespace geo {

/// Coordinates inside a blob: misaligned, of either byte order, with Z and M skipped.
class PathView {
  public:
    PathView(const std::byte* bytes, std::size_t count, std::size_t stride_bytes, ByteOrder order)
        : m_bytes(bytes), m_count(count), m_stride(stride_bytes), m_order(order) {}

    std::size_t size() const { return m_count; }
    /// Pairs of numbers of this machine, one after another: their bytes, else nothing.
    const std::byte* plainBytes() const {
        return m_stride == sizeof(Coordinate) && !isForeign(m_order) ? m_bytes : nullptr;
    }
    Coordinate operator[](std::size_t index) const {
        const std::byte* const at = m_bytes + index * m_stride;
        return {numberAt<double>(at, m_order), numberAt<double>(at + sizeof(double), m_order)};
    }

  private:
    const std::byte* m_bytes;
    std::size_t m_count;
    std::size_t m_stride;
    ByteOrder m_order;
};

/// A view over WKB (either byte order, ISO or EWKB, with Z or M), a SpatiaLite blob or a GeoPackage blob.
/// The bytes must outlive it. The whole structure is checked on making, so that walking it cannot fail.
class ShapeView {
  public:
    /// Errors: BadData `shape.blob-truncated` (bytes), `shape.blob-malformed`, `shape.kind-unsupported`
    /// (kind: the WKB number) for curves, surfaces, collections that are not empty, and compressed SpatiaLite
    /// geometries.
    static ShapeView ofWkb(std::span<const std::byte> blob);
    static ShapeView ofSpatialite(std::span<const std::byte> blob);
    static ShapeView ofGeoPackage(std::span<const std::byte> blob);

    GeometryKind kind() const { return m_type.kind; }
    /// From the blob's header where it has one, else from its coordinates.
    Extent envelope() const;
    /// The SRID a blob carries: SpatiaLite, GeoPackage and EWKB do.
    std::optional<int> srid() const { return m_srid; }

    /// Calls visit(PathView path, bool startsPart) for each path; the first of a polygon is its outer ring.
    template <class Visit>
    void forEachPath(Visit&& visit) const {
        ByteCursor cursor(m_blob, m_body);
        walk(cursor, m_type, visit);
    }

    /// Rings are closed and empty paths left out on the way.
    Geometry toGeometry() const;

  private:
    enum class Dialect : std::uint8_t { Wkb, Spatialite };

    /// What stands before the coordinates of a geometry or of one of its parts.
    struct Type {
        GeometryKind kind = GeometryKind::Empty;
        ByteOrder order = ByteOrder::Little;
        std::uint8_t ordinates = 2;
        std::optional<int> srid;
        std::size_t stride_bytes() const { return ordinates * sizeof(double); }
    };

    ShapeView(std::span<const std::byte> blob, Dialect dialect) : m_blob(blob), m_dialect(dialect) {}

    static Type takeWkbType(ByteCursor& cursor);
    static Type typeOfIsoNumber(std::uint32_t number, ByteOrder order);
    Type takePartType(ByteCursor& cursor, const Type& whole) const;
    void beginBody(const ByteCursor& cursor, const Type& type);

    static PathView takePath(ByteCursor& cursor, const Type& type, std::size_t count) {
        // Divided, not multiplied: a made-up count must not overflow.
        const std::size_t room = cursor.remaining() / type.stride_bytes();
        const std::size_t bytes = count > room ? cursor.remaining() + 1 : count * type.stride_bytes();
        return {cursor.take(bytes), count, type.stride_bytes(), type.order};
    }

    template <class Visit>
    static void walkPart(ByteCursor& cursor, const Type& type, Visit&& visit) {
        if (type.kind != GeometryKind::Polygon) {
            const bool isPoint = type.kind == GeometryKind::Point;
            visit(takePath(cursor, type, isPoint ? 1 : cursor.takeUint32(type.order)), true);
            return;
        }
        const std::uint32_t rings = cursor.takeUint32(type.order);
        for (std::uint32_t ring = 0; ring < rings; ++ring) {
            visit(takePath(cursor, type, cursor.takeUint32(type.order)), ring == 0);
        }
    }

    template <class Visit>
    void walk(ByteCursor& cursor, const Type& type, Visit&& visit) const {
        if (type.kind == GeometryKind::Empty) return;
        if (type.kind == singleKindOf(type.kind)) return walkPart(cursor, type, visit);
        const std::uint32_t parts = cursor.takeUint32(type.order);
        for (std::uint32_t part = 0; part < parts; ++part)
            walkPart(cursor, takePartType(cursor, type), visit);
    }

    std::span<const std::byte> m_blob;
    Dialect m_dialect;
    std::size_t m_body = 0;
    Type m_type;
    std::optional<Extent> m_envelope;
    std::optional<int> m_srid;
};

}  // namespace geo
