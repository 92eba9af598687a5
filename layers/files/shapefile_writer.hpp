// SPDX-License-Identifier: Apache-2.0
// One layer as a shapefile: .shp .shx .dbf .prj, .cpg for UTF-8, and the list of full field names.
#pragma once

#include <filesystem>

#include "layers/files/layer_digest.hpp"
#include "layers/files/layer_writer.hpp"

namespace layers {

/// Writes into the folder of `shp`, which is not yet the target; answers what must be read back.
/// Errors: as writeLayers().
LayerDigest writeShapefile(const std::filesystem::path& shp, const LayerToWrite& layer,
                           const WriteOptions& options, geo::Progress& progress);

/// The files that an older shapefile of this name may have left.
std::vector<std::filesystem::path> shapefileParts(const std::filesystem::path& shp);

}  // namespace layers
