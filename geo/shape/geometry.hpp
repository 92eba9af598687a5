// SPDX-License-Identifier: Apache-2.0
// A shape as a plain value: parts of paths over one contiguous coordinate buffer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
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
    bool isPolygonal() const { return m_kind == GeometryKind::Polygon || m_kind == GeometryKind::MultiPolygon; }

    std::span<const Coordinate> coordinates() const { return m_coordinates; }
    std::size_t pathCount() const { return m_pathEnds.size(); }
    Path path(std::size_t index) const;

    std::size_t partCount() const { return m_partEnds.size(); }
    /// The half-open range of path indices that make up a part; the first is the outer ring.
    struct PathRange {
        std::size_t begin;
        std::size_t end;
    };
    PathRange partPaths(std::size_t part) const;

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

  private:
    GeometryKind m_kind = GeometryKind::Empty;
    std::vector<Coordinate> m_coordinates;
    std::vector<std::uint32_t> m_pathEnds;
    std::vector<std::uint32_t> m_partEnds;
};

}  // namespace geo
