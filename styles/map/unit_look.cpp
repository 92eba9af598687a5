// SPDX-License-Identifier: Apache-2.0
// Chooses grounds and patterns.
#include "styles/map/unit_look.hpp"

#include <algorithm>
#include <iterator>

#include "styles/map/scanline.hpp"
#include "styles/theme/palette.hpp"

namespace styles {
namespace {

constexpr double fading = 0.7;

/// Darker than a light ground, lighter than a dark one.
Colour shadeOf(Colour ground) {
    return mixed(ground, palette::lettersOn(ground), palette::patternStrength);
}

Pattern patternOf(UnitMark mark) {
    switch (mark) {
        case UnitMark::Carried:
            return Pattern::Carried;
        case UnitMark::Estimated:
            return Pattern::Estimated;
        case UnitMark::Plain:
        case UnitMark::NotReported:
        case UnitMark::NotApplicable:
        case UnitMark::NoTarget:
            return Pattern::None;
    }
    return Pattern::None;
}

/// Hatched both ways.
PathsPx netIn(const PathsPx& rings, double spacing) {
    PathsPx net = hatchLines(rings, palette::netSpacing * spacing);
    std::ranges::move(fallingHatchLines(rings, palette::netSpacing * spacing), std::back_inserter(net));
    return net;
}

UnitLook wholeLook(const MapUnit& mapUnit, const Theme& theme) {
    if (theme.base) return {*theme.base, Pattern::None};
    if (mapUnit.mark == UnitMark::NotApplicable) return {palette::notApplicable, Pattern::None};
    if (mapUnit.mark == UnitMark::NoTarget) return {palette::noTarget, Pattern::None};
    const auto colour = theme.colourOf(mapUnit.value);
    if (mapUnit.mark == UnitMark::NotReported) return {theme.noData.background, Pattern::NotReported};
    if (!colour) return {theme.noData.background, Pattern::NoData};
    return {*colour, patternOf(mapUnit.mark)};
}

}  // namespace

UnitLook lookOf(const MapUnit& mapUnit, const Theme& theme) {
    UnitLook look = wholeLook(mapUnit, theme);
    if (!mapUnit.isFaded) return look;
    look.ground = mixed(look.ground, palette::paper, fading);
    // How a neighbour was counted is for its own page to say; that it was not is never left out.
    if (!isOfNoFigure(look.pattern)) look.pattern = Pattern::None;
    return look;
}

bool isOfNoFigure(Pattern pattern) { return pattern == Pattern::NoData || pattern == Pattern::NotReported; }

PatternStrokes patternIn(const PathsPx& rings, const UnitLook& look, const HatchLook& noData, double unit) {
    switch (look.pattern) {
        case Pattern::None:
            return {};
        case Pattern::NoData:
            return {hatchLines(rings, noData.spacing * unit), {noData.line.colour, noData.line.width * unit}};
        case Pattern::NotReported:
            return {netIn(rings, noData.spacing * unit), {noData.line.colour, noData.line.width * unit}};
        case Pattern::Carried:
            return {dotsIn(rings, palette::dotSpacing * unit), {shadeOf(look.ground), palette::dotWidth * unit}};
        case Pattern::Estimated:
            return {fallingHatchLines(rings, palette::estimatedSpacing * unit),
                    {shadeOf(look.ground), palette::estimatedWidth * unit}};
    }
    return {};
}

}  // namespace styles
