// SPDX-License-Identifier: Apache-2.0
// Makes the source files an office would hold, from a province pack.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "geo/base/progress.hpp"

namespace sample {

struct SampleRequest {
    /// A folder as sample-data/provinces/12.
    std::filesystem::path packFolder;
    /// Made when it is missing; files of the same names are replaced.
    std::filesystem::path targetFolder;
    std::int64_t plots = 20'000;
    /// Plots that ignore commune borders, three in a thousand of them crossing themselves; one GeoPackage.
    bool crossing = false;
    std::uint64_t seed = 12;
    /// Mistakes in forest shapefiles, site files, tables and field work, each listed in truth.json.
    bool plantsFaults = true;
};

struct SampleResult {
    /// In the order they were written; truth.json is the last.
    std::vector<std::filesystem::path> files;
    std::int64_t plots = 0;
    std::int64_t selfCrossingPlots = 0;
};

/// Writes communes and districts of both epochs, the lineage between them, forest plots, rivers, sub-basins,
/// sites, outfalls, reported figures, assigned targets, field work and truth.json.
/// Forest: a TCVN3 shapefile a former district; above a million plots, or crossing, one UTF-8 GeoPackage.
/// Same:   the same pack, request and program give the same bytes.
/// Steps:  `sample.cutting-communes`, `sample.cutting-parts`, `sample.planting`, those of Themes and of
/// writeLayers(). Errors: Usage `sample.too-few-plots` (plots, needed); Refused `sample.folder-not-made`
/// (path); those of
///         readPackFacts(), Themes and layers::writeLayers().
SampleResult makeSample(const SampleRequest& request, geo::Progress& progress);

}  // namespace sample
