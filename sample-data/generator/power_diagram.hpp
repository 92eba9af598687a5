// SPDX-License-Identifier: Apache-2.0
// Cuts an area into regions around given points so that each gets the area it should have.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sample-data/generator/lattice.hpp"
#include "sample-data/generator/mosaic.hpp"

namespace sample {

/// The cells regions are made of, with what the cutting needs to know of each; indexed by CellIndex.
struct Ground {
    const Lattice& lattice;
    std::span<const double> cellAreas_m2;
    /// Where each cell stands on the warped plane: distances are measured there, so borders wander.
    std::span<const geo::Coordinate> positions;
};

struct Seed {
    CellIndex cell = noCell;
    double area_m2 = 0;
};

/// A power (Laguerre) diagram of the seeds over the cells, its weights solved for the areas wanted.
/// Seeds:  each in a cell of its own among `cells`; their areas sum to that of the cells.
/// Result: the seed's index for every cell of `cells`. Every region hangs together and holds its seed: a
///         region claims only what it touches, so what a bay of the outline cuts off goes to a neighbour.
/// Areas:  met to about the area of a cell where regions can trade cells, by a last exchange along borders.
std::vector<Label> cutByArea(const Ground& ground, std::span<const CellIndex> cells,
                             std::span<const Seed> seeds);

/// Cells spread evenly over the given ones, by Lloyd's method; as many as asked, all different.
/// Needs:  no fewer cells than seeds.
std::vector<CellIndex> spreadSeeds(const Ground& ground, std::span<const CellIndex> cells, std::size_t count,
                                   std::uint64_t randomSeed);

/// The cell that stands nearest to a warped position, leaving out those taken.
CellIndex nearestFreeCell(const Ground& ground, std::span<const CellIndex> cells, geo::Coordinate position,
                          std::span<const CellIndex> taken);

}  // namespace sample
