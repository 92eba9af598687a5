// SPDX-License-Identifier: Apache-2.0
// The names and values of units upon the map.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "styles/map/label_placer.hpp"
#include "styles/map/map_sheet.hpp"

namespace styles {

/// A unit as the picture shows it.
struct ScreenUnit {
    const MapUnit* unit = nullptr;
    PathsPx rings;
    RowSpans spans;
    /// Where its label would best stand.
    PointPx anchor;
    /// What lies under its label.
    Colour ground;
};

/// For each unit, in the same order, the place of its label; nothing where there is no room for it.
/// Larger units choose first, equal ones by code. Text is dark or white, whichever is seen better on the
/// unit's colour, and its halo is that colour.
std::vector<std::optional<LabelPlace>> placeUnitLabels(std::span<const ScreenUnit> units,
                                                       const MapSheet& sheet, double unit,
                                                       LabelPlacer& placer);

}  // namespace styles
