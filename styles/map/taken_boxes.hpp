// SPDX-License-Identifier: Apache-2.0
// What of a picture is taken already, found by place.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "styles/map/picture.hpp"

namespace styles {

class TakenBoxes {
  public:
    void add(const RectPx& box);
    bool overlaps(const RectPx& box) const;

  private:
    template <class Visit>
    static bool anyCell(const RectPx& box, const Visit& visit);

    std::vector<RectPx> m_boxes;
    std::unordered_map<std::int64_t, std::vector<std::uint32_t>> m_cells;
};

}  // namespace styles
