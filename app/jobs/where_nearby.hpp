// SPDX-License-Identifier: Apache-2.0
// What lies near a point: the stream, registered places, the border of its commune.
#pragma once

#include "app/jobs/outcome.hpp"
#include "geo/base/quantities.hpp"
#include "geo/shape/coordinate.hpp"
#include "layers/model/layer_record.hpp"
#include "layers/store/workspace.hpp"

namespace app {

/// Nothing farther is called near.
inline constexpr geo::Metres farthestStreamShown{25'000};
inline constexpr geo::Metres farthestSiteShown{20'000};
inline constexpr std::size_t mostSitesShown = 3;
/// Drawn borders and receivers are both off by metres: so close to a border the unit is in doubt.
inline constexpr geo::Metres borderInDoubt{10};

/// A row `stream` with its distance: the nearest of all shown rivers.
void addNearestStream(Outcome& outcome, const layers::Workspace& workspace, geo::Coordinate position);

/// Rows `site`, nearest first; of equally near ones in the order of the register.
void addNearestSites(Outcome& outcome, const layers::Workspace& workspace, geo::Coordinate position);

/// Finding `where.near-border` (unit, other, distance_m) when another unit of the layer lies within
/// borderInDoubt, `where.near-edge` (unit, distance_m) when only the layer's own edge does.
void noteNearBorder(Outcome& outcome, const layers::Workspace& workspace, const layers::LayerRecord& units,
                    geo::Coordinate position);

}  // namespace app
