// SPDX-License-Identifier: Apache-2.0
// Gives the units of a layer their figures as columns.
#pragma once

#include <vector>

#include "layers/indicators/observation.hpp"
#include "layers/model/feature_stream.hpp"

namespace app {

/// Adds `forest_cover` (%), `forest_ha`, `area_ha`, `status`, `as_of`, `method` by the unit's `code`; a unit without a
/// figure keeps them empty. Without observations the stream stays as it is.
layers::FeatureStream withFigures(layers::FeatureStream units, const std::vector<layers::Observation>& observations);

}  // namespace app
