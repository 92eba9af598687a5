// SPDX-License-Identifier: Apache-2.0
// The part of a face in a window, found without walking the whole of its border.
#pragma once

#include <vector>

#include "geo/shape/extent.hpp"
#include "geo/shape/geometry.hpp"

namespace geo {

/// Boxes over stretches of a face's border. The face must outlive it; any number of threads may ask it.
class FaceClip {
  public:
    explicit FaceClip(const Geometry& face);

    const Geometry& face() const { return *m_face; }
    const Extent& extent() const { return m_extent; }

    /// What lies within the window, corners in it unchanged. Where a face enters the window several times its
    /// rings may run back along the window's edge: good for overlay and for the even-odd rule, not valid.
    Geometry within(const Extent& window) const;

  private:
    void addStretches(Path path);
    void shorten(std::size_t pathIndex, const Extent& window, std::vector<Coordinate>& ring) const;

    const Geometry* m_face;
    Extent m_extent;
    std::vector<Extent> m_stretches;
    /// Where the stretches of each path begin.
    std::vector<std::size_t> m_firstStretch;
};

}  // namespace geo
