// SPDX-License-Identifier: Apache-2.0
// Registered places in the formats offices keep them in.
#pragma once

#include <filesystem>
#include <vector>

#include "geo/base/progress.hpp"
#include "sample-data/generator/sites.hpp"

namespace sample {

/// `cum_cong_nghiep.kml`, `bai_rac.csv`, `mo_khoang_san.shp` (TCVN3, without .prj), `thuy_dien.geojson` and
/// `mo_hinh_ktth.xlsx`. Errors: those of layers::writeLayers(), layers::writeTable() and writeText().
std::vector<std::filesystem::path> writeSiteFiles(const SiteMaking& making, const Sites& sites,
                                                  const std::filesystem::path& folder, PlantedFaults& faults,
                                                  geo::Progress& progress);

}  // namespace sample
