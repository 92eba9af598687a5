// SPDX-License-Identifier: Apache-2.0
// Which layers answer a question, and for which territories.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/jobs/figure_task.hpp"
#include "layers/checks/unit_map.hpp"
#include "layers/model/layer_record.hpp"
#include "layers/units/unit.hpp"

namespace app {

/// Those of the latest day they describe, or of the year asked for. What was approved answers before newer
/// drafts, unless a year is asked for. Empty when there are none.
std::vector<layers::LayerRecord> answeringLayers(std::vector<layers::LayerRecord> records,
                                                 std::optional<int> period);

/// The shown layers of a kind that answer.
/// Errors: NotFound `compute.no-layers` (kind), `compute.no-layers-that-year` (kind, year).
std::vector<layers::LayerRecord> requireAnswering(const FigureRoom& room, layers::Kind kind,
                                                  std::optional<int> period);

layers::Release leastSettled(const std::vector<layers::LayerRecord>& records);

/// The files behind layers, for captions: `a.shp; b.shp`.
std::string sourceText(const std::vector<layers::LayerRecord>& records);

/// Gives findings about rows of a layer the file it came from, where only one did.
void nameSource(std::vector<layers::Finding>& findings, const std::vector<layers::LayerRecord>& records);

/// The document that published them, when they share one.
std::string documentOf(const std::vector<layers::LayerRecord>& records);

/// The territories a level has on a day: units of the register, or basins and reaches of the shown layers.
/// Errors: NotFound `units.none-that-day` (level, day), `units.no-layer` (level, day).
std::vector<layers::Unit> askedUnits(const FigureRoom& room, layers::UnitLevel level, geo::Date day);

/// The territories of a level as shapes; a province is the shapes of its communes, all under its own code.
/// Errors: NotFound `units.no-layer` (level, day).
std::vector<layers::MappedUnit> unitShapes(const FigureRoom& room, layers::UnitLevel level, geo::Date day);

/// The part of a question every indicator shares: who is asked for, and the versions of borders and lineage.
std::string territoryQuestion(const FigureRoom& room, layers::UnitLevel level, geo::Date day);

/// An observation of a territory with everything filled in but its value.
layers::Observation blankObservation(std::string_view indicator, const layers::Unit& unit, geo::Date unitsOn,
                                     const std::vector<layers::LayerRecord>& sources);

}  // namespace app
