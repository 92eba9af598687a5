// SPDX-License-Identifier: Apache-2.0
// What a project shows of its workspace: the layers, units and lineage that jobs ask for.
#pragma once

#include <optional>
#include <vector>

#include "app/project/project.hpp"
#include "geo/base/date.hpp"
#include "layers/indicators/forest_codes.hpp"
#include "layers/indicators/name_decisions.hpp"
#include "layers/indicators/targets.hpp"
#include "layers/model/layer_record.hpp"
#include "layers/store/workspace.hpp"
#include "layers/units/lineage.hpp"
#include "layers/units/unit_register.hpp"

namespace app {

/// The project a workspace shows now.
/// Errors: as layers::Workspace::open(), and `project.unreadable`.
Project openProject(const std::filesystem::path& workspace);

/// The same of a workspace that is open: inside a change, what another program stored before it.
Project currentProject(const layers::Workspace& workspace);

std::vector<layers::LayerRecord> shownLayers(const layers::Workspace& workspace, const Project& project);
std::vector<layers::LayerRecord> shownLayers(const layers::Workspace& workspace, const Project& project,
                                             layers::Kind kind);

layers::UnitRegister unitRegister(const layers::Workspace& workspace);
/// The pack's word for how an indicator goes over to other units: `recompute`, `sum`, `area-weighted`,
/// `none`.
std::string carryRuleOf(const layers::Workspace& workspace, std::string_view indicator);

layers::Lineage lineage(const layers::Workspace& workspace, const Project& project);
layers::ForestCodes forestCodes(const layers::Workspace& workspace);
std::vector<std::string> rubberSpecies(const layers::Workspace& workspace);
/// The pack's targets and those assigned since, the latest import of a target in force.
layers::Targets targets(const layers::Workspace& workspace, const Project& project);
/// What was decided on writings of units.
std::vector<layers::NameDecision> nameDecisions(const layers::Workspace& workspace, const Project& project);
/// Two spellings of one name that the pack knows of: `name_a,name_b,unit_code`.
layers::Table spellingPairs(const layers::Workspace& workspace);

/// Where the province lies, from the outline of its pack, in the workspace's CRS; empty without an outline.
geo::Extent provinceExtent(const layers::Workspace& workspace);
/// The same in any system.
geo::Extent provinceExtentIn(const layers::Workspace& workspace, const geo::Crs& crs);
/// The same in longitude and latitude, WGS 84.
geo::Extent provinceExtentInDegrees(const layers::Workspace& workspace);

/// The level of the units a kind of layer holds; nothing for other kinds.
std::optional<layers::UnitLevel> levelOf(layers::Kind kind);

/// The day whose units answer a question: the one asked for, else the last on which such units were in force.
geo::Date unitsDay(const layers::UnitRegister& units, layers::UnitLevel level,
                   std::optional<geo::Date> asked);

/// Whether the same units of a level were in force on both days.
bool areSameUnits(const layers::UnitRegister& units, layers::UnitLevel level, geo::Date first,
                  geo::Date second);

/// The layer whose shapes are the units of that level in force that day, if there is one.
std::optional<layers::LayerRecord> findUnitLayer(const layers::Workspace& workspace, const Project& project,
                                                 const layers::UnitRegister& units, layers::UnitLevel level,
                                                 geo::Date day);

/// The layer whose shapes are the units of that level in force that day.
/// Errors: NotFound `units.no-layer` naming level and day.
layers::LayerRecord unitLayer(const layers::Workspace& workspace, const Project& project,
                              const layers::UnitRegister& units, layers::UnitLevel level, geo::Date day);

}  // namespace app
