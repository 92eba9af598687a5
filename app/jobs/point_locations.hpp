// SPDX-License-Identifier: Apache-2.0
// `where --points`: the unit each of very many points lies in, and what is nearest to it.
#pragma once

#include <filesystem>
#include <optional>

#include "app/jobs/check_intake.hpp"
#include "app/jobs/outcome.hpp"
#include "geo/base/date.hpp"
#include "geo/base/progress.hpp"
#include "geo/base/quantities.hpp"
#include "layers/model/kinds.hpp"
#include "layers/units/unit.hpp"

namespace app {

struct PointLocationRequest {
    /// A layer of points, or a table with columns of coordinates.
    FieldFile points;
    layers::UnitLevel level = layers::UnitLevel::Commune;
    /// Nothing: the newest units of that level.
    std::optional<geo::Date> unitsOn = {};
    /// Sites, streams or units whose nearest is named with its distance.
    std::optional<layers::Kind> nearest = {};
    /// Nothing: as far as `where` looks for streams and sites.
    std::optional<geo::Metres> within = {};
    /// A table (.csv, .xlsx) or a layer (.gpkg, .shp, .geojson).
    std::filesystem::path out;
};

/// Writes every row of the points with all its fields, then `unit_code`, `unit_name` and, when asked for,
/// `nearest_name` and `nearest_m` (metres on the plane); what is outside or farther stays empty. A field of
/// the same name keeps it, the new one is numbered. A layer written as a table is given its coordinates
/// first: `lon`, `lat` or `east`, `north`. A layer keeps the system of the points; GeoJSON is in WGS 84.
/// The points pass through batch by batch; nothing is kept in the workspace.
///
/// Rows:     one a unit with its points, in the order of the units; those outside come last without a code.
/// Ledger:   points: in = in-units + outside-all-units + no-position.
/// Findings: those of PointBatches, of single rows the first thousand and then `where.points-more-findings`
///           (count), each with the file as source.
/// Steps:    `where.locating`, and those of the writers.
/// Errors:   those of PointBatches in context `check.file` (file), of NearPlaces and of the writers; NotFound
///           `units.no-layer`; Usage `export.format-unknown` (file), `where.within-not-positive` (within_m).
///           An old file of that name then stands.
Outcome locatePoints(const Project& project, const PointLocationRequest& request, geo::Progress& progress);

}  // namespace app
