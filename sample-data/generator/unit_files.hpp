// SPDX-License-Identifier: Apache-2.0
// Communes of both epochs, districts and the lineage between them, as files of an office.
#pragma once

#include <filesystem>
#include <vector>

#include "geo/base/progress.hpp"
#include "sample-data/generator/territory.hpp"

namespace sample {

/// Writes `xa_phuong_Y.gpkg`, `xa_B.shp`, `huyen_B.shp` (both TCVN3) and `lineage_Y.csv`, where Y is the year
/// of the reform and B the year before. Errors: those of layers::writeLayers() and layers::writeTable().
std::vector<std::filesystem::path> writeUnitFiles(const PackFacts& facts, const Territory& territory,
                                                  const std::filesystem::path& folder,
                                                  geo::Progress& progress);

}  // namespace sample
