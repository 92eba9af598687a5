// SPDX-License-Identifier: Apache-2.0
// From labelled cells to polygons whose shared borders are the same coordinates on both sides.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/shape/geometry.hpp"
#include "sample-data/generator/lattice.hpp"

namespace sample {

/// To which region a cell belongs; noLabel outside all.
using Label = std::int32_t;
inline constexpr Label noLabel = -1;

/// The union of cells that bear one label: sides between two of them are dropped, the others followed.
/// Cells:  all cells of that label among `labels`, in any order.
/// Result: a Polygon, or a MultiPolygon when the cells do not hang together; outer rings anticlockwise.
geo::Geometry unionOfCells(const Lattice& lattice, std::span<const Label> labels,
                           std::span<const CellIndex> cells);

/// The cells of each label from 0 to labelCount - 1, ascending.
std::vector<std::vector<CellIndex>> cellsByLabel(std::span<const Label> labels, std::size_t labelCount);

}  // namespace sample
