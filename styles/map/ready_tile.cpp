// SPDX-License-Identifier: Apache-2.0
// The box of every arc.
#include "styles/map/ready_tile.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace styles {
namespace {

constexpr auto farthest = std::numeric_limits<std::int32_t>::max();
constexpr ReadyTile::Box emptyBox{{farthest, farthest}, {-farthest, -farthest}};

ReadyTile::Box boxAround(std::span<const geo::GridPoint> path) {
    ReadyTile::Box box = emptyBox;
    for (const geo::GridPoint& point : path) {
        box.low = {std::min(box.low.x, point.x), std::min(box.low.y, point.y)};
        box.high = {std::max(box.high.x, point.x), std::max(box.high.y, point.y)};
    }
    return box;
}

}  // namespace

ReadyTile::ReadyTile(geo::ArcTile tile) : m_tile(std::move(tile)), m_box(boxAround(m_tile.points)) {
    m_boxes.reserve(m_tile.arcs.size());
    for (std::size_t i = 0; i < m_tile.arcs.size(); ++i) m_boxes.push_back(boxAround(m_tile.path(i)));
}

}  // namespace styles
