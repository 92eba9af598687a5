// SPDX-License-Identifier: Apache-2.0
// Counts the cells first, splits a few to reach the number asked for, ties three in a thousand into bows.
#include "sample-data/generator/crossing_plots.hpp"

#include <algorithm>
#include <cmath>

#include "sample-data/generator/random.hpp"
#include "sample-data/generator/rings.hpp"
#include "sample-data/generator/split.hpp"

namespace sample {
namespace {

constexpr int sideHalvings = 3;
constexpr std::int64_t selfCrossingInThousand = 3;
constexpr std::size_t blocksAcross = 3;
constexpr double blockWidth_m = 3'162.27766 / 3;  // a third of the side of 1,000 ha
constexpr std::size_t compartmentsAcross = 256;   // 800 km: any province

// True for `due` of `total` items, spread evenly.
bool isDue(std::int64_t item, std::int64_t due, std::int64_t total) {
    return (item + 1) * due / total > item * due / total;
}

// Reversing a stretch of a ring swaps the lines into and out of it: they cross where they faced each other.
bool tieBow(Ring& ring) {
    const std::size_t stretch = ring.size() / 6;
    for (std::size_t start = 1; stretch > 1 && start + stretch < ring.size(); ++start) {
        const std::size_t end = start + stretch - 1;
        if (!segmentsCross(ring[start - 1], ring[end], ring[start], ring[end + 1])) continue;
        std::reverse(ring.begin() + static_cast<std::ptrdiff_t>(start),
                     ring.begin() + static_cast<std::ptrdiff_t>(end) + 1);
        return true;
    }
    return false;
}

double provinceArea_m2(const Territory& territory) {
    double area_m2 = 0;
    for (CellIndex cell = 0; cell < territory.lattice().cellCount(); ++cell) {
        if (territory.partOfCell()[cell] != noLabel) area_m2 += territory.cellArea_m2(cell);
    }
    return area_m2;
}

geo::Extent provinceExtent(const Territory& territory) {
    geo::Extent extent;
    for (CellIndex cell = 0; cell < territory.lattice().cellCount(); ++cell) {
        if (territory.partOfCell()[cell] != noLabel) extent.include(territory.lattice().centre(cell));
    }
    const double rim_m = std::sqrt(territory.cellArea_m2(0));
    return {extent.minX - rim_m, extent.minY - rim_m, extent.maxX + rim_m, extent.maxY + rim_m};
}

}  // namespace

CrossingPlots::CrossingPlots(const Territory& territory, std::int64_t count, std::uint64_t seed)
    : m_territory(territory),
      m_seed(mixBits(seed, 0xc7055)),
      m_lattice(latticeFor(territory, provinceArea_m2(territory) / static_cast<double>(count), m_seed)) {
    fit(count);
}

Lattice CrossingPlots::latticeFor(const Territory& territory, double plotArea_m2, std::uint64_t seed) {
    return Lattice({provinceExtent(territory), plotArea_m2, sideHalvings, seed});
}

// Cells come a little too large and so too few; splitting the missing ones hits the number exactly.
void CrossingPlots::fit(std::int64_t count) {
    const double area_m2 = provinceArea_m2(m_territory);
    for (double share = 0.997;; share -= 0.003) {
        m_lattice = latticeFor(m_territory, area_m2 / (share * static_cast<double>(count)), m_seed);
        m_cellsInProvince = countCells();
        if (m_cellsInProvince <= count) break;
    }
    m_cellsToSplit = std::min(count - m_cellsInProvince, m_cellsInProvince);
}

bool CrossingPlots::isInProvince(CellIndex cell) const {
    const CellIndex under = m_territory.lattice().nearestCell(m_lattice.centre(cell));
    return under != noCell && m_territory.partOfCell()[under] != noLabel;
}

std::int64_t CrossingPlots::countCells() const {
    std::int64_t count = 0;
    for (CellIndex cell = 0; cell < m_lattice.cellCount(); ++cell) count += isInProvince(cell) ? 1 : 0;
    return count;
}

bool CrossingPlots::next(Plot& plot) {
    while (m_waiting.empty()) {
        if (m_nextCell == m_lattice.cellCount()) return false;
        const CellIndex cell = m_nextCell++;
        if (isInProvince(cell)) makePlots(cell);
    }
    plot = std::move(m_waiting.back());
    m_waiting.pop_back();
    return true;
}

void CrossingPlots::makePlots(CellIndex cell) {
    const std::size_t pieces = isDue(m_cellsDone++, m_cellsToSplit, m_cellsInProvince) ? 2 : 1;
    Random random(mixBits(m_seed, cell, 7));
    auto rings = splitRing(m_lattice.ringOf(cell), pieces, random);
    const Label near = m_territory.partOfCell()[m_territory.lattice().nearestCell(m_lattice.centre(cell))];
    for (Ring& ring : rings) {
        Plot plot = plotFrom(std::move(ring));
        const Label exact = m_territory.partAt(plot.centre);
        plot.part = static_cast<std::size_t>(exact == noLabel ? near : exact);
        m_waiting.push_back(std::move(plot));
    }
}

Plot CrossingPlots::plotFrom(Ring ring) {
    Plot plot;
    plot.area_m2 = signedArea_m2(ring);
    plot.centre = centroidOf(ring);
    number(plot);
    if (isDue(m_plotsDone++, selfCrossingInThousand, 1000) && tieBow(ring)) ++m_selfCrossing;
    plot.geometry = geo::Geometry::polygon(std::move(ring));
    return plot;
}

// A grid of square tiểu khu from the south-west corner, each of nine khoảnh.
void CrossingPlots::number(Plot& plot) {
    const geo::Coordinate origin = m_lattice.centre(0);
    const auto east = static_cast<std::size_t>((plot.centre.x - origin.x) / blockWidth_m + blocksAcross);
    const auto north = static_cast<std::size_t>((plot.centre.y - origin.y) / blockWidth_m + blocksAcross);
    plot.compartment = static_cast<int>(north / blocksAcross * compartmentsAcross + east / blocksAcross) + 1;
    plot.block = static_cast<int>(north % blocksAcross * blocksAcross + east % blocksAcross) + 1;
    const auto counter = static_cast<std::size_t>(plot.compartment * 10 + plot.block);
    if (counter >= m_numbers.size()) m_numbers.resize(counter + 1, 0);
    plot.number = ++m_numbers[counter];
}

}  // namespace sample
