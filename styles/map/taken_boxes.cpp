// SPDX-License-Identifier: Apache-2.0
// A grid of cells, each with the boxes that reach into it.
#include "styles/map/taken_boxes.hpp"

#include <cmath>

namespace styles {
namespace {

constexpr double cell_px = 48;
// Nothing far outside any picture needs a cell of its own.
constexpr double farthest_px = 1e5;

std::int64_t cellOf(double place) {
    return static_cast<std::int64_t>(std::floor(std::clamp(place, -farthest_px, farthest_px) / cell_px));
}

}  // namespace

template <class Visit>
bool TakenBoxes::anyCell(const RectPx& box, const Visit& visit) {
    for (std::int64_t row = cellOf(box.top); row <= cellOf(box.bottom); ++row) {
        for (std::int64_t column = cellOf(box.left); column <= cellOf(box.right); ++column) {
            if (visit(row * (std::int64_t{1} << 32) + column)) return true;
        }
    }
    return false;
}

void TakenBoxes::add(const RectPx& box) {
    const auto index = static_cast<std::uint32_t>(m_boxes.size());
    m_boxes.push_back(box);
    anyCell(box, [&](std::int64_t cell) {
        m_cells[cell].push_back(index);
        return false;
    });
}

bool TakenBoxes::overlaps(const RectPx& box) const {
    return anyCell(box, [&](std::int64_t cell) {
        const auto found = m_cells.find(cell);
        if (found == m_cells.end()) return false;
        return std::ranges::any_of(found->second,
                                   [&](std::uint32_t index) { return m_boxes[index].overlaps(box); });
    });
}

}  // namespace styles
