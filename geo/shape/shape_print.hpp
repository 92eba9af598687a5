// SPDX-License-Identifier: Apache-2.0
// A number that tells shapes apart.
#pragma once

#include <cstdint>

#include "geo/shape/shape_view.hpp"

namespace geo {

/// Of all coordinates in their order and of where paths end: equal shapes have equal prints, and two that
/// differ by as little as a bit share one by chance once in 2⁶⁴ pairs. Never 0.
std::uint64_t shapePrint(const ShapeView& shape);

/// Mixing step of splitmix64 (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195).
constexpr std::uint64_t mixedBits(std::uint64_t bits) {
    bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111ebULL;
    return bits ^ (bits >> 31U);
}

}  // namespace geo
