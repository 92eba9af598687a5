// SPDX-License-Identifier: Apache-2.0
// Communes one can reckon with: squares side by side, and positions in and around them.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "layers/checks/unit_map.hpp"

namespace samples {

/// A square by its south-west corner and its side, in metres.
inline geo::Geometry square(geo::Coordinate corner, double side) {
    return geo::Geometry::polygon({corner,
                                   {corner.x + side, corner.y},
                                   {corner.x + side, corner.y + side},
                                   {corner.x, corner.y + side}});
}

/// Two squares of a kilometre that share the border x = 541 000: Đoàn Kết in the west, Tân Phong in the east.
inline layers::UnitMap twoCommunes() {
    return layers::UnitMap({{"03388", "Phường Đoàn Kết", square({540'000, 2'470'000}, 1000)},
                            {"03408", "Phường Tân Phong", square({541'000, 2'470'000}, 1000)}});
}

class RandomPositions {
  public:
    explicit RandomPositions(std::uint32_t seed) : m_random(seed) {}
    double between(double low, double high) {
        return low +
               (high - low) * static_cast<double>(m_random()) / static_cast<double>(std::mt19937::max());
    }
    geo::Coordinate within(const geo::Extent& extent) {
        const double x = between(extent.minX, extent.maxX);
        return {x, between(extent.minY, extent.maxY)};
    }

  private:
    std::mt19937 m_random;
};

}  // namespace samples
