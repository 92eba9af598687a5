// SPDX-License-Identifier: Apache-2.0
// How one indicator looks: its classes, their colours, borders and labels.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "styles/theme/class_breaks.hpp"
#include "styles/theme/colour.hpp"

namespace styles {

/// Widths and spacings are in pixels of a picture 1280 wide and grow with it.
struct LineLook {
    Colour colour;
    double width = 1;
    bool operator==(const LineLook&) const = default;
};

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
    std::string indicator;
    std::string unit;
    int decimals = 1;
    ClassBreaks breaks;
    /// One colour a class, lowest first.
    std::vector<Colour> ramp;
    HatchLook noData;
    LineLook border;
    LineLook outline;
    LabelRule label;
    bool operator==(const Theme&) const = default;

    /// The colour of a value; nothing where there is none, or none that is a number.
    std::optional<Colour> colourOf(std::optional<double> value) const;
};

}  // namespace styles
