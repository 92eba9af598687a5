// SPDX-License-Identifier: Apache-2.0
// A layer of a GeoPackage in parts, its shapes read where they lie.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "layers/model/shape_stream.hpp"

namespace layers {

/// The rows of a layer cut into parts by its data alone; any number of threads may read them. Without a name
/// the only layer is meant, without fields all of them (those named that exist, in that order). Source rows
/// count from 1 in the order of row ids, as LayerSource counts them; text is in NFC, dates and moments are
/// text as the file holds them.
/// Errors: NotFound `file.missing` (path), `file.layer-missing` (path, layer, layers); BadData
/// `file.not-a-geopackage` (path), `file.layer-choice` (path, layers), `store.damaged` (path); Refused
/// `file.layer-without-rows` (path, layer) for a view. While reading Refused `store.layer-changed` (path)
/// when another program has written in the meantime; BadData `text.not-utf8` in context `file.row` (path,
/// row).
ShapeParts geoPackageParts(const std::filesystem::path& file, const std::string& layerName = {},
                           const std::optional<std::vector<std::string>>& fields = std::nullopt);

}  // namespace layers
