// SPDX-License-Identifier: Apache-2.0
// `overlay`: two layers of polygons cut by one another, or one dissolved by class.
#pragma once

#include <filesystem>
#include <string>

#include "app/jobs/outcome.hpp"
#include "geo/base/date.hpp"
#include "geo/base/progress.hpp"
#include "geo/base/quantities.hpp"
#include "layers/text/encoding.hpp"

namespace app {

enum class OverlayOperation { Intersection, Difference, Union };

struct OverlayRequest {
    /// The name of a shown layer, the word of a kind that one layer has, or a file; both in one system.
    std::string first;
    std::string second;
    OverlayOperation operation = OverlayOperation::Intersection;
    /// .gpkg or .shp
    std::filesystem::path out;
    layers::Encoding encoding = layers::Encoding::Utf8;
    /// Stands wherever a format wants a date.
    geo::Date asOf{1970, 1, 1};
    /// Narrower pieces are findings.
    geo::Metres sliverWidth{1};
    /// 0: as many as the machine has. The result does not depend on it.
    unsigned threads = 0;
};

/// Writes the pieces with the fields of both layers, `area_ha`, `source_row` and `other_row` (rows of the
/// first and the second layer). Intersection: what both cover. Difference: what of the first lies in none of
/// the second. Union: both of these and what of the second lies in none of the first. Fields both have get
/// `_1` and `_2`. A project without a workspace has files alone.
/// Memory: the second layer; union: the shapes of both.
/// Ledger: what was read, less what the operation drops, is what was written, to the square millimetre,
///         overlaps within a layer and rounding apart.
/// Findings, steps: as exportCutLayer(); also `overlay.reading`.
/// Errors: those of openFaces() and layers::writeLayers(); Refused `overlay.other-crs` (source, crs,
///         wanted); BadData `area.no-polygons` (source).
Outcome overlayLayers(const Project& project, const OverlayRequest& request, geo::Progress& progress);

struct DissolveRequest {
    std::string source;
    /// The field whose text is the class; empty to dissolve everything into one.
    std::string field;
    std::filesystem::path out;
    layers::Encoding encoding = layers::Encoding::Utf8;
    geo::Date asOf{1970, 1, 1};
    unsigned threads = 0;
};

/// Writes one row for each class, in the order of their texts: the field, `polygons`, `area_ha`.
/// Memory: all shapes.
/// Ledger: read = written + overlaps within a class ± rounding, to the square millimetre.
/// Errors: as overlayLayers(); NotFound `area.field-missing` (field, known).
Outcome dissolveLayer(const Project& project, const DissolveRequest& request, geo::Progress& progress);

}  // namespace app
