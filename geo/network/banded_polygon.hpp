// SPDX-License-Identifier: Apache-2.0
// A polygon whose edges lie in upright bands, to measure how much of a line runs inside it.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "geo/base/quantities.hpp"
#include "geo/shape/geometry.hpp"

namespace geo {

/// By the even-odd rule. Immutable once made; any number of threads may read it.
class BandedPolygon {
  public:
    /// A geometry that is no polygon, or holds coordinates that are no numbers, has nothing inside.
    explicit BandedPolygon(const Geometry& polygon);

    /// The length of the parts of a line that lie inside; where a line follows a border shared by two
    /// polygons, each stretch of it lies in exactly one of them.
    /// Units:  metres for coordinates in metres.
    Metres lengthInside(const Geometry& line) const;

    bool contains(Coordinate point) const;

  private:
    /// Its ends from west to east.
    struct Edge {
        Coordinate west;
        Coordinate east;
    };
    void addRing(Path ring);
    void layBands();
    std::size_t bandOf(double x) const;
    std::span<const std::size_t> edgesIn(std::size_t band) const;
    double insideOf(Coordinate from, Coordinate to, std::vector<double>& crossings) const;
    void addCrossings(Coordinate from, Coordinate to, std::vector<double>& crossings) const;

    Extent m_extent;
    std::vector<Edge> m_edges;
    std::size_t m_bandCount = 1;
    std::vector<std::size_t> m_bandBegin;  // of band i: m_banded from [i] to [i + 1]
    std::vector<std::size_t> m_banded;     // places of edges
};

}  // namespace geo
