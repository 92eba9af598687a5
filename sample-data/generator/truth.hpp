// SPDX-License-Identifier: Apache-2.0
// What was planted, so that computed figures can be held against it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sample-data/generator/inventory.hpp"
#include "sample-data/generator/json_text.hpp"
#include "sample-data/generator/sample.hpp"
#include "sample-data/generator/theme_truth.hpp"

namespace sample {

/// Hectares of forest under the three ways to treat rubber.
struct ForestSums {
    /// Rubber only on land planned for forestry.
    double rule_ha = 0;
    /// Every code that counts.
    double in_ha = 0;
    /// No rubber at all.
    double out_ha = 0;
};

/// Sums over the plots of one unit.
struct UnitTruth {
    std::int64_t plots = 0;
    /// By the areas the inventory declares.
    double declared_ha = 0;
    ForestSums declaredForest;
    /// By the areas of the drawn plots.
    double drawn_ha = 0;
    ForestSums drawnForest;
};

/// Adds up plots as they are planted; knows nothing of how figures are computed later.
class Truth {
  public:
    explicit Truth(const PackFacts& facts) : m_facts(facts), m_parts(facts.parts.size()) {}

    void count(const Plot& plot, const Planting& planting);

    /// The text of truth.json; drawn areas of crossing plots belong to no unit, so they are left out.
    struct Surroundings {
        const SampleRequest& request;
        const SampleResult& result;
        std::vector<double> partAreas_ha;
        const ThemeContents& themes;
        const PlantedFaults& faults;
    };
    std::string json(const Surroundings& surroundings) const;

    /// Percent of each present commune under forest that counts, by declared areas.
    std::vector<double> coverOfCommunes_percent() const;

  private:
    struct CodeTruth {
        std::string symbol;
        bool counts = false;
        std::int64_t plots = 0;
        double declared_ha = 0;
        double drawn_ha = 0;
    };

    void writeCodes(JsonText& json) const;

    const PackFacts& m_facts;
    std::vector<UnitTruth> m_parts;
    std::map<int, CodeTruth> m_codes;
    std::int64_t m_rubberPlots = 0;
    std::int64_t m_strayRubberPlots = 0;
};

}  // namespace sample
