// SPDX-License-Identifier: Apache-2.0
// Three cuts, one inside the other: commune, district's piece of it, part.
#include "sample-data/generator/territory_cutter.hpp"

#include <algorithm>

#include "sample-data/generator/random.hpp"

namespace sample {
namespace {

double areaOf(const Ground& ground, const std::vector<CellIndex>& cells) {
    double area_m2 = 0;
    for (const CellIndex cell : cells) area_m2 += ground.cellAreas_m2[cell];
    return area_m2;
}

geo::Coordinate meanPosition(const Ground& ground, const std::vector<CellIndex>& cells) {
    geo::Coordinate sum{};
    for (const CellIndex cell : cells) {
        sum.x += ground.positions[cell].x;
        sum.y += ground.positions[cell].y;
    }
    const auto count = static_cast<double>(cells.size());
    return {sum.x / count, sum.y / count};
}

// Seeds whose areas sum to that of the cells, in the proportion of the sizes given.
std::vector<Seed> seedsWithAreas(const std::vector<CellIndex>& seedCells, const std::vector<double>& sizes,
                                 double whole_m2) {
    double sum = 0;
    for (const double size : sizes) sum += size;
    std::vector<Seed> seeds;
    for (std::size_t i = 0; i < sizes.size(); ++i) seeds.push_back({seedCells[i], whole_m2 * sizes[i] / sum});
    return seeds;
}

class Cutter {
  public:
    Cutter(const PackFacts& facts, const Ground& ground, std::uint64_t seed)
        : m_facts(facts),
          m_ground(ground),
          m_seed(seed),
          m_sizes(plausibleSizes(facts, seed)),
          m_communeOfCell(ground.lattice.cellCount(), noLabel),
          m_partOfCell(ground.lattice.cellCount(), noLabel) {}

    void cutCommunes(const std::vector<CellIndex>& cells, const std::vector<geo::Coordinate>& points) {
        std::vector<CellIndex> seedCells;
        std::vector<double> sizes;
        for (std::size_t i = 0; i < points.size(); ++i) {
            seedCells.push_back(nearestFreeCell(m_ground, cells, points[i], seedCells));
            sizes.push_back(m_facts.newCommunes[i].officialArea->value);
        }
        const auto seeds = seedsWithAreas(seedCells, sizes, areaOf(m_ground, cells));
        const auto labels = cutByArea(m_ground, cells, seeds);
        for (std::size_t i = 0; i < cells.size(); ++i) m_communeOfCell[cells[i]] = labels[i];
        m_cellsOfCommune = cellsByLabel(m_communeOfCell, m_facts.newCommunes.size());
        std::vector<double> areas_m2;
        for (const auto& communeCells : m_cellsOfCommune) areas_m2.push_back(areaOf(m_ground, communeCells));
        m_shares = fitDistrictShares(m_facts, m_sizes, areas_m2);
    }

    void cutCommune(std::size_t commune) {
        const std::vector<CellIndex>& cells = m_cellsOfCommune[commune];
        const std::vector<std::size_t> districts = districtsOf(commune);
        std::vector<CellIndex> seedCells;
        std::vector<double> sizes;
        for (const std::size_t district : districts) {
            seedCells.push_back(seedTowards(commune, district, seedCells));
            sizes.push_back(m_shares[commune][district]);
        }
        const auto labels =
            cutByArea(m_ground, cells, seedsWithAreas(seedCells, sizes, areaOf(m_ground, cells)));
        for (std::size_t i = 0; i < districts.size(); ++i) {
            std::vector<CellIndex> piece;
            for (std::size_t k = 0; k < cells.size(); ++k) {
                if (labels[k] == static_cast<Label>(i)) piece.push_back(cells[k]);
            }
            cutPiece(commune, districts[i], piece);
        }
    }

    const std::vector<Label>& partOfCell() const { return m_partOfCell; }

  private:
    std::vector<std::size_t> districtsOf(std::size_t commune) const {
        std::vector<std::size_t> districts;
        for (std::size_t district = 0; district < m_facts.districts.size(); ++district) {
            if (m_shares[commune][district] > 0) districts.push_back(district);
        }
        return districts;
    }

