// SPDX-License-Identifier: Apache-2.0
// What a forest-cover figure is made from: the plots of one day, the units, their shapes and their areas.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/jobs/compute.hpp"
#include "app/jobs/figure_task.hpp"
#include "layers/indicators/forest_tally.hpp"
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

/// The shapes of the units, a province as its communes.
/// Errors: NotFound `units.no-layer`.
std::vector<layers::Zone> zonesOf(const FigureRoom& room, const CoverPlan& plan);

/// The area of every unit on the map, by code, as the plan measures it.
std::map<std::string, geo::Hectares> zoneAreas(const std::vector<layers::Zone>& zones, const CoverPlan& plan,
                                               const geo::Crs& crs);

/// The ratio by which plane areas at a plot become those the plan asks for.
layers::OverlayTally::AreaFactor areaFactor(const CoverPlan& plan, const geo::Crs& crs);

}  // namespace app
