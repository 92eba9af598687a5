// SPDX-License-Identifier: Apache-2.0
// Which cells of a lattice lie in the province.
#pragma once

#include <span>
#include <vector>

#include "sample-data/generator/power_diagram.hpp"

namespace sample {

/// The cells inside an outline, in one piece and without holes, as many as give the wanted area: the outline
/// is drawn in or out evenly along its length until they do. Outline: an open ring on the warped plane; cells
/// are judged where they stand there.
std::vector<CellIndex> cellsInside(const Ground& ground, std::span<const geo::Coordinate> outline,
                                   double wantedArea_m2);

}  // namespace sample
