// SPDX-License-Identifier: Apache-2.0
// `export`: layers and figures handed over in files others can open.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/jobs/compute.hpp"
#include "app/words/catalogue.hpp"
#include "geo/crs/crs.hpp"
#include "layers/text/encoding.hpp"

namespace app {

struct ExportRequest {
    /// Names of kinds or layers; none: everything shown. Figures by unit go with the layer of these units.
    std::vector<std::string> layers;
    std::filesystem::path out;
    /// For tables (.csv, .xlsx): the figures to hand over; instead of them, the rows of the one layer named,
    /// or everything found when its name is `findings`.
    ComputeRequest figures;
    /// Units were named: without a layer theirs alone is meant; any other layer of polygons is cut at their
    /// borders, as exportCutLayer() does.
    bool isByUnit = false;
    /// An indicator was named: beside a layer nobody could say which of the two a table should hold.
    bool isOfIndicator = false;
    /// Nothing: the workspace's own; GeoJSON is always WGS 84.
    std::optional<geo::Crs> crs;
    layers::Encoding encoding = layers::Encoding::Utf8;
    std::filesystem::path themesFolder;
};

/// Layers of one name are numbered in a file that holds several.
/// Errors: NotFound `export.layer-unknown` (layer), `export.nothing`; Usage `export.format-unknown` (file),
///         `export.findings-are-a-table`, `export.several-layers` (path, layers) where a table would have to
///         hold several, `export.layer-or-figures` (layer) where it would have to hold rows and figures;
///         those of figuresFor(), layers::writeLayers(), layers::writeTable() and exportCutLayer(). A failure
///         leaves the old file whole.
Outcome exportFiles(const Project& project, const ExportRequest& request, const Catalogue& words,
                    geo::Progress& progress);

}  // namespace app
