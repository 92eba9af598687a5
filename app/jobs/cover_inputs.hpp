// SPDX-License-Identifier: Apache-2.0
// What a forest-cover figure is made from: the plots of one day, the units, their shapes and their areas.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/jobs/compute.hpp"
#include "app/jobs/figure_task.hpp"
#include "layers/indicators/forest_cover.hpp"
#include "layers/model/layer_record.hpp"

namespace app {

/// The choices of a request with every default decided.
struct CoverPlan {
    CoverMethod method = CoverMethod::Register;
    DenominatorKind denominator = DenominatorKind::Official;
    AreaKind area = AreaKind::Plane;
    layers::UnitLevel level = layers::UnitLevel::Commune;
    geo::Date unitsOn;
    /// The day the plots describe.
    geo::Date asOf;
    layers::RubberRule rubber = layers::RubberRule::Rule;
    /// The layers of plots of that day.
    std::vector<layers::LayerRecord> plots;
};

/// Errors: NotFound `compute.no-layers`, `compute.no-layers-that-year`; Usage `compute.basin-by-map-only`
/// when
///         the register is asked for basins.
CoverPlan planCover(const FigureRoom& room, const ComputeRequest& request);

std::string questionText(const FigureRoom& room, const CoverPlan& plan);

}  // namespace app
