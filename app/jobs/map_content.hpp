// SPDX-License-Identifier: Apache-2.0
// What lies on a map besides its words: units with their figures, rivers, points, plots.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/jobs/figure_task.hpp"
#include "layers/indicators/observation.hpp"
#include "layers/indicators/targets.hpp"
#include "styles/map/map_sheet.hpp"

namespace app {

/// Figures of the units shown, by code; parts of units (sectors, stages) are left out.
std::map<std::string, layers::Observation> wholeFigures(const std::vector<layers::Observation>& observations);

/// What a figure is worth on a map.
styles::UnitMark markOf(const layers::Observation& figure);

/// The territories of a level with their figures; without figures they are plain ground.
std::vector<styles::MapUnit> mapUnits(const FigureRoom& room, layers::UnitLevel level, geo::Date day,
                                      const std::map<std::string, layers::Observation>& figures);

/// The same, valued by how far each is above the target it was assigned, below zero where it is short of it.
void valueByTarget(std::vector<styles::MapUnit>& units,
                   const std::map<std::string, layers::Observation>& figures, const layers::Targets& targets);

/// Reaches of rivers, valued and sized by the figures of their lower ends; plain without figures.
std::vector<styles::MapLine> mapRivers(const FigureRoom& room,
                                       const std::map<std::string, layers::Observation>& figures);

/// Outfalls that the plan asks about: share treated, sized by what they discharge.
std::vector<styles::MapPoint> mapOutfalls(const FigureRoom& room, std::optional<int> period);

/// Circular-economy models by sector, hollow where they do not run yet or any more.
std::vector<styles::MapPoint> mapModels(const FigureRoom& room, std::optional<int> period);

/// How many places of a kind stand where nobody says they really are.
std::int64_t illustrativePlaces(const FigureRoom& room, layers::Kind kind, std::optional<int> period);

}  // namespace app
