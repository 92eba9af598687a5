// SPDX-License-Identifier: Apache-2.0
// A rectangle along the axes.
#pragma once

#include <algorithm>
#include <limits>

#include "geo/shape/coordinate.hpp"

namespace geo {

/// Starts empty (min above max) and grows by include().
struct Extent {
    double minX = std::numeric_limits<double>::infinity();
    double minY = std::numeric_limits<double>::infinity();
    double maxX = -std::numeric_limits<double>::infinity();
    double maxY = -std::numeric_limits<double>::infinity();

    constexpr bool isEmpty() const { return !(minX <= maxX && minY <= maxY); }
    constexpr double width() const { return maxX - minX; }
    constexpr double height() const { return maxY - minY; }
    constexpr Coordinate centre() const { return {(minX + maxX) / 2, (minY + maxY) / 2}; }

    constexpr void include(Coordinate point) {
        minX = std::min(minX, point.x);
        minY = std::min(minY, point.y);
        maxX = std::max(maxX, point.x);
        maxY = std::max(maxY, point.y);
    }
    constexpr void include(const Extent& other) {
        minX = std::min(minX, other.minX);
        minY = std::min(minY, other.minY);
        maxX = std::max(maxX, other.maxX);
        maxY = std::max(maxY, other.maxY);
    }
    constexpr bool contains(Coordinate point) const {
        return point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY;
    }
    constexpr bool contains(const Extent& other) const {
        return other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY;
    }
    constexpr bool intersects(const Extent& other) const {
        return minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY;
    }
    bool operator==(const Extent&) const = default;
};

}  // namespace geo
