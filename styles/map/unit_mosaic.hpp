// SPDX-License-Identifier: Apache-2.0
// The units of a map as finely as a picture needs them.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "geo/shape/geometry.hpp"
#include "geo/topology/coverage.hpp"

namespace styles {

/// Shapes that share borders by equal vertices, whole and thinned for coarser pictures: alike on both sides of
/// a border, and by less than a fifth of a pixel. Made once for any number of pictures; never changed.
class UnitMosaic {
  public:
    /// In the plane of the map, metres.
    explicit UnitMosaic(std::span<const geo::Geometry* const> shapes);

    struct Level {
        /// In the order given; what is no valid place on the map is as it was.
        std::vector<geo::Geometry> shapes;
        /// Each border once.
        geo::Coverage borders;
    };
    std::size_t size() const { return m_levels.front().shapes.size(); }
    const Level& levelFor(double metresPerPixel) const;

  private:
    /// The whole shapes, then from the finest on.
    std::vector<Level> m_levels;
};

struct MapSheet;

/// Of the units of a sheet, in their order: the one it keeps, or one made for the picture in hand.
std::shared_ptr<const UnitMosaic> mosaicOf(const MapSheet& sheet);

}  // namespace styles
