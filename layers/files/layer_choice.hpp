// SPDX-License-Identifier: Apache-2.0
// Which layers of a file are meant.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "layers/files/ogr_reader.hpp"

namespace layers {

/// The layer of that name; without a name the only one, a GPX file's waypoints, or all folders of a KML file
/// that hold one sort of shape. A spatial file's plain tables are offered only where there is nothing else.
/// Errors: NotFound `file.layer-missing` (path, layer, layers); BadData `file.layer-choice` (path, layers),
///         `file.empty-layer`, `file.unreadable`.
std::vector<OgrReader> chooseLayers(const std::filesystem::path& path, Format format, void* dataset,
                                    const std::string& layerName);

}  // namespace layers
