// SPDX-License-Identifier: Apache-2.0
// A mosaic as arcs: each border once, with the face on its left and on its right.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/shape/coordinate.hpp"
#include "geo/shape/geometry.hpp"
#include "geo/topology/faced_edges.hpp"

namespace geo {

/// A tile of a mosaic: some faces of its own, every arc of their borders, and of their neighbours as much as
/// those arcs name. Where two faces share a border bit for bit it stands once; where they do not, each has
/// its own, with noFace on the other side. So tiles drawn by themselves add up to the whole, overlaps and
/// gaps as they are. An arc between own faces of two tiles is the same in both. Never changed once made.
class Coverage {
  public:
    /// Faces by their place in faceKeys(); noFace where none lies, one face on both sides where it runs along
    /// the arc both ways. Left and right as seen from the arc's first coordinate on.
    struct Arc {
        Path path;
        std::uint32_t left;
        std::uint32_t right;
    };

    std::size_t arcCount() const { return m_arcEnds.size(); }
    Arc arc(std::size_t index) const;

    /// Own faces come first, then neighbours.
    std::span<const std::int64_t> faceKeys() const { return m_keys; }
    std::size_t ownFaceCount() const { return m_faces.size(); }
    /// An own face as it was added, to the last bit.
    Geometry face(std::size_t index) const;

    /// With fewer coordinates on its arcs (PathThinner): borders stay shared, and their ends stay where they
    /// are. Faces begin anywhere; those that lose all their area keep rings of three coordinates and less.
    Coverage thinned(double tolerance) const;

    /// Independent of the machine; the same coverage gives the same bytes.
    std::vector<std::byte> toBytes() const;
    /// Errors: BadData `topology.coverage-damaged` for whatever toBytes() did not write.
    static Coverage fromBytes(std::span<const std::byte> bytes);

    bool operator==(const Coverage&) const = default;

  private:
    friend class CoverageBuilder;

    struct Sides {
        std::uint32_t left;
        std::uint32_t right;
        bool operator==(const Sides&) const = default;
    };
    /// A ring runs along arcs, twice their place, plus one when against their direction; its first coordinate
    /// stands `rotation` coordinates after the beginning of the first arc.
    struct Ring {
        std::uint32_t stepsEnd;
        std::uint32_t rotation;
        bool operator==(const Ring&) const = default;
    };
    /// A coordinate that stands several times in a row in its ring, by its place among those that differ.
    struct Repeat {
        std::uint32_t ring;
        std::uint32_t place;
        std::uint32_t times;
        bool operator==(const Repeat&) const = default;
    };
    struct Face {
        GeometryKind kind;
        std::uint32_t partsEnd;
        bool operator==(const Face&) const = default;
    };

    std::vector<Coordinate> ringCoordinates(std::size_t ring) const;
    void checkLinks() const;

    std::vector<std::int64_t> m_keys;
    std::vector<Coordinate> m_coordinates;
    std::vector<std::uint32_t> m_arcEnds;
    std::vector<Sides> m_sides;
    std::vector<std::uint32_t> m_steps;
    std::vector<Ring> m_rings;
    std::vector<std::uint32_t> m_partEnds;
    std::vector<Face> m_faces;
    std::vector<Repeat> m_repeats;
};

}  // namespace geo
