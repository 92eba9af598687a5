// SPDX-License-Identifier: Apache-2.0
// Outfalls as an office lists them.
#pragma once

#include <filesystem>
#include <vector>

#include "sample-data/generator/faults.hpp"
#include "sample-data/generator/outfalls.hpp"

namespace sample {

/// `diem_xa_thai.csv`. Errors: those of writeText().
std::filesystem::path writeOutfallFile(const PackFacts& facts, const std::vector<SampleOutfall>& outfalls,
                                       const std::filesystem::path& folder, PlantedFaults& faults);

}  // namespace sample
