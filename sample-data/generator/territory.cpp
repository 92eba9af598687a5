// SPDX-License-Identifier: Apache-2.0
// Lattice, warp and outline from the pack; then the cuts.
#include "sample-data/generator/territory.hpp"

#include <array>
#include <cmath>

#include "geo/base/parallel.hpp"
#include "geo/crs/transform.hpp"
#include "sample-data/generator/noise.hpp"
#include "sample-data/generator/outline.hpp"
#include "sample-data/generator/random.hpp"
#include "sample-data/generator/rings.hpp"
#include "sample-data/generator/territory_cutter.hpp"

namespace sample {
namespace {

// 72,000 cells in the province: one is about 0.1 % of the smallest commune of Lai Châu.
constexpr double cellsInProvince = 72'000;
constexpr int sideHalvings = 2;
constexpr double margin_m = 6'000;
constexpr double warpWave_m = 14'000;
constexpr double warpReach_m = 5'000;
// Where an outline read to 0.01° cannot be told from the truth anyway.
constexpr double warpReachOfOutline_m = 1'800;

std::vector<geo::Coordinate> onPlane(const PackFacts& facts, std::vector<geo::Coordinate> lonLat) {
    const geo::Transform transform(geo::Crs::fromText("EPSG:4326"), facts.crs);
    transform.apply(std::span(lonLat));
    return lonLat;
}

geo::Extent extentAround(const std::vector<geo::Coordinate>& positions) {
    geo::Extent extent;
    for (const geo::Coordinate position : positions) extent.include(position);
    return {extent.minX - margin_m, extent.minY - margin_m, extent.maxX + margin_m, extent.maxY + margin_m};
}

std::vector<double> cellAreas(const Lattice& lattice) {
    std::vector<double> areas_m2(lattice.cellCount());
    geo::parallelFor(areas_m2.size(), 4096, [&](const geo::Chunk& chunk) {
        for (std::size_t cell = chunk.begin; cell < chunk.end; ++cell) {
            areas_m2[cell] = signedArea_m2(lattice.ringOf(static_cast<CellIndex>(cell)));
        }
    });
    return areas_m2;
}

std::vector<geo::Coordinate> warpedCentres(const Lattice& lattice, const Warp& warp) {
    std::vector<geo::Coordinate> positions;
    positions.reserve(lattice.cellCount());
    for (CellIndex cell = 0; cell < lattice.cellCount(); ++cell) {
        positions.push_back(warp.apply(lattice.centre(cell)));
    }
    return positions;
}

std::vector<geo::Coordinate> communePoints(const PackFacts& facts, const Warp& warp) {
    std::vector<geo::Coordinate> points;
    for (const UnitFact& commune : facts.newCommunes) points.push_back(*commune.pointLonLat);
    points = onPlane(facts, std::move(points));
    for (geo::Coordinate& point : points) point = warp.apply(point);
    return points;
}

double officialArea_m2(const PackFacts& facts) {
    geo::Hectares sum;
    for (const UnitFact& commune : facts.newCommunes) sum += *commune.officialArea;
    return geo::toSquareMetres(sum).value;
}

}  // namespace

Territory Territory::make(const PackFacts& facts, std::uint64_t seed, geo::Progress& progress) {
    const auto outline = onPlane(facts, facts.outlineLonLat);
    const double wanted_m2 = officialArea_m2(facts);
    Territory territory(Lattice({extentAround(outline), wanted_m2 / cellsInProvince, sideHalvings, seed}));
    territory.m_cellAreas_m2 = cellAreas(territory.m_lattice);

    const auto outlinePositions =
        warpedCentres(territory.m_lattice, Warp(mixBits(seed, 1), warpWave_m, warpReachOfOutline_m));
    const auto provinceCells =
        cellsInside({territory.m_lattice, territory.m_cellAreas_m2, outlinePositions}, outline, wanted_m2);

    const Warp warp(mixBits(seed, 2), warpWave_m, warpReach_m);
    const auto positions = warpedCentres(territory.m_lattice, warp);
    const Ground ground{territory.m_lattice, territory.m_cellAreas_m2, positions};
    territory.m_partOfCell =
        cutTerritory(facts, ground, provinceCells, communePoints(facts, warp), seed, progress);
    territory.m_cellsOfPart = cellsByLabel(territory.m_partOfCell, facts.parts.size());
    for (const PartFact& part : facts.parts) {
        territory.m_newOfPart.push_back(static_cast<Label>(part.newCommune));
        territory.m_oldOfPart.push_back(static_cast<Label>(part.oldCommune));
        territory.m_districtOfPart.push_back(static_cast<Label>(part.district));
    }
    territory.m_newCount = facts.newCommunes.size();
    territory.m_oldCount = facts.oldCommunes.size();
    territory.m_districtCount = facts.districts.size();
    return territory;
}

double Territory::partArea_m2(std::size_t part) const {
    double area_m2 = 0;
    for (const CellIndex cell : m_cellsOfPart[part]) area_m2 += m_cellAreas_m2[cell];
    return area_m2;
}

Label Territory::partAt(geo::Coordinate position) const {
    const CellIndex near = m_lattice.nearestCell(position);
    if (near == noCell) return noLabel;
    if (ringContains(m_lattice.ringOf(near), position)) return m_partOfCell[near];
    for (const CellIndex beside : m_lattice.neighbours(near)) {
        if (beside != noCell && ringContains(m_lattice.ringOf(beside), position)) return m_partOfCell[beside];
    }
    return noLabel;
}

std::vector<geo::Geometry> Territory::dissolved(const std::vector<Label>& labelOfPart,
                                                std::size_t count) const {
    std::vector<Label> labels(m_partOfCell.size(), noLabel);
    for (std::size_t cell = 0; cell < labels.size(); ++cell) {
        if (m_partOfCell[cell] != noLabel)
            labels[cell] = labelOfPart[static_cast<std::size_t>(m_partOfCell[cell])];
    }
    std::vector<geo::Geometry> shapes;
    for (const auto& cells : cellsByLabel(labels, count)) {
        shapes.push_back(unionOfCells(m_lattice, labels, cells));
    }
    return shapes;
}

std::vector<geo::Geometry> Territory::newCommunes() const { return dissolved(m_newOfPart, m_newCount); }
std::vector<geo::Geometry> Territory::oldCommunes() const { return dissolved(m_oldOfPart, m_oldCount); }
std::vector<geo::Geometry> Territory::districts() const {
    return dissolved(m_districtOfPart, m_districtCount);
}

}  // namespace sample
