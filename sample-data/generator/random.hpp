// SPDX-License-Identifier: Apache-2.0
// Numbers by chance that are the same on every machine for the same seed.
#pragma once

#include <cstdint>

namespace sample {

/// The finishing step of splitmix64: neighbouring inputs give unrelated outputs.
/// Source: Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195.
constexpr std::uint64_t mixBits(std::uint64_t bits) {
    bits += 0x9e3779b97f4a7c15ULL;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9ULL;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebULL;
    return bits ^ (bits >> 31);
}

constexpr std::uint64_t mixBits(std::uint64_t seed, std::uint64_t first, std::uint64_t second = 0) {
    return mixBits(mixBits(mixBits(seed) ^ first) ^ second);
}

/// In [0, 1).
constexpr double fractionOf(std::uint64_t bits) { return static_cast<double>(bits >> 11) * 0x1.0p-53; }

/// In [-1, 1).
constexpr double signedFractionOf(std::uint64_t bits) { return 2 * fractionOf(bits) - 1; }

/// A sequence of numbers; std distributions are avoided because each library draws them differently.
class Random {
  public:
    explicit constexpr Random(std::uint64_t seed) : m_state(mixBits(seed)) {}

    constexpr std::uint64_t next() { return mixBits(m_state += 0x9e3779b97f4a7c15ULL); }
    constexpr double fraction() { return fractionOf(next()); }
    constexpr double between(double low, double high) { return low + (high - low) * fraction(); }
    /// In [0, limit); limit is not zero.
    constexpr std::uint64_t below(std::uint64_t limit) {
        return static_cast<std::uint64_t>(fraction() * static_cast<double>(limit));
    }

  private:
    std::uint64_t m_state;
};

}  // namespace sample
