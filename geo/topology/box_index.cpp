// SPDX-License-Identifier: Apache-2.0
// Boxes sorted in strips, then packed.
#include "geo/topology/box_index.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace geo {
namespace {

constexpr std::size_t boxesInABox = 16;

std::vector<Extent> boxesAround(std::span<const Extent> boxes) {
    std::vector<Extent> around((boxes.size() + boxesInABox - 1) / boxesInABox);
    for (std::size_t place = 0; place < boxes.size(); ++place)
        around[place / boxesInABox].include(boxes[place]);
    return around;
}

auto eastward(const Extent& box) { return std::tuple(box.centre().x, box.centre().y, box.minX, box.minY); }
auto northward(const Extent& box) { return std::tuple(box.centre().y, box.centre().x, box.minX, box.minY); }

}  // namespace

std::vector<std::uint32_t> placesByNeighbourhood(std::span<const Extent> boxes) {
    std::vector<std::uint32_t> places;
    for (std::uint32_t place = 0; place < boxes.size(); ++place) {
        if (!boxes[place].isEmpty()) places.push_back(place);
    }
    const auto before = [&](auto key) {
        return [&boxes, key](std::uint32_t a, std::uint32_t b) {
            return std::tuple(key(boxes[a]), a) < std::tuple(key(boxes[b]), b);
        };
    };
    std::ranges::sort(places, before(eastward));
    const double groups = std::ceil(static_cast<double>(places.size()) / boxesInABox);
    const auto strip = boxesInABox * static_cast<std::size_t>(std::max(1.0, std::ceil(std::sqrt(groups))));
    for (std::size_t begin = 0; begin < places.size(); begin += strip) {
        const auto end = std::min(begin + strip, places.size());
        std::sort(places.begin() + static_cast<std::ptrdiff_t>(begin),
                  places.begin() + static_cast<std::ptrdiff_t>(end), before(northward));
    }
    return places;
}

BoxIndex::BoxIndex(std::span<const Extent> boxes) : m_places(placesByNeighbourhood(boxes)) {
    std::vector<Extent> level;
    level.reserve(m_places.size());
    for (const std::uint32_t place : m_places) level.push_back(boxes[place]);
    while (level.size() > 1) {
        m_levels.push_back(std::move(level));
        level = boxesAround(m_levels.back());
    }
    m_levels.push_back(std::move(level));
}

void BoxIndex::collect(std::size_t level, std::size_t place, const Extent& window,
                       std::vector<std::uint32_t>& found) const {
    if (!m_levels[level][place].intersects(window)) return;
    if (level == 0) return found.push_back(m_places[place]);
    const std::size_t end = std::min((place + 1) * boxesInABox, m_levels[level - 1].size());
    for (std::size_t child = place * boxesInABox; child < end; ++child) {
        collect(level - 1, child, window, found);
    }
}

std::vector<std::uint32_t> BoxIndex::meeting(const Extent& window) const {
    std::vector<std::uint32_t> found;
    if (!m_places.empty()) collect(m_levels.size() - 1, 0, window, found);
    std::ranges::sort(found);
    return found;
}

}  // namespace geo
