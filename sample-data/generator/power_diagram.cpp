// SPDX-License-Identifier: Apache-2.0
// Power diagram by growth: weights first, then claims from the seeds outwards, then trade along borders.
#include "sample-data/generator/power_diagram.hpp"

#include <algorithm>
#include <cmath>
#include <queue>
#include <tuple>

#include "sample-data/generator/border_trade.hpp"
#include "sample-data/generator/random.hpp"

namespace sample {
namespace {

constexpr int drawnRounds = 120;
constexpr int grownRounds = 24;
// A round disc's area grows by pi/2 for a unit of weight; neighbours move too, so half of that is safe.
constexpr double weightStep = 0.4;
constexpr int lloydRounds = 12;
// The trade along borders does the rest.
constexpr double nearEnough = 0.005;

double squareBetween(geo::Coordinate a, geo::Coordinate b) {
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

class Cutting {
  public:
    Cutting(const Ground& ground, std::span<const CellIndex> cells, std::span<const Seed> seeds)
        : m_ground(ground),
          m_cells(cells),
          m_seeds(seeds),
          m_patch(ground.lattice, cells),
          m_weights(seeds.size(), 0.0),
          m_labels(cells.size(), noLabel) {}

    std::vector<Label> solve() {
        for (int round = 0; round < drawnRounds; ++round) {
            draw();
            if (fitsWell()) break;
            adjustWeights(weightStep);
        }
        for (int round = 0; round < grownRounds; ++round) {
            grow();
            if (fitsWell()) break;
            if (round + 1 < grownRounds) adjustWeights(weightStep / 2);
        }
        tradeAlongBorders(m_patch, cellAreas(), seedPlaces(), surpluses(), m_labels);
        return m_labels;
    }

  private:
    double cost(std::size_t place, std::size_t seed) const {
        return squareBetween(m_ground.positions[m_cells[place]], m_ground.positions[m_seeds[seed].cell]) -
               m_weights[seed];
    }

    // The plain diagram: each cell to its cheapest seed, connected or not; quick, so it runs first.
    void draw() {
        for (std::size_t place = 0; place < m_cells.size(); ++place) {
            std::size_t best = 0;
            double bestCost = cost(place, 0);
            for (std::size_t seed = 1; seed < m_seeds.size(); ++seed) {
                const double seedCost = cost(place, seed);
                if (seedCost >= bestCost) continue;
                best = seed;
                bestCost = seedCost;
            }
            m_labels[place] = static_cast<Label>(best);
        }
    }

    using Claim = std::tuple<double, std::uint32_t, Label>;

    void grow() {
        std::ranges::fill(m_labels, noLabel);
        std::priority_queue<Claim, std::vector<Claim>, std::greater<>> claims;
        const auto places = seedPlaces();
        for (std::size_t seed = 0; seed < places.size(); ++seed) {
            m_labels[places[seed]] = static_cast<Label>(seed);
        }
        for (std::size_t seed = 0; seed < places.size(); ++seed) claimAround(places[seed], claims);
        while (!claims.empty()) {
            const auto [claimCost, place, label] = claims.top();
            claims.pop();
            if (m_labels[place] != noLabel) continue;
            m_labels[place] = label;
            claimAround(place, claims);
        }
    }

    template <class Claims>
    void claimAround(std::uint32_t place, Claims& claims) const {
        const Label label = m_labels[place];
        for (const std::uint32_t beside : m_patch.neighbours(place)) {
            if (beside == CellPatch::none || m_labels[beside] != noLabel) continue;
            claims.emplace(cost(beside, static_cast<std::size_t>(label)), beside, label);
        }
    }

    std::vector<double> surpluses() const {
        std::vector<double> surplus_m2(m_seeds.size());
        for (std::size_t seed = 0; seed < m_seeds.size(); ++seed) surplus_m2[seed] = -m_seeds[seed].area_m2;
        for (std::size_t place = 0; place < m_cells.size(); ++place) {
            if (m_labels[place] == noLabel) continue;
            surplus_m2[static_cast<std::size_t>(m_labels[place])] += m_ground.cellAreas_m2[m_cells[place]];
        }
        return surplus_m2;
    }

    bool fitsWell() const {
        const auto surplus_m2 = surpluses();
        for (std::size_t seed = 0; seed < m_seeds.size(); ++seed) {
            if (std::abs(surplus_m2[seed]) > nearEnough * m_seeds[seed].area_m2) return false;
        }
        return true;
    }

    void adjustWeights(double step) {
        const auto surplus_m2 = surpluses();
        for (std::size_t seed = 0; seed < m_seeds.size(); ++seed) m_weights[seed] -= step * surplus_m2[seed];
    }

    std::vector<double> cellAreas() const {
        std::vector<double> areas_m2;
        for (const CellIndex cell : m_cells) areas_m2.push_back(m_ground.cellAreas_m2[cell]);
        return areas_m2;
    }

    std::vector<std::uint32_t> seedPlaces() const {
        std::vector<std::uint32_t> places;
        for (const Seed& seed : m_seeds) places.push_back(m_patch.placeOf(seed.cell));
        return places;
    }

    const Ground& m_ground;
    std::span<const CellIndex> m_cells;
    std::span<const Seed> m_seeds;
    CellPatch m_patch;
    std::vector<double> m_weights;
    std::vector<Label> m_labels;
};

// The mean position of the cells nearest to each centre.
std::vector<geo::Coordinate> movedCentres(const Ground& ground, std::span<const CellIndex> cells,
                                          const std::vector<geo::Coordinate>& centres) {
    std::vector<geo::Coordinate> sums(centres.size());
    std::vector<double> counts(centres.size(), 0.0);
    for (const CellIndex cell : cells) {
        const geo::Coordinate position = ground.positions[cell];
        std::size_t nearest = 0;
        for (std::size_t i = 1; i < centres.size(); ++i) {
            if (squareBetween(position, centres[i]) < squareBetween(position, centres[nearest])) nearest = i;
        }
        sums[nearest].x += position.x;
        sums[nearest].y += position.y;
        counts[nearest] += 1;
    }
    for (std::size_t i = 0; i < centres.size(); ++i) {
        sums[i] = counts[i] > 0 ? geo::Coordinate{sums[i].x / counts[i], sums[i].y / counts[i]} : centres[i];
    }
    return sums;
}

}  // namespace

std::vector<Label> cutByArea(const Ground& ground, std::span<const CellIndex> cells,
                             std::span<const Seed> seeds) {
    if (seeds.size() == 1) return std::vector<Label>(cells.size(), 0);
    return Cutting(ground, cells, seeds).solve();
}

std::vector<CellIndex> spreadSeeds(const Ground& ground, std::span<const CellIndex> cells, std::size_t count,
                                   std::uint64_t randomSeed) {
    Random random(randomSeed);
    std::vector<geo::Coordinate> centres;
    for (std::size_t i = 0; i < count; ++i) {
        centres.push_back(ground.positions[cells[random.below(cells.size())]]);
    }
    for (int round = 0; round < lloydRounds; ++round) centres = movedCentres(ground, cells, centres);
    std::vector<CellIndex> seeds;
    for (const geo::Coordinate centre : centres)
        seeds.push_back(nearestFreeCell(ground, cells, centre, seeds));
    return seeds;
}

CellIndex nearestFreeCell(const Ground& ground, std::span<const CellIndex> cells, geo::Coordinate position,
                          std::span<const CellIndex> taken) {
    CellIndex nearest = noCell;
    for (const CellIndex cell : cells) {
        if (std::ranges::find(taken, cell) != taken.end()) continue;
        if (nearest == noCell || squareBetween(ground.positions[cell], position) <
                                     squareBetween(ground.positions[nearest], position)) {
            nearest = cell;
        }
    }
    return nearest;
}

}  // namespace sample
