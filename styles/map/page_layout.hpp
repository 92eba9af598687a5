// SPDX-License-Identifier: Apache-2.0
// Shares the page out: title above, legend beside or below, source at the foot, the map in what remains.
#pragma once

#include <optional>

#include "styles/map/furniture.hpp"
#include "styles/map/map_sheet.hpp"
#include "styles/map/sketch.hpp"

namespace styles {

struct PageLayout {
    /// 1 in a picture 1280 wide; all sizes of text and lines grow with it.
    double unit = 1;
    RectPx mapFrame;
    /// All furniture but scale bar and north arrow, from the corner of the page.
    Sketch furniture;
    /// Room kept for the overview; nothing where the page has none.
    std::optional<RectPx> inset = std::nullopt;
};

/// Around a page, in units of it.
inline constexpr double pageMargin = 32;

/// The unit of a page: 1 in a picture 1280 wide.
double pageUnit(SizePx size);

/// Errors: Usage `map.size-too-small` when the words leave no room for the map.
PageLayout layoutPage(const MapSheet& sheet, const TextMeasure& measure);

}  // namespace styles
