// SPDX-License-Identifier: Apache-2.0
// Cuts a province's cells into communes, those by district, and those into parts.
#pragma once

#include "geo/base/progress.hpp"
#include "sample-data/generator/district_shares.hpp"
#include "sample-data/generator/power_diagram.hpp"

namespace sample {

/// The part of lineage for every cell of the lattice; noLabel outside the province.
/// Points: of the new communes, in the plane of the pack's CRS and warped as the ground is.
std::vector<Label> cutTerritory(const PackFacts& facts, const Ground& ground,
                                const std::vector<CellIndex>& provinceCells,
                                const std::vector<geo::Coordinate>& communePoints, std::uint64_t seed,
                                geo::Progress& progress);

}  // namespace sample
