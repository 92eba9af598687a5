// SPDX-License-Identifier: Apache-2.0
// An account of forest due for each part; a plot gets forest when its part owes some.
#include "sample-data/generator/planter.hpp"

#include <algorithm>
#include <cmath>

namespace sample {
namespace {

constexpr double declaredError = 0.005;
constexpr double patchWave_m = 9'000;
constexpr int patchOctaves = 4;
// How far a part may run ahead or behind for the sake of patches; less as its end comes near.
constexpr double patchSwing_ha = 600;
constexpr double patchSwingOfRest = 0.25;
constexpr double rubberSwing_ha = 500;
constexpr double plantedShareOfForest = 0.06;
constexpr double strayRubberShare = 0.008;

double rounded_ha(double hectares) { return std::round(hectares * 100) / 100; }

// The mixture of a mountain province, by the symbols of the national code list.
const std::vector<std::pair<std::string, double>> naturalMix{
    {"TXG1", 1}, {"TXB1", 1}, {"TXG", 6}, {"TXB", 17}, {"TXN", 20}, {"TXK", 5}, {"TXP", 32},
    {"TXDN", 1}, {"TXDP", 2}, {"LKB", 1}, {"NUA", 3},  {"VAU", 2},  {"HG1", 6}, {"HG2", 4}};
const std::vector<std::pair<std::string, double>> plantedMix{{"RTG", 90}, {"RTTN", 4}, {"RTK", 6}};
const std::vector<std::pair<std::string, double>> rubberMix{{"RTG", 1}};
const std::vector<std::pair<std::string, double>> otherMix{{"DTR", 6},  {"DT2", 36}, {"DT2D", 1}, {"DT1", 22},
                                                           {"DT1D", 1}, {"NN", 26},  {"MN", 2},   {"DKH", 6}};

}  // namespace

Planter::Planter(const PackFacts& facts, const CoverPlan& plan, const Territory& territory,
                 std::uint64_t seed)
    : m_facts(facts),
      m_rubberShare(plan.rubberShareOfForest),
      m_patches(mixBits(seed, 0x9a7c), patchWave_m, patchOctaves),
      m_rubberPatches(mixBits(seed, 0x9a7d), patchWave_m, patchOctaves),
      m_random(mixBits(seed, 0x9a7e)),
      m_naturalForest(available(naturalMix)),
      m_plantedForest(available(plantedMix)),
      m_rubber(available(rubberMix)),
      m_otherLand(available(otherMix)) {
    for (std::size_t part = 0; part < plan.forestShareOfPart.size(); ++part) {
        const double area_ha = geo::toHectares(geo::SquareMetres{territory.partArea_m2(part)}).value;
        m_accounts.push_back({plan.forestShareOfPart[part], area_ha, 0});
    }
}

std::vector<Planter::WeightedCode> Planter::available(
    const std::vector<std::pair<std::string, double>>& mix) const {
    std::vector<WeightedCode> codes;
    for (const auto& [symbol, weight] : mix) {
        const auto found = std::ranges::find(m_facts.forestCodes, symbol, &ForestCodeFact::symbol);
        if (found != m_facts.forestCodes.end()) codes.push_back({*found, weight});
    }
    if (codes.empty()) codes.push_back({m_facts.forestCodes.front(), 1});
    return codes;
}

const ForestCodeFact& Planter::draw(const std::vector<WeightedCode>& codes) {
    double sum = 0;
    for (const WeightedCode& code : codes) sum += code.weight;
    double left = m_random.fraction() * sum;
    for (const WeightedCode& code : codes) {
        left -= code.weight;
        if (left < 0) return code.code;
    }
    return codes.back().code;
}

Planting Planter::plant(const Plot& plot) {
    Planting planting;
    const double drawn_ha = geo::toHectares(geo::SquareMetres{plot.area_m2}).value;
    const double error = m_random.between(-declaredError, declaredError);
    planting.declared_ha = std::max(0.01, rounded_ha(drawn_ha * (1 + error)));
    if (isForest(plot, planting.declared_ha)) {
        plantForest(plot, planting);
    } else {
        plantOtherLand(plot, planting);
    }
    return planting;
}

bool Planter::isForest(const Plot& plot, double declared_ha) {
    Account& account = m_accounts[plot.part];
    account.due_ha += account.share * declared_ha + m_carried_ha;
    m_carried_ha = 0;
    const double swing_ha = std::clamp(patchSwingOfRest * account.left_ha, 0.0, patchSwing_ha);
    const bool isDue = account.due_ha + swing_ha * m_patches.at(plot.centre) > declared_ha / 2;
    if (isDue) account.due_ha -= declared_ha;
    account.left_ha -= declared_ha;
    if (account.left_ha < declared_ha) std::swap(m_carried_ha, account.due_ha);
    return isDue;
}

void Planter::plantForest(const Plot& plot, Planting& planting) {
    m_rubberDue_ha += m_rubberShare * planting.declared_ha;
    const double wish_ha = m_rubberDue_ha + rubberSwing_ha * (m_rubberPatches.at(plot.centre) - 0.1);
    planting.isRubber = m_rubberDue_ha > 0 && wish_ha > planting.declared_ha / 2;
    if (planting.isRubber) m_rubberDue_ha -= planting.declared_ha;
    planting.isPlanted = planting.isRubber || m_random.fraction() < plantedShareOfForest;
    planting.code = draw(planting.isRubber    ? m_rubber
                         : planting.isPlanted ? m_plantedForest
                                              : m_naturalForest);
    const double lot = m_random.fraction();
    if (planting.isPlanted) {
        planting.purpose = lot < 0.15 ? 1 : 3;
    } else {
        planting.purpose = lot < 0.52 ? 1 : lot < 0.62 ? 2 : 3;
    }
}

void Planter::plantOtherLand(const Plot& plot, Planting& planting) {
    m_strayRubberDue_ha += strayRubberShare * planting.declared_ha;
    const double wish_ha = m_strayRubberDue_ha + rubberSwing_ha * (m_rubberPatches.at(plot.centre) - 0.2);
    if (m_strayRubberDue_ha > 0 && wish_ha > planting.declared_ha / 2) {
        m_strayRubberDue_ha -= planting.declared_ha;
        planting.isRubber = planting.isPlanted = true;
        planting.code = draw(m_rubber);
        return;  // rubber on farm land: the code counts, the rule does not
    }
    planting.code = draw(m_otherLand);
    planting.isPlanted = planting.code.symbol.starts_with("DTR");
    const bool isFarmOrTown =
        planting.code.symbol.starts_with("NN") || planting.code.symbol.starts_with("DKH");
    const double lot = m_random.fraction();
    if (lot < (isFarmOrTown ? 0.1 : 0.9)) planting.purpose = lot < (isFarmOrTown ? 0.04 : 0.35) ? 1 : 3;
}

}  // namespace sample
