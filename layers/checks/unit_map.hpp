// SPDX-License-Identifier: Apache-2.0
// The units of one day and level as shapes: which lies underfoot, how far is its border.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/quantities.hpp"
#include "geo/shape/coordinate.hpp"
#include "geo/shape/geometry.hpp"
#include "geo/topology/nearest_index.hpp"
#include "geo/topology/zone_index.hpp"

namespace layers {

struct MappedUnit {
    std::string code;
    std::string name;
    geo::Geometry shape;
};

/// Immutable once made; any number of threads may read it. Units it hands out live as long as it does, also
/// when it is moved; they must be its own where they are handed in. Distances are on the plane and in its
/// units.
class UnitMap {
  public:
    /// Errors: BadData `topology.not-computable` (reason) when GEOS cannot repair a shape.
    explicit UnitMap(std::vector<MappedUnit> units);

    const std::vector<MappedUnit>& units() const { return m_units; }

    /// The unit underfoot; nothing off all units or where the position is no number. On a shared border it is
    /// one of both, where units overlap the first.
    const MappedUnit* at(geo::Coordinate position) const;

    /// By code, leading zeros or not ("03388", "3388"), or by name, with or without its prefix, accents kept.
    /// Nothing when no unit or more than one is meant.
    const MappedUnit* find(std::string_view codeOrName) const;

    /// Infinite for a unit without shape or a position that is no number.
    geo::Metres distanceToBorder(const MappedUnit& unit, geo::Coordinate position) const;
    /// As above, but 0 inside.
    geo::Metres distanceTo(const MappedUnit& unit, geo::Coordinate position) const;
    bool contains(const MappedUnit& unit, geo::Coordinate position) const;

    /// The unit whose border is nearest, out of those other than `except`; nothing when none is within
    /// `within`.
    const MappedUnit* nearest(geo::Coordinate position, geo::Metres within,
                              const MappedUnit* except = nullptr) const;

  private:
    /// Which unit a key means; two units under one key: neither.
    using Keys = std::map<std::string, const MappedUnit*>;
    std::size_t numberOf(const MappedUnit& unit) const;
    void addKeys(const MappedUnit& unit);

    std::vector<MappedUnit> m_units;
    geo::ZoneIndex m_zones;
    std::vector<geo::NearestIndex> m_borders;
    geo::NearestIndex m_allBorders;
    Keys m_byCode;
    Keys m_byName;
    Keys m_byBareName;
};

}  // namespace layers
