// SPDX-License-Identifier: Apache-2.0
// Shares first for districts, then for parts, each time scaled to sum right.
#include "sample-data/generator/cover_plan.hpp"

#include <algorithm>
#include <optional>

#include "sample-data/generator/random.hpp"

namespace sample {
namespace {

// What is planted where a pack publishes nothing: near the national 42.03 % of 2024 (QĐ 561/QĐ-BNNMT
// 31/3/2025).
constexpr double usualCover = 0.42;
constexpr double usualRubberShare = 0.02;
constexpr double leastShare = 0.06;
constexpr double mostShare = 0.92;
constexpr int fittingRounds = 60;

double hectares(double area_m2) { return geo::toHectares(geo::SquareMetres{area_m2}).value; }

std::optional<double> publishedForest_ha(const PackFacts& facts, const UnitFact& unit, double area_ha) {
    const double official_ha = unit.officialArea ? unit.officialArea->value : area_ha;
    const auto rate = facts.publishedCover_percent.find(unit.code);
    if (rate != facts.publishedCover_percent.end()) return rate->second / 100 * official_ha;
    const auto area = facts.publishedForest.find(unit.code);
    if (area != facts.publishedForest.end()) return area->second.value;
    return std::nullopt;
}

// Shares in proportion to the wishes, held within bounds, that give the forest wanted over the areas.
std::vector<double> fitShares(std::vector<double> wishes, const std::vector<double>& areas_ha,
                              double wanted_ha) {
    for (int round = 0; round < fittingRounds; ++round) {
        double planned_ha = 0;
        for (std::size_t i = 0; i < wishes.size(); ++i) planned_ha += wishes[i] * areas_ha[i];
        const double factor = planned_ha > 0 ? wanted_ha / planned_ha : 1;
        for (double& wish : wishes) wish = std::clamp(wish * factor, leastShare, mostShare);
    }
    return wishes;
}

class Planner {
  public:
    Planner(const PackFacts& facts, const Territory& territory, std::uint64_t seed)
        : m_facts(facts), m_random(mixBits(seed, 0xf07e57)), m_districtAreas_ha(facts.districts.size(), 0.0) {
        for (std::size_t part = 0; part < facts.parts.size(); ++part) {
            m_partAreas_ha.push_back(hectares(territory.partArea_m2(part)));
            m_districtAreas_ha[facts.parts[part].district] += m_partAreas_ha.back();
        }
    }

    CoverPlan plan() {
        CoverPlan result;
        const double forest_ha = provinceForest_ha();
        const auto forestOfDistricts_ha = districtForests_ha(forest_ha);
        result.forestShareOfPart.assign(m_facts.parts.size(), 0.0);
        for (std::size_t district = 0; district < forestOfDistricts_ha.size(); ++district) {
            planDistrict(district, forestOfDistricts_ha[district], result.forestShareOfPart);
        }
        const auto withoutRubber = m_facts.publishedForest.find(m_facts.province.code);
        result.rubberShareOfForest = withoutRubber == m_facts.publishedForest.end()
                                         ? usualRubberShare
                                         : std::clamp(1 - withoutRubber->second.value / forest_ha, 0.0, 0.5);
        return result;
    }

  private:
    double provinceForest_ha() const {
        double area_ha = 0;
        for (const double part_ha : m_partAreas_ha) area_ha += part_ha;
        return publishedForest_ha(m_facts, m_facts.province, area_ha).value_or(usualCover * area_ha);
    }

    std::vector<double> districtForests_ha(double province_ha) {
        std::vector<double> forests_ha(m_districtAreas_ha.size(), 0.0);
        std::vector<std::size_t> open;
        std::vector<double> openAreas_ha;
        std::vector<double> wishes;
        for (std::size_t i = 0; i < forests_ha.size(); ++i) {
            const auto published = publishedForest_ha(m_facts, m_facts.districts[i], m_districtAreas_ha[i]);
            const double wish = m_random.between(0.8, 1.2);
            forests_ha[i] = published.value_or(0);
            province_ha -= forests_ha[i];
            if (published) continue;
            open.push_back(i);
            openAreas_ha.push_back(m_districtAreas_ha[i]);
            wishes.push_back(wish);
        }
        const auto shares = fitShares(wishes, openAreas_ha, province_ha);
        for (std::size_t k = 0; k < open.size(); ++k) forests_ha[open[k]] = shares[k] * openAreas_ha[k];
        return forests_ha;
    }

    void planDistrict(std::size_t district, double forest_ha, std::vector<double>& shareOfPart) {
        std::vector<std::size_t> parts;
        std::vector<double> areas_ha;
        std::vector<double> wishes;
        for (std::size_t part = 0; part < m_facts.parts.size(); ++part) {
            if (m_facts.parts[part].district != district) continue;
            const bool isSmall = isTown(m_facts.oldCommunes[m_facts.parts[part].oldCommune]);
            parts.push_back(part);
            areas_ha.push_back(m_partAreas_ha[part]);
            wishes.push_back(m_random.between(0.72, 1.28) * (isSmall ? 0.6 : 1));
        }
        const auto shares = fitShares(wishes, areas_ha, forest_ha);
        for (std::size_t i = 0; i < parts.size(); ++i) shareOfPart[parts[i]] = shares[i];
    }

    const PackFacts& m_facts;
    Random m_random;
    std::vector<double> m_partAreas_ha;
    std::vector<double> m_districtAreas_ha;
};

}  // namespace

CoverPlan planCover(const PackFacts& facts, const Territory& territory, std::uint64_t seed) {
    return Planner(facts, territory, seed).plan();
}

}  // namespace sample
