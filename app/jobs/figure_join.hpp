// SPDX-License-Identifier: Apache-2.0
// Gives the features of a layer what is known of them besides their own fields, as columns.
#pragma once

#include <vector>

#include "layers/indicators/observation.hpp"
#include "layers/model/feature_stream.hpp"
#include "layers/model/layer_record.hpp"

namespace app {

/// Adds, by the unit's `code`, what one indicator says of it: `forest_cover` (%), `forest_ha`, `area_ha`,
/// `status`, `as_of`, `method` for forest cover, else `NAME`, `NAME_numerator`, `NAME_denominator`,
/// `NAME_status`, `NAME_as_of`, `NAME_method`; then `NAME_source` and `NAME_source_sha256`, the files behind
/// it; a unit without a figure keeps them empty. Without observations
/// the stream stays as it is.
layers::FeatureStream withFigures(layers::FeatureStream units,
                                  const std::vector<layers::Observation>& observations,
                                  const std::vector<layers::LayerRecord>& shown);

/// Adds `source_row`, the row of the source file each feature came from.
layers::FeatureStream withSourceRow(layers::FeatureStream features);

}  // namespace app
