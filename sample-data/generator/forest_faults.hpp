// SPDX-License-Identifier: Apache-2.0
// Plots drawn crossing themselves, plots entered twice, codes that stand in no list.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "layers/model/feature.hpp"
#include "sample-data/generator/faults.hpp"
#include "sample-data/generator/inventory.hpp"

namespace sample {

/// Ties a small bow into a plot's outer ring, wholly inside the plot, so that it overlaps no neighbour.
/// Answers the square metres that the even-odd rule no longer counts; nothing when no side has room for it.
std::optional<double> twistInside(geo::Geometry& polygon);

/// Spoils a few plots on their way into the files of former districts.
class ForestFaults {
  public:
    static constexpr std::int64_t repeatedPlots = 2;

    /// Files: how many there will be; none spoils nothing.
    explicit ForestFaults(std::size_t files) : m_files(files) {}

    /// Turns to the next file of so many plots; answers how many rows more it will have.
    std::int64_t beginFile(const std::string& file, std::int64_t plots);
    /// Called for every plot once, before it is counted.
    void spoil(Plot& plot, Planting& planting);
    /// Called with every record made, in the same order.
    void remember(const layers::Feature& record);
    /// The rows that repeat earlier ones, at the end of the file.
    bool nextRepeated(Inventory& inventory, layers::Feature& record);

    const PlantedFaults& planted() const { return m_planted; }

  private:
    enum class Sort { SelfCrossing, Repeated, UnknownCode };
    struct Due {
        Sort sort;
        std::int64_t fromRow;
    };
    void note(const char* fault, std::vector<std::string> findings);

    std::size_t m_files;
    std::size_t m_begun = 0;
    std::string m_file;
    std::int64_t m_row = 0;
    std::vector<Due> m_due;
    std::vector<layers::Feature> m_toRepeat;
    PlantedFaults m_planted;
};

}  // namespace sample
