// SPDX-License-Identifier: Apache-2.0
// `tabulate`: how much of a layer's area lies in which unit, by class.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/jobs/compute.hpp"
#include "app/jobs/outcome.hpp"
#include "app/words/catalogue.hpp"
#include "layers/text/encoding.hpp"

namespace app {

struct TabulateRequest {
    /// The name of a shown layer, the word of a kind that one layer has, or a file of
    /// polygons.
    std::string source;
    /// Of a file with several layers.
    std::string layerInFile = {};
    /// Of a shapefile.
    layers::Encoding encoding = layers::Encoding::Auto;
    /// The field whose text is the class; empty for no classes.
    std::string classField = {};
    layers::UnitLevel level = layers::UnitLevel::Commune;
    /// Nothing: the newest units of that level.
    std::optional<geo::Date> unitsOn = {};
    AreaKind area = AreaKind::Plane;
    /// A table (.csv, .xlsx) to write as well.
    std::optional<std::filesystem::path> out = {};
};

/// Rows: one for each unit and class with something in it, in hectares; what lies outside all units comes
///       last, without a code. Nothing is kept in the workspace. Findings and ledger as
///       layers::tabulateAreas().
/// Errors: NotFound `area.source-unknown` (source, layers), `units.no-layer`; Usage `area.source-choice`
///         (source, layers), `area.not-a-table` (file); Refused `area.other-crs` (source, crs, wanted);
///         BadData `area.no-crs`, `area.no-polygons` (source); those of layers::tabulateAreas(),
///         geoPackageParts(), fileShapes() and writeTable().
Outcome tabulateLayer(const Project& project, const TabulateRequest& request, const Catalogue& words,
                      geo::Progress& progress);

}  // namespace app
