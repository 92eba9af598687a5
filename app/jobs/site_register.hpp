// SPDX-License-Identifier: Apache-2.0
// The registered places and the territories a project shows, as the rules ask for them.
#pragma once

#include <vector>

#include "app/project/project.hpp"
#include "geo/base/date.hpp"
#include "layers/checks/unit_map.hpp"
#include "layers/model/layer_record.hpp"
#include "layers/model/site.hpp"
#include "layers/store/workspace.hpp"
#include "layers/units/unit_register.hpp"

namespace app {

/// The sites of every shown layer of sites, in the order of layers and rows; those without a position too.
std::vector<layers::Site> registeredSites(const layers::Workspace& workspace, const Project& project);
/// The same of one kind; of a kind that holds no sites none.
std::vector<layers::Site> registeredSites(const layers::Workspace& workspace, const Project& project,
                                          layers::Kind kind);

/// The sites of one layer.
std::vector<layers::Site> sitesOf(const layers::Workspace& workspace, const layers::LayerRecord& record);

/// The shapes of a layer that has `code` and `name`: units or sub-basins.
layers::UnitMap unitMapOf(const layers::Workspace& workspace, const layers::LayerRecord& record);

/// The units of that level in force that day.
/// Errors: NotFound `units.no-layer` naming level and day.
layers::UnitMap unitMap(const layers::Workspace& workspace, const Project& project,
                        const layers::UnitRegister& units, layers::UnitLevel level, geo::Date day);

}  // namespace app
