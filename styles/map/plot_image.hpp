// SPDX-License-Identifier: Apache-2.0
// Plots too many to be shapes of their own.
#pragma once

#include "styles/map/canvas.hpp"
#include "styles/map/map_place.hpp"
#include "styles/map/map_sheet.hpp"

namespace styles {

/// One image, in which every pixel takes the mean colour of its plots by area, and one of their outlines where
/// plots are large enough to carry them. From the levels kept where they are fine enough, else from the shapes;
/// on all cores, to the same bytes on any number of them. Errors: Stopped, as PlotSource has it.
void drawPlotImage(const MapSheet& sheet, const MapPlace& place, Canvas& canvas);

}  // namespace styles
