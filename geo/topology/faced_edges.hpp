// SPDX-License-Identifier: Apache-2.0
// The edges of a mosaic, each once, with the face on either side.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/shape/coordinate.hpp"
#include "geo/shape/geometry.hpp"

namespace geo {

/// On a side where no face lies.
inline constexpr std::uint32_t noFace = 0xFFFFFFFF;

/// A straight edge; left and right as seen from `from` towards `to`. Faces are known by their place.
struct FacedEdge {
    Coordinate from;
    Coordinate to;
    std::uint32_t left;
    std::uint32_t right;
    bool operator==(const FacedEdge&) const = default;
};

/// An edge two faces share bit for bit on opposite sides stands once; every other edge stands with one face
/// and noFace, so that adding up ±1 over all edges to one side of a point always says in how many faces it
/// lies. Edges a face runs along both ways vanish. The order is that of the coordinates, whatever order the
/// faces come in. Faces must be valid (repairPolygon); whatever is no polygon has no edges.
std::vector<FacedEdge> facedEdges(std::span<const Geometry> faces);

}  // namespace geo
