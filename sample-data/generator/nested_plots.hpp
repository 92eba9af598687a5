// SPDX-License-Identifier: Apache-2.0
// Plots that fill each part of lineage without gap or overlap.
#pragma once

#include <cstdint>
#include <vector>

#include "sample-data/generator/plot.hpp"
#include "sample-data/generator/territory.hpp"

namespace sample {

/// How many plots each part gets: in proportion to area, one at least, summing to the total where it allows.
std::vector<std::int64_t> plotsByPart(const Territory& territory, std::size_t parts, std::int64_t total);

/// Hands out plots part by part; holds those of one part at a time.
class NestedPlots {
  public:
    NestedPlots(const Territory& territory, std::vector<std::int64_t> plotsByPart, std::uint64_t seed);

    /// Turns to these parts, in this order.
    void begin(std::vector<std::size_t> parts);
    bool next(Plot& plot);

  private:
    void makePart(std::size_t part);
    void numberPlots();

    const Territory& m_territory;
    std::vector<std::int64_t> m_plotsByPart;
    std::uint64_t m_seed;
    std::vector<std::size_t> m_parts;
    std::size_t m_nextPart = 0;
    std::vector<Plot> m_plots;
    std::size_t m_nextPlot = 0;
    int m_lastCompartment = 0;
};

}  // namespace sample
