// SPDX-License-Identifier: Apache-2.0
// Paths with fewer coordinates that still look the same.
#pragma once

#include <cstddef>
#include <vector>

#include "geo/shape/geometry.hpp"

namespace geo {

/// Leaves out coordinates that a straight line passes nearer than a tolerance, in the units of the paths; both
/// ends stay (Douglas and Peucker, Cartographica 10(2), 1973). Of a closed path the coordinate farthest from
/// its beginning stays, too. One path after another in the memory it has.
class PathThinner {
  public:
    explicit PathThinner(double tolerance) : m_squaredTolerance(tolerance * tolerance) {}

    /// Of a path of one coordinate at least.
    void append(Path path, std::vector<Coordinate>& thinned);

  private:
    struct Span {
        std::size_t first;
        std::size_t last;
    };

    void splitAtFarthest(Path path, double leastSquared);

    double m_squaredTolerance;
    std::vector<bool> m_isKept;
    std::vector<Span> m_open;
};

}  // namespace geo
