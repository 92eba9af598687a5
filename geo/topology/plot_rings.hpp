// SPDX-License-Identifier: Apache-2.0
// The rings of a plot, summed in one pass where they lie.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/shape/coordinate.hpp"
#include "geo/shape/extent.hpp"
#include "geo/shape/geometry.hpp"
#include "geo/shape/shape_view.hpp"
#include "geo/topology/boundary_edge.hpp"

namespace geo {

/// Keeps its memory from plot to plot; one for each thread.
class PlotRings {
  public:
    enum class Fault : std::uint8_t { None, OpenRing, TooFewPoints, NotFinite };

    /// What is no polygon has no rings.
    void sum(const ShapeView& plot);
    void sum(const Geometry& plot);

    /// Outer rings less holes, by the shoelace formula.
    double area_m2() const { return m_area_m2; }
    /// Of that area; the extent's where there is none.
    Coordinate centroid() const;
    const Extent& extent() const { return m_extent; }
    /// The worst.
    Fault fault() const { return m_fault; }
    /// One ring that runs round a point exactly once, always the same way, and so cannot cross itself.
    bool isStar() const { return m_isStar; }
    bool hasHoles() const { return m_holes; }
    bool hasManyRings() const { return m_signs.size() > 1; }

    /// The edges of the plot that was summed last, relative to the origin.
    void edgesOf(const ShapeView& plot, Coordinate origin, std::vector<BoundaryEdge>& edges) const;
    void edgesOf(const Geometry& plot, Coordinate origin, std::vector<BoundaryEdge>& edges) const;

  private:
    struct Sums;
    template <class Shape>
    void sumAbout(const Shape& plot, Coordinate centre);
    template <class Shape>
    void sumAll(const Shape& plot, Coordinate centre);
    template <class Ring>
    void addRing(const Ring& ring, bool startsPart);
    void take(const Sums& sums, bool startsPart);
    void note(Fault fault);
    template <class Shape>
    void addEdges(const Shape& plot, Coordinate origin, std::vector<BoundaryEdge>& edges) const;

    Coordinate m_centre;
    double m_area_m2 = 0;
    double m_momentX = 0;
    double m_momentY = 0;
    Extent m_extent;
    Fault m_fault = Fault::None;
    bool m_isStar = false;
    bool m_holes = false;
    /// By ring: +1 where the plot lies on the left of its edges as they run, -1 on the right.
    std::vector<double> m_signs;
};

}  // namespace geo