    // Where the rest of the district touches the commune, so that the district stays in one piece.
    CellIndex seedTowards(std::size_t commune, std::size_t district,
                          const std::vector<CellIndex>& taken) const {
        auto border = borderTowards(commune, district, true);
        if (border.empty()) border = borderTowards(commune, district, false);
        const auto& choice = border.empty() ? m_cellsOfCommune[commune] : border;
        const geo::Coordinate aim =
            border.empty() ? centreOfDistrict(district) : meanPosition(m_ground, border);
        const CellIndex seed = nearestFreeCell(m_ground, choice, aim, taken);
        return seed == noCell ? nearestFreeCell(m_ground, m_cellsOfCommune[commune], aim, taken) : seed;
    }

    std::vector<CellIndex> borderTowards(std::size_t commune, std::size_t district, bool isWholeOnly) const {
        std::vector<CellIndex> border;
        for (const CellIndex cell : m_cellsOfCommune[commune]) {
            const auto beside = m_ground.lattice.neighbours(cell);
            if (std::ranges::any_of(beside, [&](CellIndex other) {
                    return other != noCell && isHome(m_communeOfCell[other], commune, district, isWholeOnly);
                })) {
                border.push_back(cell);
            }
        }
        return border;
    }

    bool isHome(Label other, std::size_t commune, std::size_t district, bool isWholeOnly) const {
        if (other == noLabel || static_cast<std::size_t>(other) == commune) return false;
        const auto there = static_cast<std::size_t>(other);
        return m_shares[there][district] > 0 && (!isWholeOnly || districtsOf(there).size() == 1);
    }

    geo::Coordinate centreOfDistrict(std::size_t district) const {
        std::vector<CellIndex> cells;
        for (std::size_t commune = 0; commune < m_cellsOfCommune.size(); ++commune) {
            if (m_shares[commune][district] <= 0) continue;
            cells.insert(cells.end(), m_cellsOfCommune[commune].begin(), m_cellsOfCommune[commune].end());
        }
        return meanPosition(m_ground, cells);
    }

    void cutPiece(std::size_t commune, std::size_t district, const std::vector<CellIndex>& cells) {
        std::vector<std::size_t> parts;
        std::vector<double> sizes;
        for (std::size_t part = 0; part < m_facts.parts.size(); ++part) {
            if (m_facts.parts[part].newCommune != commune || m_facts.parts[part].district != district)
                continue;
            parts.push_back(part);
            sizes.push_back(m_sizes[part]);
        }
        const auto seedCells =
            spreadSeeds(m_ground, cells, parts.size(), mixBits(m_seed, commune + 1, district + 1));
        const auto labels =
            cutByArea(m_ground, cells, seedsWithAreas(seedCells, sizes, areaOf(m_ground, cells)));
        for (std::size_t i = 0; i < cells.size(); ++i) {
            m_partOfCell[cells[i]] = static_cast<Label>(parts[static_cast<std::size_t>(labels[i])]);
        }
    }

    const PackFacts& m_facts;
    const Ground& m_ground;
    std::uint64_t m_seed;
    std::vector<double> m_sizes;
    std::vector<Label> m_communeOfCell;
    std::vector<std::vector<CellIndex>> m_cellsOfCommune;
    DistrictShares m_shares;
    std::vector<Label> m_partOfCell;
};

}  // namespace

std::vector<Label> cutTerritory(const PackFacts& facts, const Ground& ground,
                                const std::vector<CellIndex>& provinceCells,
                                const std::vector<geo::Coordinate>& communePoints, std::uint64_t seed,
                                geo::Progress& progress) {
    Cutter cutter(facts, ground, seed);
    progress.step("sample.cutting-communes");
    cutter.cutCommunes(provinceCells, communePoints);
    for (std::size_t commune = 0; commune < facts.newCommunes.size(); ++commune) {
        progress.step("sample.cutting-parts", static_cast<std::int64_t>(commune),
                      static_cast<std::int64_t>(facts.newCommunes.size()));
        cutter.cutCommune(commune);
    }
    return cutter.partOfCell();
}

}  // namespace sample
