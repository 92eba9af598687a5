// SPDX-License-Identifier: Apache-2.0
// Layers written to a new GeoPackage, indexed, with their styles.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "geo/base/date.hpp"
#include "geo/base/progress.hpp"
#include "geo/crs/crs.hpp"
#include "layers/model/layer_to_write.hpp"

namespace layers {

struct GeoPackageOptions {
    /// Stands for every moment the file keeps, so that the same data give the same bytes.
    geo::Date asOf;
    /// WKT 1 of a CRS, which the standard keeps beside its code.
    std::function<std::string(const geo::Crs&)> wkt1;
};

/// Makes a file that is not there yet. It is safe on the disk only once the caller has brought it there, and
/// worthless after an error. Rows are numbered from 1 in the order they come; a layer without shapes becomes
/// a plain table (`attributes`). The columns `fid` and `geom` are called otherwise where a field has their
/// name. A value that its field's type cannot hold is left out. Text goes down as the bytes it is.
/// Steps:  `files.writing`, stops between rows.
/// Errors: Refused `store.disk-full`, `store.disk-fault`, `store.not-writable`; BadData `shape.kind-mismatch`
///         when a shape does not fit its layer's kind; Internal `store.sql`; whatever the layers' rows throw.
/// Source: OGC 12-128r15 (GeoPackage 1.2), with the R-tree extension (annex F.3).
void writeGeoPackage(const std::filesystem::path& file, const std::vector<LayerToWrite>& layers,
                     const GeoPackageOptions& options, geo::Progress& progress);

}  // namespace layers
