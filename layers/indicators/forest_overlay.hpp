// SPDX-License-Identifier: Apache-2.0
// Forest as the map says: the exact area of plots inside each unit.
#pragma once

#include <span>

#include "geo/base/progress.hpp"
#include "layers/indicators/forest_tally.hpp"
#include "layers/indicators/unit_zones.hpp"

namespace layers {

struct ForestOverlay {
    ForestRules rules;
    std::span<const Zone> zones;
    AreaFactor areaFactor;
    /// 0: as many as the machine has. The result does not depend on it.
    unsigned threads = 0;
};

/// The area of plots that count inside each zone, to the square millimetre. A plot that stands twice counts
/// once.
/// Findings: `forest.unknown-code`, `forest.no-code`, `forest.duplicate`, `forest.outside` (area_ha) for
///           plots that count and lie outside all zones by more than a hundredth of a hectare,
///           `shape.repaired` for rings that cross, `forest.shape-unusable` where there is nothing to
///           measure; each with layer and row. Steps: `compute.indexing`, `compute.overlay`.
/// Errors: BadData `forest.fields-missing`; Stopped.
ForestTally tallyOverlay(const ForestOverlay& question, std::span<const PlotLayer> layers,
                         geo::Progress& progress);

}  // namespace layers
