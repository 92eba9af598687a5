// SPDX-License-Identifier: Apache-2.0
// How a unit is filled: the colour of its class, and a pattern that tells what its figure is worth.
#pragma once

#include "styles/map/canvas.hpp"
#include "styles/map/map_sheet.hpp"

namespace styles {

enum class Pattern { None, NoData, NotReported, Carried, Estimated };

/// Whether it says that there is no figure.
bool isOfNoFigure(Pattern pattern);

struct UnitLook {
    Colour ground;
    Pattern pattern = Pattern::None;
    bool operator==(const UnitLook&) const = default;
};

UnitLook lookOf(const MapUnit& mapUnit, const Theme& theme);

struct PatternStrokes {
    PathsPx lines;
    Pen pen;
};

/// What is stroked over the ground of rings; no lines for no pattern.
PatternStrokes patternIn(const PathsPx& rings, const UnitLook& look, const HatchLook& noData, double unit);

}  // namespace styles
