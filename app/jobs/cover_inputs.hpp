// SPDX-License-Identifier: Apache-2.0
// What a forest-cover figure is made from: the plots of one day, the units, their shapes and their areas.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/jobs/compute.hpp"
#include "app/project/project.hpp"
#include "layers/indicators/forest_tally.hpp"
#include "layers/model/layer_record.hpp"
#include "layers/store/workspace.hpp"
#include "layers/units/unit_register.hpp"

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
    /// Their least settled release.
    layers::Release release = layers::Release::Approved;
};

/// Errors: NotFound `compute.no-forest`, `compute.no-forest-that-year`.
CoverPlan planCover(const layers::Workspace& workspace, const Project& project,
                    const layers::UnitRegister& units, const ComputeRequest& request);

/// The question a plan answers, down to the versions of every layer it reads: equal texts, equal figures.
std::string questionText(const CoverPlan& plan, const layers::Workspace& workspace, const Project& project,
                         const layers::UnitRegister& units);

/// The files behind the plots, for captions.
std::string sourceText(const CoverPlan& plan);

/// The shapes of the units, a province as its communes.
/// Errors: NotFound `units.no-layer`.
std::vector<layers::Zone> zonesOf(const layers::Workspace& workspace, const Project& project,
                                  const layers::UnitRegister& units, const CoverPlan& plan);

/// The area of every unit on the map, by code, as the plan measures it.
std::map<std::string, geo::Hectares> zoneAreas(const std::vector<layers::Zone>& zones, const CoverPlan& plan,
                                               const geo::Crs& crs);

/// The ratio by which plane areas at a plot become those the plan asks for.
layers::OverlayTally::AreaFactor areaFactor(const CoverPlan& plan, const geo::Crs& crs);

}  // namespace app
