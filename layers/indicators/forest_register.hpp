// SPDX-License-Identifier: Apache-2.0
// Forest as the forest service counts it: declared hectares by declared commune.
#pragma once

#include <span>

#include "geo/base/progress.hpp"
#include "layers/indicators/forest_tally.hpp"
#include "layers/units/unit_carrier.hpp"

namespace layers {

/// The declared area of plots that count, by declared commune, carried to the units asked for. A plot that
/// stands twice counts once; one of another time than its layer's is carried from its own.
/// Findings: `forest.unknown-code`, `forest.no-code`, `forest.duplicate`, `forest.no-area`,
///           `forest.not-carried`, each with layer and row. Steps: `compute.duplicates`, `compute.register`.
/// Errors: BadData `forest.fields-missing`; Stopped.
ForestTally tallyRegister(const ForestRules& rules, const UnitCarrier& carrier,
                          std::span<const PlotLayer> layers, geo::Progress& progress);

}  // namespace layers
