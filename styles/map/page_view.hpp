// SPDX-License-Identifier: Apache-2.0
// The view of a map in its frame: as large as it fits, on paper at a scale in round figures.
#pragma once

#include "styles/map/map_sheet.hpp"
#include "styles/map/map_view.hpp"

namespace styles {

/// The n of 1:n, true where the picture is shown at its own pixels to the inch.
double scaleOf(double metresPerPixel, double pixelsPerInch);

/// The least of 1, 1.25, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 7.5, 8 and 9 times a power of ten that is no less than a
/// scale.
double roundScale(double scale);

/// The map of a sheet in its frame; its outline stays inside.
MapView viewOf(const MapSheet& sheet, const geo::Extent& extent, const RectPx& frame, double unit);

}  // namespace styles
