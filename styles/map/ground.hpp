// SPDX-License-Identifier: Apache-2.0
// The ground of a map: units, their fills, patterns and borders.
#pragma once

#include <span>
#include <vector>

#include "styles/map/canvas.hpp"
#include "styles/map/map_place.hpp"
#include "styles/map/map_sheet.hpp"
#include "styles/map/unit_labels.hpp"

namespace styles {

/// The units that show in the frame, in the sheet's order.
std::vector<ScreenUnit> unitsInView(const MapSheet& sheet, const MapPlace& place);

/// Every unit in the colour of its class, with the pattern that tells what its figure is worth.
void fillUnits(std::span<const ScreenUnit> units, const MapSheet& sheet, const MapPlace& place,
               Canvas& canvas);

/// Plots of units the page is not about step back behind their units.
void coverFaded(std::span<const ScreenUnit> units, const MapSheet& sheet, const MapPlace& place,
                Canvas& canvas);

/// Borders of all units, each once, and the outlines.
void drawBorders(const MapSheet& sheet, const MapPlace& place, Canvas& canvas);

}  // namespace styles
