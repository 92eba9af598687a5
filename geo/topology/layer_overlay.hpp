// SPDX-License-Identifier: Apache-2.0
// Two layers of polygons cut by one another, face by face.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/base/quantities.hpp"
#include "geo/shape/geometry.hpp"
#include "geo/topology/box_index.hpp"
#include "geo/topology/face_clip.hpp"

namespace geo {

/// The length of all rings on the plane. Units: metres for coordinates in metres.
Metres borderLength(const Geometry& polygons);
/// 2 · area / border: the breadth of a long strip; 0 for whatever has no border.
Metres meanWidth(const Geometry& polygons);

/// What a face shares with one of the other layer.
struct FacePiece {
    /// By its place in the other layer.
    std::uint32_t other = 0;
    Geometry shape;
    double area_m2 = 0;
};

/// A face cut up: area + overlapped + gained by rounding = Σ pieces + rest, rounding of either sign.
struct FaceCut {
    /// By `other`, ascending. A face or an other that lies whole in the piece is unchanged to the last bit.
    std::vector<FacePiece> pieces;
    /// What lies in no face of the other layer; empty when nothing does.
    Geometry rest;
    double area_m2 = 0;
    double rest_m2 = 0;
    /// Counted more than once because faces of the other layer overlap.
    double overlapped_m2 = 0;
    /// At most a millimetre along all borders that were built.
    double rounding_m2 = 0;
};

struct CutOptions {
    /// 0: as many as the machine has.
    unsigned threads = 0;
    /// How many faces one thread takes at a time. Neither changes the result.
    std::size_t facesInATile = 64;
};

/// One layer made ready to cut others. Pieces are built on the piece grid (overlay.hpp), and only where
/// borders meet. Never changed once made; any number of threads may ask it.
class LayerOverlay {
  public:
    /// The faces must outlive it and be valid (repairPolygon); they may overlap and leave gaps.
    explicit LayerOverlay(std::span<const Geometry> faces);

    /// Each of the faces by itself: what one answers does not depend on its neighbours.
    /// Errors: BadData `topology.not-computable` (reason); Stopped.
    std::vector<FaceCut> cut(std::span<const Geometry> faces, const Progress& progress,
                             const CutOptions& options = {}) const;

    /// What of each face lies in none of this layer, without building what they share.
    /// Errors: as above.
    std::vector<Geometry> rests(std::span<const Geometry> faces, const Progress& progress,
                                const CutOptions& options = {}) const;

  private:
    FaceCut cutOne(const Geometry& face) const;
    Geometry restOf(const FaceClip& face, std::vector<std::uint32_t> others) const;

    std::vector<FaceClip> m_faces;
    BoxIndex m_index;
};

}  // namespace geo
