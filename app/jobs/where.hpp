// SPDX-License-Identifier: Apache-2.0
// `where`: what lies at and near a point, today and by earlier epochs, and its coordinates in every system in
// use.
#pragma once

#include "app/jobs/outcome.hpp"
#include "geo/base/progress.hpp"
#include "geo/shape/coordinate.hpp"

namespace app {

/// The point is longitude and latitude in degrees, WGS 84.
/// Rows, by `what`: `position` `unit` `plot` `basin` `stream` `site`.
/// Findings: `where.outside` when no shown layer of units holds the point; `where.several` when two units of
/// one layer do; `where.near-border`, `where.near-edge` when the border of its commune is too near to tell.
/// Errors: Usage `where.not-degrees` when it is no place on earth.
Outcome locatePoint(const Project& project, geo::Coordinate degrees, geo::Progress& progress);

}  // namespace app
