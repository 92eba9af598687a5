// SPDX-License-Identifier: Apache-2.0
// How one theme looks: classes of units and their colours, borders, labels; lines, points and plots.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "styles/theme/class_breaks.hpp"
#include "styles/theme/colour.hpp"
#include "styles/theme/data_look.hpp"

namespace styles {

/// The look of a unit without a value: never that of zero.
struct HatchLook {
    Colour background;
    LineLook line;
    double spacing = 6;
    bool operator==(const HatchLook&) const = default;
};

struct LabelRule {
    bool name = true;
    bool value = true;
    bool operator==(const LabelRule&) const = default;
};

struct Theme {
    std::string id;
    int version = 1;
    /// Empty where the theme shows none, or whichever is asked for.
    std::string indicator;
    std::string unit;
    int decimals = 1;
    ClassBreaks breaks;
    /// One colour a class, lowest first; empty where units are plain.
    std::vector<Colour> ramp;
    HatchLook noData;
    LineLook border;
    LineLook outline;
    LabelRule label;
    /// Of units where there is no ramp: a quiet ground for what lies upon them.
    std::optional<Colour> base;
    std::optional<LinesLook> lines;
    std::optional<PointsLook> points;
    std::optional<PlotsLook> plots;
    bool operator==(const Theme&) const = default;

    /// How many classes of units there are; none where units are plain.
    std::size_t classCount() const { return base ? 0 : breaks.count(); }
    /// The colour of a value; nothing where there is none, or none that is a number.
    std::optional<Colour> colourOf(std::optional<double> value) const;
};

/// A theme's classes of units as circles upon units of a quiet ground: for amounts, which areas cannot show.
/// Unchanged where units are plain already.
Theme withUnitsAsSymbols(Theme theme);

/// The keys of a theme's categories, of its points or else of its plots, in the order of the legend; empty
/// where things are classed by value.
std::vector<std::string> categoryKeys(const Theme& theme);

}  // namespace styles
