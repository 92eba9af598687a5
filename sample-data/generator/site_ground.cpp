// SPDX-License-Identifier: Apache-2.0
// Cells whose neighbours and their neighbours lie in the same part of lineage.
#include "sample-data/generator/site_ground.hpp"

#include <algorithm>
#include <cmath>

#include "geo/base/error.hpp"
#include "sample-data/generator/rings.hpp"

namespace sample {
namespace {

constexpr int clearRings = 2;
constexpr int sightRings = 4;
constexpr double farthestBorder_m = 1'500;
constexpr double jitter_m = 60;
constexpr double leastApart_m = 900;
constexpr int mostTries = 4'000;

double toSegment_m(geo::Coordinate position, geo::Coordinate a, geo::Coordinate b) {
    const geo::Coordinate along{b.x - a.x, b.y - a.y};
    const double square = along.x * along.x + along.y * along.y;
    const double dot = (position.x - a.x) * along.x + (position.y - a.y) * along.y;
    const double held = square > 0 ? std::clamp(dot / square, 0.0, 1.0) : 0;
    return distance_m(position, {a.x + held * along.x, a.y + held * along.y});
}

double toRing_m(geo::Coordinate position, const Ring& ring) {
    if (ringContains(ring, position)) return 0;
    double least_m = farthestBorder_m;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        least_m = std::min(least_m, toSegment_m(position, ring[i], ring[(i + 1) % ring.size()]));
    }
    return least_m;
}

bool isFarFromAll(geo::Coordinate position, const std::vector<geo::Coordinate>& taken) {
    return std::ranges::all_of(
        taken, [&](geo::Coordinate other) { return distance_m(position, other) >= leastApart_m; });
}

[[noreturn]] void failNoRoom(const std::string& code) {
    throw geo::Error(geo::ErrorKind::BadData, "sample.no-room", {{"code", code}});
}

}  // namespace

geo::Coordinate roundedToMillimetres(geo::Coordinate position) {
    return {std::round(position.x * 1000) / 1000, std::round(position.y * 1000) / 1000};
}

double distance_m(geo::Coordinate a, geo::Coordinate b) { return std::hypot(a.x - b.x, a.y - b.y); }

SiteGround::SiteGround(const PackFacts& facts, const Territory& territory)
    : m_facts(facts),
      m_territory(territory),
      m_clearCells(facts.newCommunes.size()),
      m_toLonLat(facts.crs, geo::Crs::fromText("EPSG:4326")),
      m_toPlane(geo::Crs::fromText("EPSG:4326"), facts.crs) {
    for (CellIndex cell = 0; cell < territory.lattice().cellCount(); ++cell) {
        if (const auto commune = communeOf(cell); commune && isClear(cell))
            m_clearCells[*commune].push_back(cell);
    }
}

std::optional<std::size_t> SiteGround::communeOf(CellIndex cell) const {
    const Label part = m_territory.partOfCell()[cell];
    if (part == noLabel) return std::nullopt;
    return m_facts.parts[static_cast<std::size_t>(part)].newCommune;
}

std::vector<CellIndex> SiteGround::cellsAround(geo::Coordinate position, int rings) const {
    std::vector<CellIndex> cells{m_territory.lattice().nearestCell(position)};
    std::size_t begin = 0;
    for (int ring = 0; ring < rings; ++ring) {
        const std::size_t end = cells.size();
        for (std::size_t i = begin; i < end; ++i) {
            for (const CellIndex beside : m_territory.lattice().neighbours(cells[i])) {
                if (beside != noCell && std::ranges::find(cells, beside) == cells.end())
                    cells.push_back(beside);
            }
        }
        begin = end;
    }
    return cells;
}

bool SiteGround::isClear(CellIndex cell) const {
    const auto& parts = m_territory.partOfCell();
    if (parts[cell] == noLabel) return false;
    return std::ranges::all_of(cellsAround(m_territory.lattice().centre(cell), clearRings),
                               [&](CellIndex around) { return parts[around] == parts[cell]; });
}

std::optional<std::size_t> SiteGround::communeAt(geo::Coordinate position) const {
    const Label part = m_territory.partAt(position);
    if (part == noLabel) return std::nullopt;
    return m_facts.parts[static_cast<std::size_t>(part)].newCommune;
}

std::size_t SiteGround::districtAt(geo::Coordinate position) const {
    return m_facts.parts[static_cast<std::size_t>(m_territory.partAt(position))].district;
}

double SiteGround::toBorder_m(geo::Coordinate position) const {
    const auto commune = communeAt(position);
    double least_m = farthestBorder_m;
    for (const CellIndex cell : cellsAround(position, sightRings)) {
        if (communeOf(cell) == commune) continue;
        least_m = std::min(least_m, toRing_m(position, m_territory.lattice().ringOf(cell)));
    }
    return least_m;
}

double SiteGround::toCommune_m(geo::Coordinate position, std::size_t commune) const {
    double least_m = farthestBorder_m;
    for (const CellIndex cell : cellsAround(position, sightRings)) {
        if (communeOf(cell) != commune) continue;
        least_m = std::min(least_m, toRing_m(position, m_territory.lattice().ringOf(cell)));
    }
    return least_m;
}

geo::Coordinate SiteGround::placeIn(std::size_t commune, const std::vector<geo::Coordinate>& taken,
                                    Random& random) const {
    const auto& cells = m_clearCells[commune];
    for (int tries = 0; !cells.empty() && tries < mostTries; ++tries) {
        const geo::Coordinate centre = m_territory.lattice().centre(cells[random.below(cells.size())]);
        const double east_m = random.between(-jitter_m, jitter_m);
        const double north_m = random.between(-jitter_m, jitter_m);
        const geo::Coordinate position = roundedToMillimetres({centre.x + east_m, centre.y + north_m});
        if (isFarFromAll(position, taken)) return position;
    }
    failNoRoom(m_facts.newCommunes[commune].code);
}

BorderPair SiteGround::acrossBorder(const std::vector<geo::Coordinate>& taken, Random& random) const {
    const Lattice& lattice = m_territory.lattice();
    for (int tries = 0; tries < 50 * mostTries; ++tries) {
        const auto cell = static_cast<CellIndex>(random.below(lattice.cellCount()));
        const CellIndex beside = lattice.neighbours(cell)[random.below(6)];
        if (beside == noCell || !communeOf(cell) || !communeOf(beside) ||
            communeOf(cell) == communeOf(beside))
            continue;
        const geo::Coordinate a = lattice.centre(cell);
        const geo::Coordinate b = lattice.centre(beside);
        const double apart_m = distance_m(a, b);
        const geo::Coordinate outward{(b.x - a.x) / apart_m, (b.y - a.y) / apart_m};
        const geo::Coordinate middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
        const BorderPair pair{roundedToMillimetres({middle.x - 160 * outward.x, middle.y - 160 * outward.y}),
                              roundedToMillimetres({middle.x + 270 * outward.x, middle.y + 270 * outward.y}),
                              *communeOf(cell)};
        const double inside_m = toBorder_m(pair.here);
        const double across_m = toCommune_m(pair.across, pair.commune);
        const bool isFit = communeAt(pair.here) == pair.commune &&
                           communeAt(pair.across) == communeOf(beside) && inside_m >= 100 &&
                           across_m >= 205 && across_m <= 300 && isFarFromAll(pair.here, taken);
        if (isFit && isFarFromAll(pair.across, taken)) return pair;
    }
    failNoRoom(m_facts.province.code);
}

}  // namespace sample
