// SPDX-License-Identifier: Apache-2.0
// `export --by`: the polygons of a layer, cut at the borders of units.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/jobs/outcome.hpp"
#include "geo/base/date.hpp"
#include "geo/base/progress.hpp"
#include "geo/base/quantities.hpp"
#include "layers/text/encoding.hpp"
#include "layers/units/unit.hpp"

namespace app {

struct CutExportRequest {
    /// The name of a shown layer, the word of a kind that one layer has, or a file in the workspace's system.
    std::string layer;
    layers::UnitLevel level = layers::UnitLevel::Commune;
    /// Nothing: the newest units of that level.
    std::optional<geo::Date> unitsOn = {};
    /// .gpkg or .shp
    std::filesystem::path out;
    layers::Encoding encoding = layers::Encoding::Utf8;
    /// Narrower pieces are findings.
    geo::Metres sliverWidth{1};
    /// 0: as many as the machine has. The result does not depend on it.
    unsigned threads = 0;
};

/// Writes one row for each polygon and unit it has a part in: the fields of the layer, `unit_code`,
/// `unit_name`, `area_ha`, `source_row`; what lies outside all units is a row without unit. A polygon inside
/// one unit keeps every corner; pieces stand on a millimetre grid. Fields the layer calls alike get `_1`.
/// Rows:   one for each unit with something in it (code, name, polygons, area_ha); outside all units last.
/// Ledger: read + zones overlap ± rounding = in units + outside all units, to the square millimetre.
/// Findings: `overlay.sliver`, `overlay.sliver-rest` (width_m, area_m2), `overlay.renamed`, `shape.repaired`,
///         `area.shape-unusable`, notes of the format. Steps: `overlay.cutting`, those of writeLayers().
/// Errors: those of openFaces(); Refused `overlay.other-crs` (source, crs, wanted); NotFound
///         `units.no-layer`; BadData `area.no-polygons` (source); those of layers::writeLayers(). A failure
///         leaves the old file whole.
Outcome exportCutLayer(const Project& project, const CutExportRequest& request, geo::Progress& progress);

}  // namespace app
