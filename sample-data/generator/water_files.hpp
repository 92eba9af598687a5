// SPDX-License-Identifier: Apache-2.0
// Rivers and sub-basins as files of an office.
#pragma once

#include <filesystem>
#include <vector>

#include "geo/base/progress.hpp"
#include "sample-data/generator/waters.hpp"

namespace sample {

/// `song_suoi.gpkg` and `luu_vuc.gpkg`. Errors: those of layers::writeLayers().
std::vector<std::filesystem::path> writeWaterFiles(const PackFacts& facts, const Territory& territory,
                                                   const Waters& waters, const std::filesystem::path& folder,
                                                   geo::Progress& progress);

}  // namespace sample
