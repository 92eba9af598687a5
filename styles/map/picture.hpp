// SPDX-License-Identifier: Apache-2.0
// Places in a picture: pixels from its upper left corner, x to the right, y down.
#pragma once

#include <algorithm>
#include <vector>

namespace styles {

struct SizePx {
    int width = 0;
    int height = 0;
    bool operator==(const SizePx&) const = default;
};

struct PointPx {
    double x = 0;
    double y = 0;
    bool operator==(const PointPx&) const = default;
};

constexpr PointPx operator+(PointPx a, PointPx b) { return {a.x + b.x, a.y + b.y}; }
constexpr PointPx operator-(PointPx a, PointPx b) { return {a.x - b.x, a.y - b.y}; }

using PathPx = std::vector<PointPx>;
/// Rings are closed: the first point stands again at the end.
using PathsPx = std::vector<PathPx>;

struct RectPx {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    bool operator==(const RectPx&) const = default;

    constexpr double width() const { return right - left; }
    constexpr double height() const { return bottom - top; }
    constexpr PointPx centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
    constexpr bool contains(PointPx point) const {
        return point.x >= left && point.x <= right && point.y >= top && point.y <= bottom;
    }
    constexpr bool contains(const RectPx& other) const {
        return other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom;
    }
    constexpr bool overlaps(const RectPx& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
    constexpr RectPx movedBy(PointPx by) const {
        return {left + by.x, top + by.y, right + by.x, bottom + by.y};
    }
    constexpr RectPx grownBy(double by) const { return {left - by, top - by, right + by, bottom + by}; }
    constexpr RectPx unitedWith(const RectPx& other) const {
        return {std::min(left, other.left), std::min(top, other.top), std::max(right, other.right),
                std::max(bottom, other.bottom)};
    }
    PathPx ring() const { return {{left, top}, {right, top}, {right, bottom}, {left, bottom}, {left, top}}; }
};

}  // namespace styles
