// SPDX-License-Identifier: Apache-2.0
// A table of slots, at most half full, searched from where the bits point.
#include "geo/topology/vertex_numbers.hpp"

#include <bit>
#include <cstddef>

namespace geo {
namespace {

bool hasSameBits(Coordinate a, Coordinate b) {
    return std::bit_cast<std::uint64_t>(a.x) == std::bit_cast<std::uint64_t>(b.x) &&
           std::bit_cast<std::uint64_t>(a.y) == std::bit_cast<std::uint64_t>(b.y);
}

/// Multiplied by odd numbers without pattern, high bits brought down: neighbours on a grid spread evenly.
std::uint64_t spread(Coordinate position) {
    const std::uint64_t x = std::bit_cast<std::uint64_t>(position.x) * 0x9E3779B97F4A7C15U;
    const std::uint64_t y = std::bit_cast<std::uint64_t>(position.y) * 0xD6E8FEB86659FD93U;
    const std::uint64_t mixed = (x ^ std::rotl(y, 29)) * 0xA0761D6478BD642FU;
    return mixed ^ (mixed >> 32);
}

}  // namespace

std::size_t VertexNumbers::slotOf(Coordinate position) const {
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = static_cast<std::size_t>(spread(position)) & mask;
    while (m_slots[slot] != unknown && !hasSameBits(m_positions[m_slots[slot]], position))
        slot = (slot + 1) & mask;
    return slot;
}

void VertexNumbers::grow() {
    m_slots.assign(m_slots.size() * 2, unknown);
    for (std::uint32_t number = 0; number < m_positions.size(); ++number)
        m_slots[slotOf(m_positions[number])] = number;
}

std::uint32_t VertexNumbers::numberOf(Coordinate position) {
    const std::size_t slot = slotOf(position);
    if (m_slots[slot] != unknown) return m_slots[slot];
    const auto number = static_cast<std::uint32_t>(m_positions.size());
    m_slots[slot] = number;
    m_positions.push_back(position);
    if (m_positions.size() * 2 > m_slots.size()) grow();
    return number;
}

std::uint32_t VertexNumbers::find(Coordinate position) const { return m_slots[slotOf(position)]; }

}  // namespace geo
