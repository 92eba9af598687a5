// SPDX-License-Identifier: Apache-2.0
// A smooth function as a table: its values at the nodes of a regular grid, cubics between them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "geo/shape/coordinate.hpp"
#include "geo/shape/extent.hpp"

namespace geo {

/// Answers by Lagrange's cubic through the four nodes around a place, along x and y: the error falls with the
/// fourth power of the cell. Immutable once made.
template <std::size_t width>
class BicubicGrid {
  public:
    using Values = std::array<double, width>;

    /// The coarsest grid over an extent that is near the function in the middle of every cell and of every
    /// side of a cell, where cubics are farthest off. The function is asked up to one cell beyond the extent.
    /// Returns: nothing when the extent is no area or 256 cells a side are not near enough.
    template <class Function, class IsNear>
    static std::optional<BicubicGrid> of(const Function& function, const Extent& extent,
                                         const IsNear& isNear) {
        if (!(extent.width() > 0 && extent.height() > 0)) return std::nullopt;
        for (std::size_t cells = fewestCells; cells <= mostCells; cells *= 2) {
            BicubicGrid grid(function, extent, cells);
            if (grid.isNearEverywhere(function, isNear)) return grid;
        }
        return std::nullopt;
    }

    /// Beyond the extent, what its nearest place has.
    Values at(Coordinate place) const {
        const Along x = along((place.x - m_origin.x) * m_perUnit.x);
        const Along y = along((place.y - m_origin.y) * m_perUnit.y);
        const Values* row = m_nodes.data() + y.cell * nodesAlong(m_cells) + x.cell;
        Values sum{};
        for (std::size_t j = 0; j < order; ++j, row += nodesAlong(m_cells)) {
            Values inRow{};
            for (std::size_t i = 0; i < order; ++i) addTo(inRow, row[i], x.weights[i]);
            addTo(sum, inRow, y.weights[j]);
        }
        return sum;
    }

  private:
    static constexpr std::size_t fewestCells = 8;
    static constexpr std::size_t mostCells = 256;
    static constexpr std::size_t order = 4;

    /// The cell a place lies in along one axis, and what each node around it counts.
    struct Along {
        std::size_t cell;
        std::array<double, order> weights;
    };

    /// One node beyond each end, so that every cell has two on either side.
    static constexpr std::size_t nodesAlong(std::size_t cells) { return cells + 3; }

    template <class Function>
    BicubicGrid(const Function& function, const Extent& extent, std::size_t cells)
        : m_origin{extent.minX, extent.minY},
          m_step{extent.width() / static_cast<double>(cells), extent.height() / static_cast<double>(cells)},
          m_perUnit{1 / m_step.x, 1 / m_step.y},
          m_cells(cells) {
        m_nodes.reserve(nodesAlong(cells) * nodesAlong(cells));
        for (std::size_t j = 0; j < nodesAlong(cells); ++j) {
            for (std::size_t i = 0; i < nodesAlong(cells); ++i) {
                m_nodes.push_back(function(placeAt(static_cast<double>(i) - 1, static_cast<double>(j) - 1)));
            }
        }
    }

    /// Counted in cells from the corner of the extent.
    Coordinate placeAt(double x, double y) const {
        return {m_origin.x + x * m_step.x, m_origin.y + y * m_step.y};
    }

    Along along(double inCells) const {
        // So written that what is no number is the first place.
        const double inside = inCells > 0 ? std::min(inCells, static_cast<double>(m_cells)) : 0;
        const std::size_t cell = std::min(static_cast<std::size_t>(inside), m_cells - 1);
        const double t = inside - static_cast<double>(cell);
        const double before = t + 1;
        const double toNext = t - 1;
        const double toLast = t - 2;
        return {cell,
                {t * toNext * toLast * (-1.0 / 6), before * toNext * toLast * 0.5, before * t * toLast * -0.5,
                 before * t * toNext * (1.0 / 6)}};
    }

    static void addTo(Values& sum, const Values& values, double weight) {
        for (std::size_t k = 0; k < width; ++k) sum[k] += values[k] * weight;
    }

    template <class Function, class IsNear>
    bool isNearEverywhere(const Function& function, const IsNear& isNear) const {
        constexpr std::array<Coordinate, 3> probes{{{0.5, 0.5}, {0.5, 0}, {0, 0.5}}};
        for (std::size_t cell = 0; cell < m_cells * m_cells; ++cell) {
            for (const Coordinate probe : probes) {
                const Coordinate place = placeAt(static_cast<double>(cell % m_cells) + probe.x,
                                                 static_cast<double>(cell / m_cells) + probe.y);
                if (!isNear(function(place), at(place))) return false;
            }
        }
        return true;
    }

    Coordinate m_origin;
    Coordinate m_step;
    Coordinate m_perUnit;
    std::size_t m_cells;
    std::vector<Values> m_nodes;
};

}  // namespace geo
