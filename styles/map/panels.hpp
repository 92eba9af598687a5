// SPDX-License-Identifier: Apache-2.0
// The same units several times on one page, under one legend.
#pragma once

#include <cstddef>

#include "styles/map/compose_map.hpp"

namespace styles {

/// Rows and columns of equal cells.
struct PanelGrid {
    std::size_t columns = 1;
    std::size_t rows = 1;
    bool operator==(const PanelGrid&) const = default;
};

/// The grid for so many panels in which an extent is drawn largest; of equal ones the widest. Each cell loses
/// a caption's height.
PanelGrid gridFor(std::size_t panels, const geo::Extent& extent, const RectPx& frame, double caption_px);

/// Draws a sheet once a panel, all at one scale, with classes, marks and borders but without names.
/// Errors: as composeMap(); Internal `map.panel-units` for a panel of other units than the sheet's.
ComposedMap composePanels(const MapSheet& sheet, const geo::Extent& extent, Canvas& canvas,
                          const TextMeasure& measure);

}  // namespace styles
