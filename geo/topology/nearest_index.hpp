// SPDX-License-Identifier: Apache-2.0
// The shape nearest to a position, out of very many.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "geo/base/quantities.hpp"
#include "geo/shape/coordinate.hpp"
#include "geo/shape/extent.hpp"
#include "geo/shape/geometry.hpp"

namespace geo {

struct Nearest {
    /// Which of the shapes the index was made of.
    std::size_t shape = 0;
    Metres distance;
    /// The place on it that is nearest.
    Coordinate at;
    bool operator==(const Nearest&) const = default;
};

/// Points, lines and the borders of polygons in a packed tree of boxes, eight to a box along a Hilbert curve.
/// Inside a polygon the distance is that to its border. A coordinate that is no number is left out together
/// with the edges that end in it; empty shapes are never found. Never changed once made: any number of
/// threads may ask it. Units: metres for coordinates in metres.
class NearestIndex {
  public:
    NearestIndex() = default;
    explicit NearestIndex(std::span<const Geometry> shapes);

    /// The nearest shape not farther than `within`, which may be infinite; of several equally near ones the
    /// first.
    std::optional<Nearest> nearest(Coordinate position, Metres within) const;
    /// Among the shapes that are wanted; a shape may be asked about several times.
    std::optional<Nearest> nearest(Coordinate position, Metres within,
                                   const std::function<bool(std::size_t)>& isWanted) const;

  private:
    /// A point is an edge whose ends are one. Ends stand in one order whichever way the shape runs, so that a
    /// border shared by two shapes is exactly as far from both.
    struct Edge {
        Coordinate low;
        Coordinate high;
        std::size_t shape;
        Extent box() const;
        Coordinate nearestTo(Coordinate position) const;
    };
    class Search;

    std::optional<Nearest> search(Coordinate position, Metres within,
                                  const std::function<bool(std::size_t)>* isWanted) const;
    void addPath(Path path, std::size_t shape);
    void sortAlongCurve();
    void buildBoxes();

    std::vector<Edge> m_edges;
    /// The boxes of eight edges each, then of eight of those boxes each, up to the one box around all.
    std::vector<std::vector<Extent>> m_levels;
};

}  // namespace geo
