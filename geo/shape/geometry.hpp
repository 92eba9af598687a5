// SPDX-License-Identifier: Apache-2.0
// A shape as a plain value: parts of paths over one contiguous coordinate buffer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "geo/shape/coordinate.hpp"
#include "geo/shape/extent.hpp"

namespace geo {

/// The numbers are those of WKB.
enum class GeometryKind : std::uint8_t {
    Empty = 0,
    Point = 1,
    LineString = 2,
    Polygon = 3,
    MultiPoint = 4,
    MultiLineString = 5,
    MultiPolygon = 6
};

using Path = std::span<const Coordinate>;

/// Points, lines or polygons in two dimensions, without a CRS of its own.
/// A path is a point, a line or a closed ring (first coordinate repeated last); a part is one line or one
/// polygon: its outer ring, then its holes. Ring direction carries no meaning.
class Geometry {
  public:
    Geometry() = default;
    static Geometry point(Coordinate position);
    static Geometry lineString(std::vector<Coordinate> line);
    /// A polygon from one outer ring, closed here when it is open.
    static Geometry polygon(std::vector<Coordinate> outerRing);

    GeometryKind kind() const { return m_kind; }
    bool isEmpty() const { return m_coordinates.empty(); }
    bool isPolygonal() const {
        return m_kind == GeometryKind::Polygon || m_kind == GeometryKind::MultiPolygon;
    }

    std::span<const Coordinate> coordinates() const { return m_coordinates; }
    std::size_t pathCount() const { return m_pathEnds.size(); }
    Path path(std::size_t index) const {
        const std::size_t begin = index == 0 ? 0 : m_pathEnds[index - 1];
        return Path(m_coordinates).subspan(begin, m_pathEnds[index] - begin);
    }

    std::size_t partCount() const { return m_partEnds.size(); }
    /// The half-open range of path indices that make up a part; the first is the outer ring.
    struct PathRange {
        std::size_t begin;
        std::size_t end;
    };
    PathRange partPaths(std::size_t part) const {
        return {part == 0 ? 0 : m_partEnds[part - 1], m_partEnds[part]};
    }

    Extent extent() const;

    /// For transforms: moves coordinates, never their number.
    std::span<Coordinate> mutableCoordinates() { return m_coordinates; }

    /// Building, part by part: beginPart(), then addPath() for each ring or line of it.
    explicit Geometry(GeometryKind kind) : m_kind(kind) {}
    void reserve(std::size_t coordinates, std::size_t paths);
    void beginPart();
    void addPath(Path path);
    void addCoordinate(Coordinate coordinate) { m_coordinates.push_back(coordinate); }
    /// Ends the path begun by addCoordinate().
    void endPath();

    bool operator==(const Geometry&) const = default;

    /// The same shape as a kind that can hold it: a single becomes a multi of one part, a multi of at most
    /// one part becomes a single. Errors: BadData `shape.kind-mismatch` with `found` and `wanted` when the
    /// kind cannot hold the shape.
    friend Geometry asKind(Geometry geometry, GeometryKind kind);

  private:
    GeometryKind m_kind = GeometryKind::Empty;
    std::vector<Coordinate> m_coordinates;
    std::vector<std::uint32_t> m_pathEnds;
    std::vector<std::uint32_t> m_partEnds;
};

Geometry asKind(Geometry geometry, GeometryKind kind);

/// `MultiPolygon`: the name the standard gives a kind.
std::string nameOf(GeometryKind kind);

/// Point → MultiPoint and so on; what is multi already stays.
GeometryKind multiKindOf(GeometryKind kind);
/// MultiPoint → Point and so on; what is single already stays.
GeometryKind singleKindOf(GeometryKind kind);

/// Whether every coordinate is a number on the plane: neither NaN nor infinite.
bool hasFiniteCoordinates(const Geometry& geometry);

}  // namespace geo
