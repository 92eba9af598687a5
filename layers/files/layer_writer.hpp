// SPDX-License-Identifier: Apache-2.0
// Layers written to a file that was reopened and compared before it took its place.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "geo/base/date.hpp"
#include "geo/base/message.hpp"
#include "geo/base/progress.hpp"
#include "layers/model/layer_to_write.hpp"
#include "layers/text/encoding.hpp"

namespace layers {

struct WriteOptions {
    /// Stands wherever a format wants a date, so that the same data give the same bytes.
    geo::Date asOf;
    /// Only shapefiles know any other than UTF-8.
    Encoding encoding = Encoding::Utf8;
    /// Hears what the format could not hold: `file.text-cut` (path, field, count, row of the first, limit).
    std::function<void(const geo::Message&)> onNote;
};

/// Writes by extension .gpkg, .shp or .geojson and answers the files that came to be, the target first.
/// A shapefile holds one layer: of several, each goes to `NAME_layer.shp`. Beside it stand .prj, .cpg (UTF-8
/// only) and `NAME.fields.csv`, which gives every shortened field its full name. GeoJSON is in WGS 84 and
/// holds one layer. Steps:  `files.writing`, `files.comparing`; stops between features. Errors: Refused
/// `file.format-not-allowed`, `file.network-address`, `file.folder-missing`, `file.not-writable`; Usage
///         `file.one-layer-only`, `file.geojson-needs-wgs84`, `file.encoding-not-for-format`,
///         `file.shape-needed`; BadData `text.not-encodable` with context `file.row`; Internal
///         `file.written-differs`, `file.write-failed`. The old file then stands.
std::vector<std::filesystem::path> writeLayers(const std::filesystem::path& target,
                                               std::vector<LayerToWrite> layers, const WriteOptions& options,
                                               geo::Progress& progress);

}  // namespace layers
