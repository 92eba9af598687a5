// SPDX-License-Identifier: Apache-2.0
// Decides what stands on each plot: forest that counts, rubber, or other land.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sample-data/generator/cover_plan.hpp"
#include "sample-data/generator/noise.hpp"
#include "sample-data/generator/plot.hpp"
#include "sample-data/generator/random.hpp"

namespace sample {

/// What a plot was planted with.
struct Planting {
    ForestCodeFact code;
    /// Hectares as the inventory says: near the drawn area, never simply it.
    double declared_ha = 0;
    bool isRubber = false;
    bool isPlanted = false;
    /// Protection 1, special use 2, production 3; nothing outside the land planned for forestry.
    std::optional<int> purpose;
};

/// Keeps, part by part, the planned share of forest while plots come by; forest gathers in patches.
class Planter {
  public:
    Planter(const PackFacts& facts, const CoverPlan& plan, const Territory& territory, std::uint64_t seed);

    Planting plant(const Plot& plot);

  private:
    struct Account {
        double share = 0;
        double left_ha = 0;
        /// Forest due less forest planted.
        double due_ha = 0;
    };
    struct WeightedCode {
        ForestCodeFact code;
        double weight;
    };

    bool isForest(const Plot& plot, double declared_ha);
    void plantForest(const Plot& plot, Planting& planting);
    void plantOtherLand(const Plot& plot, Planting& planting);
    const ForestCodeFact& draw(const std::vector<WeightedCode>& codes);
    std::vector<WeightedCode> available(const std::vector<std::pair<std::string, double>>& mix) const;

    const PackFacts& m_facts;
    double m_rubberShare;
    std::vector<Account> m_accounts;
    /// What parts already finished left over, handed to the next.
    double m_carried_ha = 0;
    double m_rubberDue_ha = 0;
    double m_strayRubberDue_ha = 0;
    FractalNoise m_patches;
    FractalNoise m_rubberPatches;
    Random m_random;
    std::vector<WeightedCode> m_naturalForest;
    std::vector<WeightedCode> m_plantedForest;
    std::vector<WeightedCode> m_rubber;
    std::vector<WeightedCode> m_otherLand;
};

}  // namespace sample
