// SPDX-License-Identifier: Apache-2.0
// How much of each new commune each former district gave, so that the districts' areas come out.
#pragma once

#include <vector>

#include "sample-data/generator/pack_facts.hpp"

namespace sample {

/// Square metres by new commune, then by district; zero where lineage knows no part.
using DistrictShares = std::vector<std::vector<double>>;

/// How large each part of lineage may plausibly be beside its sisters; towns and wards are small.
std::vector<double> plausibleSizes(const PackFacts& facts, std::uint64_t seed);

/// Rows fit the communes' areas exactly, columns the districts' official areas as nearly as rows allow.
/// Source: iterative proportional fitting, Deming and Stephan 1940, doi:10.1214/aoms/1177731829.
DistrictShares fitDistrictShares(const PackFacts& facts, const std::vector<double>& sizes,
                                 const std::vector<double>& communeAreas_m2);

}  // namespace sample
