// SPDX-License-Identifier: Apache-2.0
// Prints: every coordinate mixed with its place, then added, so that no step waits for the one before.
#include "geo/shape/shape_print.hpp"

#include <bit>
#include <cstddef>

namespace geo {
namespace {

// Odd, and otherwise without meaning.
constexpr std::uint64_t ofX = 0x9e3779b97f4a7c15ULL;
constexpr std::uint64_t ofY = 0xc2b2ae3d27d4eb4fULL;
constexpr std::uint64_t ofPlace = 0xd6e8feb86659fd93ULL;

std::uint64_t printAt(Coordinate corner, std::uint64_t place) {
    const auto x = std::bit_cast<std::uint64_t>(corner.x) * ofX;
    const auto y = std::rotl(std::bit_cast<std::uint64_t>(corner.y), 32) * ofY;
    return mixedBits((x ^ std::rotl(y, 17)) + place * ofPlace);
}

}  // namespace

std::uint64_t shapePrint(const ShapeView& shape) {
    std::uint64_t print = 0;
    std::uint64_t place = 0;
    shape.forEachPath([&](const PathView& path, bool startsPart) {
        print += mixedBits(++place * ofPlace + (startsPart ? ofX : ofY));
        for (std::size_t i = 0; i < path.size(); ++i) print += printAt(path[i], ++place);
    });
    return print != 0 ? print : 1;
}

}  // namespace geo
