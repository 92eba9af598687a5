// SPDX-License-Identifier: Apache-2.0
// Smooth irregularity over the plane, at every scale at once, as terrain has it.
#pragma once

#include <cstdint>

#include "geo/shape/coordinate.hpp"

namespace sample {

/// Fractal value noise from additions and multiplications alone, so that every machine agrees on the bits.
class FractalNoise {
  public:
    FractalNoise(std::uint64_t seed, double longestWave_m, int octaves)
        : m_seed(seed), m_longestWave_m(longestWave_m), m_octaves(octaves) {}

    /// About [-1, 1], most often near zero.
    double at(geo::Coordinate position) const;

  private:
    std::uint64_t m_seed;
    double m_longestWave_m;
    int m_octaves;
};

/// Moves positions a little, so that straight borders drawn over the moved plane wander over the true one.
class Warp {
  public:
    Warp(std::uint64_t seed, double longestWave_m, double reach_m);

    geo::Coordinate apply(geo::Coordinate position) const;

  private:
    FractalNoise m_east;
    FractalNoise m_north;
    double m_reach_m;
};

}  // namespace sample
