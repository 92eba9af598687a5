// SPDX-License-Identifier: Apache-2.0
// Which zones hold a place on a sweep through the grid, and numbers for what holds many places.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "geo/topology/zone_grid.hpp"

namespace geo {

/// The zones at a place on a sweep along a line.
class ZoneHolders {
  public:
    /// noFace is no zone.
    void cross(std::uint32_t leaving, std::uint32_t entering);
    const ZoneGrid::Label& label() const { return m_label; }

  private:
    void add(std::uint32_t zone, std::int32_t change);

    ZoneGrid::Label m_label;
};

/// Gives labels numbers, the same to the same; 0 to the empty one.
class LabelNumbers {
  public:
    /// Labels end up in the vector, each at its number.
    explicit LabelNumbers(std::vector<ZoneGrid::Label>& labels) : m_labels(labels) { numberOf({}); }

    std::uint32_t numberOf(const ZoneGrid::Label& label);

  private:
    struct ComesBefore {
        bool operator()(const ZoneGrid::Label& a, const ZoneGrid::Label& b) const;
    };
    std::uint32_t numberInMap(const ZoneGrid::Label& label);

    std::vector<ZoneGrid::Label>& m_labels;
    std::map<ZoneGrid::Label, std::uint32_t, ComesBefore> m_numbers;
    std::vector<std::uint32_t> m_ofSingle;
};

}  // namespace geo
