// SPDX-License-Identifier: Apache-2.0
// Forest plots and the like upon the ground of the units.
#pragma once

#include "styles/map/canvas.hpp"
#include "styles/map/map_place.hpp"
#include "styles/map/map_sheet.hpp"

namespace styles {

/// Fills plots by category. Few are filled one by one, none smaller than a pixel; of many, every pixel takes
/// the mean colour by area. Borders stand around plots large enough to carry them.
/// As one image where there are many, whatever the picture is made of.
void drawPlots(const MapSheet& sheet, const MapPlace& place, Canvas& canvas);

/// Whether plots are too many to be shapes of their own.
bool drawsPlotsAsImage(const MapSheet& sheet);

}  // namespace styles
