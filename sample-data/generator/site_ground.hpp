// SPDX-License-Identifier: Apache-2.0
// Where places can stand so that nobody doubts in which commune they are.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "geo/crs/transform.hpp"
#include "sample-data/generator/random.hpp"
#include "sample-data/generator/waters.hpp"

namespace sample {

/// A place beside a border and one across it.
struct BorderPair {
    geo::Coordinate here;
    geo::Coordinate across;
    std::size_t commune = 0;
};

class SiteGround {
  public:
    SiteGround(const PackFacts& facts, const Territory& territory);

    /// The present commune under a position; nothing outside the province.
    std::optional<std::size_t> communeAt(geo::Coordinate position) const;
    /// The former district under a position in the province.
    std::size_t districtAt(geo::Coordinate position) const;
    /// How far from a position inside a commune the next other commune or the province's end is, up to 1.5
    /// km.
    double toBorder_m(geo::Coordinate position) const;
    double toCommune_m(geo::Coordinate position, std::size_t commune) const;

    /// A chance position in a commune, more than 600 m from any border of either epoch and from all taken
    /// ones.
    geo::Coordinate placeIn(std::size_t commune, const std::vector<geo::Coordinate>& taken,
                            Random& random) const;
    /// More than 600 m from any border of either epoch.
    bool isClear(CellIndex cell) const;
    /// A place 100 to 200 m inside a commune and one 200 to 300 m across its border, within 450 m of each
    /// other.
    BorderPair acrossBorder(const std::vector<geo::Coordinate>& taken, Random& random) const;

    std::vector<geo::Geometry> communeShapes() const { return m_territory.newCommunes(); }

    geo::Coordinate toLonLat(geo::Coordinate position) const { return m_toLonLat.apply(position); }
    geo::Coordinate toPlane(geo::Coordinate lonLat) const { return m_toPlane.apply(lonLat); }

  private:
    std::optional<std::size_t> communeOf(CellIndex cell) const;
    std::vector<CellIndex> cellsAround(geo::Coordinate position, int rings) const;

    const PackFacts& m_facts;
    const Territory& m_territory;
    std::vector<std::vector<CellIndex>> m_clearCells;
    geo::Transform m_toLonLat;
    geo::Transform m_toPlane;
};

/// Millimetres, as surveys keep them.
geo::Coordinate roundedToMillimetres(geo::Coordinate position);

double distance_m(geo::Coordinate a, geo::Coordinate b);

}  // namespace sample
