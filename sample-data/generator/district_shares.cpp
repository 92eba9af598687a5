// SPDX-License-Identifier: Apache-2.0
// Rows and columns scaled in turn until both fit.
#include "sample-data/generator/district_shares.hpp"

#include "sample-data/generator/random.hpp"

namespace sample {
namespace {

constexpr int fittingRounds = 400;

void fitRows(DistrictShares& shares, const std::vector<double>& rowSums) {
    for (std::size_t row = 0; row < shares.size(); ++row) {
        double sum = 0;
        for (const double share : shares[row]) sum += share;
        for (double& share : shares[row]) share *= sum > 0 ? rowSums[row] / sum : 0;
    }
}

void fitColumns(DistrictShares& shares, const std::vector<UnitFact>& districts) {
    for (std::size_t column = 0; column < districts.size(); ++column) {
        if (!districts[column].officialArea) continue;
        double sum = 0;
        for (const auto& row : shares) sum += row[column];
        if (sum <= 0) continue;
        const double factor = geo::toSquareMetres(*districts[column].officialArea).value / sum;
        for (auto& row : shares) row[column] *= factor;
    }
}

}  // namespace

std::vector<double> plausibleSizes(const PackFacts& facts, std::uint64_t seed) {
    Random random(mixBits(seed, 0x517e));
    std::vector<double> sizes;
    for (const PartFact& part : facts.parts) {
        const double spread = random.between(0.75, 1.25);
        sizes.push_back(part.share * spread * (isTown(facts.oldCommunes[part.oldCommune]) ? 0.3 : 1.0));
    }
    return sizes;
}

DistrictShares fitDistrictShares(const PackFacts& facts, const std::vector<double>& sizes,
                                 const std::vector<double>& communeAreas_m2) {
    DistrictShares shares(facts.newCommunes.size(), std::vector<double>(facts.districts.size(), 0.0));
    for (std::size_t part = 0; part < sizes.size(); ++part) {
        shares[facts.parts[part].newCommune][facts.parts[part].district] += sizes[part];
    }
    for (int round = 0; round < fittingRounds; ++round) {
        fitColumns(shares, facts.districts);
        fitRows(shares, communeAreas_m2);
    }
    return shares;
}

}  // namespace sample
