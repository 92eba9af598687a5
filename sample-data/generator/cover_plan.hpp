// SPDX-License-Identifier: Apache-2.0
// How much forest each part is to have, so that the published rates come out.
#pragma once

#include <cstdint>
#include <vector>

#include "sample-data/generator/pack_facts.hpp"
#include "sample-data/generator/territory.hpp"

namespace sample {

struct CoverPlan {
    /// Share of each part's area under forest that counts, rubber by the rule.
    std::vector<double> forestShareOfPart;
    /// Share of that forest which is rubber on land planned for forestry.
    double rubberShareOfForest = 0;
};

/// Published rates hold: the province's, and those of districts (as a rate, or as an area). What is left goes
/// to the other districts, and in a district to its parts, unevenly by chance; towns get less.
CoverPlan planCover(const PackFacts& facts, const Territory& territory, std::uint64_t seed);

}  // namespace sample
