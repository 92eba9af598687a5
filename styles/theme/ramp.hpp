// SPDX-License-Identifier: Apache-2.0
// Ramps of any number of colours, and themes classed anew with them.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "styles/theme/classing.hpp"
#include "styles/theme/colour.hpp"
#include "styles/theme/theme.hpp"

namespace styles {

/// As many colours at even places along a ramp, its own ends kept; one alone is its middle.
/// Between two colours the way is straight in OKLab, where equal steps look equal.
/// Source: Ottosson 2020, bottosson.github.io/posts/oklab.
std::vector<Colour> resampled(std::span<const Colour> ramp, std::size_t count);

/// How many classes lie below and above the break at which a ramp turns.
struct TurningClasses {
    std::size_t below = 0;
    std::size_t above = 0;
};

/// The two halves of a ramp, its first colours below the turn and the others above it, each made anew; equal
/// distances from the turn are equally strong, however many classes the other side has.
std::vector<Colour> resampledAbout(std::span<const Colour> ramp, std::size_t turn, TurningClasses classes);

struct NewClasses {
    Classing classing;
    /// A break at which the theme's ramp turns and goes on turning.
    std::optional<double> turnsAt = std::nullopt;
};

/// A theme whose units are classed by their values, its ramp made to fit; unchanged where units are plain.
/// Errors: those of breaksOf().
Theme classedAnew(Theme theme, const NewClasses& classes, std::span<const double> values);

}  // namespace styles
