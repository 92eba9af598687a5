// SPDX-License-Identifier: Apache-2.0
// The land of a sample: cells, and to which part, commune and district each belongs.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/base/progress.hpp"
#include "geo/shape/geometry.hpp"
#include "sample-data/generator/mosaic.hpp"
#include "sample-data/generator/pack_facts.hpp"

namespace sample {

/// Both epochs over the same cells, so that old and new communes and districts nest exactly.
class Territory {
  public:
    /// Steps:  `sample.cutting-communes`, `sample.cutting-parts`.
    /// Areas:  new communes within 1 % and districts within 2 % of the official figures the pack has.
    static Territory make(const PackFacts& facts, std::uint64_t seed, geo::Progress& progress);

    const Lattice& lattice() const { return m_lattice; }
    /// Place in PackFacts::parts for every cell; noLabel outside the province.
    const std::vector<Label>& partOfCell() const { return m_partOfCell; }
    const std::vector<CellIndex>& cellsOfPart(std::size_t part) const { return m_cellsOfPart[part]; }
    double cellArea_m2(CellIndex cell) const { return m_cellAreas_m2[cell]; }
    double partArea_m2(std::size_t part) const;

    /// The part a position lies in, exactly as the written borders run; noLabel outside.
    Label partAt(geo::Coordinate position) const;

    std::vector<geo::Geometry> newCommunes() const;
    std::vector<geo::Geometry> oldCommunes() const;
    std::vector<geo::Geometry> districts() const;

  private:
    explicit Territory(const Lattice& lattice) : m_lattice(lattice) {}
    std::vector<geo::Geometry> dissolved(const std::vector<Label>& labelOfPart, std::size_t count) const;

    Lattice m_lattice;
    std::vector<double> m_cellAreas_m2;
    std::vector<Label> m_partOfCell;
    std::vector<std::vector<CellIndex>> m_cellsOfPart;
    std::vector<Label> m_newOfPart;
    std::vector<Label> m_oldOfPart;
    std::vector<Label> m_districtOfPart;
    std::size_t m_newCount = 0;
    std::size_t m_oldCount = 0;
    std::size_t m_districtCount = 0;
};

}  // namespace sample
