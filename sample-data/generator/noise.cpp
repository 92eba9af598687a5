// SPDX-License-Identifier: Apache-2.0
// Value noise: random heights on a square grid, joined smoothly, octave on octave.
#include "sample-data/generator/noise.hpp"

#include <cmath>

#include "sample-data/generator/random.hpp"

namespace sample {
namespace {

constexpr int warpOctaves = 6;

double heightAt(std::uint64_t seed, double column, double row) {
    const auto x = static_cast<std::uint64_t>(static_cast<std::int64_t>(column));
    const auto y = static_cast<std::uint64_t>(static_cast<std::int64_t>(row));
    return signedFractionOf(mixBits(seed, x, y));
}

double eased(double t) { return t * t * (3 - 2 * t); }

double valueNoise(std::uint64_t seed, double x, double y) {
    const double column = std::floor(x);
    const double row = std::floor(y);
    const double across = eased(x - column);
    const double up = eased(y - row);
    const double low = heightAt(seed, column, row) * (1 - across) + heightAt(seed, column + 1, row) * across;
    const double high =
        heightAt(seed, column, row + 1) * (1 - across) + heightAt(seed, column + 1, row + 1) * across;
    return low * (1 - up) + high * up;
}

}  // namespace

double FractalNoise::at(geo::Coordinate position) const {
    double sum = 0;
    double amplitude = 0.5;
    double frequency = 1 / m_longestWave_m;
    for (int octave = 0; octave < m_octaves; ++octave) {
        const std::uint64_t seed = mixBits(m_seed, static_cast<std::uint64_t>(octave));
        sum += amplitude * valueNoise(seed, position.x * frequency, position.y * frequency);
        amplitude /= 2;
        frequency *= 2;
    }
    return sum;
}

Warp::Warp(std::uint64_t seed, double longestWave_m, double reach_m)
    : m_east(mixBits(seed, 1), longestWave_m, warpOctaves),
      m_north(mixBits(seed, 2), longestWave_m, warpOctaves),
      m_reach_m(reach_m) {}

geo::Coordinate Warp::apply(geo::Coordinate position) const {
    return {position.x + m_reach_m * m_east.at(position), position.y + m_reach_m * m_north.at(position)};
}

}  // namespace sample
