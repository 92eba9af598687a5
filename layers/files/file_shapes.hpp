// SPDX-License-Identifier: Apache-2.0
// A layer of any file in parts, for work that wants shapes and a few values.
#pragma once

#include <filesystem>

#include "layers/files/layer_source.hpp"
#include "layers/model/shape_stream.hpp"

namespace layers {

/// A shapefile in parts of its records, which any threads may read, each through a source of its own; other
/// files in one part. Shapes as WKB, values, rows, encoding and CRS as LayerSource gives them.
/// Errors: as LayerSource::open(), and while reading as LayerSource::features().
ShapeParts fileShapes(const std::filesystem::path& path, const OpenOptions& options = {});

}  // namespace layers
