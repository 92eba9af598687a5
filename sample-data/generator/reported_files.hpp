// SPDX-License-Identifier: Apache-2.0
// Reported figures year by year, and targets handed on to communes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sample-data/generator/faults.hpp"
#include "sample-data/generator/reported.hpp"

namespace sample {

/// `chi_tieu_Y.csv` and `.xlsx` by turns. Errors: those of writeText() and layers::writeTable().
std::vector<std::filesystem::path> writeReportedFiles(const PackFacts& facts, const Reported& reported,
                                                      const std::filesystem::path& folder,
                                                      PlantedFaults& faults);

struct AssignedTarget {
    std::string indicator;
    std::size_t commune = 0;
    int year = 0;
    int value_percent = 0;
};

/// Forest cover for every commune, somewhat above what it has; rural waste for every third.
/// Cover: percent of each present commune today.
std::vector<AssignedTarget> assignTargets(const PackFacts& facts, const std::vector<double>& cover_percent,
                                          std::uint64_t seed);

/// `chi_tieu_giao.csv`. Errors: those of layers::writeTable().
std::filesystem::path writeTargetFile(const PackFacts& facts, const std::vector<AssignedTarget>& targets,
                                      const std::filesystem::path& folder);

}  // namespace sample
