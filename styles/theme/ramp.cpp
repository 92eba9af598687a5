// SPDX-License-Identifier: Apache-2.0
// Mixes colours in OKLab.
#include "styles/theme/ramp.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace styles {
namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

constexpr Matrix rgbToCones{{{0.4122214708, 0.5363325363, 0.0514459929},
                             {0.2119034982, 0.6806995451, 0.1073969566},
                             {0.0883024619, 0.2817188376, 0.6299787005}}};
constexpr Matrix conesToLab{{{0.2104542553, 0.7936177850, -0.0040720468},
                             {1.9779984951, -2.4285922050, 0.4505937099},
                             {0.0259040371, 0.7827717662, -0.8086757660}}};
constexpr Matrix labToCones{
    {{1, 0.3963377774, 0.2158037573}, {1, -0.1055613458, -0.0638541728}, {1, -0.0894841775, -1.2914855480}}};
constexpr Matrix conesToRgb{{{4.0767416621, -3.3077115913, 0.2309699292},
                             {-1.2684380046, 2.6097574011, -0.3413193965},
                             {-0.0041960863, -0.7034186147, 1.7076147010}}};

Triple applied(const Matrix& matrix, const Triple& in) {
    Triple out{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) out[row] += matrix[row][column] * in[column];
    }
    return out;
}

double linearised(std::uint8_t channel) {
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

std::uint8_t encoded(double light) {
    const double inside = std::clamp(light, 0.0, 1.0);
    const double share = inside <= 0.0031308 ? 12.92 * inside : 1.055 * std::pow(inside, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(255 * share));
}

Triple oklabOf(Colour colour) {
    Triple cones =
        applied(rgbToCones, {linearised(colour.red), linearised(colour.green), linearised(colour.blue)});
    for (double& cone : cones) cone = std::cbrt(cone);
    return applied(conesToLab, cones);
}

Colour colourOf(const Triple& lab) {
    Triple cones = applied(labToCones, lab);
    for (double& cone : cones) cone = cone * cone * cone;
    const Triple rgb = applied(conesToRgb, cones);
    return {encoded(rgb[0]), encoded(rgb[1]), encoded(rgb[2])};
}

Colour between(Colour first, Colour second, double share) {
    if (share <= 0) return first;
    if (share >= 1) return second;
    const Triple from = oklabOf(first);
    const Triple to = oklabOf(second);
    Triple lab{};
    for (std::size_t i = 0; i < 3; ++i) lab[i] = from[i] + (to[i] - from[i]) * share;
    return colourOf(lab);
}

/// The class of the first value from a break upward.
std::size_t turnIn(const ClassBreaks& breaks, double at) { return breaks.classOf(at).value_or(0); }

}  // namespace

std::vector<Colour> resampled(std::span<const Colour> ramp, std::size_t count) {
    std::vector<Colour> colours;
    if (ramp.empty()) return colours;
    const auto last = static_cast<double>(ramp.size() - 1);
    for (std::size_t i = 0; i < count; ++i) {
        const double place =
            count == 1 ? last / 2 : last * static_cast<double>(i) / static_cast<double>(count - 1);
        const auto lower = std::min(static_cast<std::size_t>(place), ramp.size() - 1);
        const std::size_t upper = std::min(lower + 1, ramp.size() - 1);
        colours.push_back(between(ramp[lower], ramp[upper], place - static_cast<double>(lower)));
    }
    return colours;
}

std::vector<Colour> resampledAbout(std::span<const Colour> ramp, std::size_t turn, TurningClasses classes) {
    const std::size_t strongest = std::max(classes.below, classes.above);
    const auto below = resampled(ramp.subspan(0, turn), strongest);
    const auto above = resampled(ramp.subspan(turn), strongest);
    if (below.empty() || above.empty()) return resampled(ramp, classes.below + classes.above);
    const auto skipped = static_cast<std::ptrdiff_t>(strongest - classes.below);
    std::vector<Colour> colours(below.begin() + skipped, below.end());
    colours.insert(colours.end(), above.begin(), above.begin() + static_cast<std::ptrdiff_t>(classes.above));
    return colours;
}

Theme classedAnew(Theme theme, const NewClasses& classes, std::span<const double> values) {
    if (theme.base || theme.ramp.empty()) return theme;
    const std::vector<Colour> ramp = std::exchange(theme.ramp, {});
    ClassBreaks breaks = breaksOf(classes.classing, values);
    if (classes.turnsAt) breaks = withBreakAt(breaks, *classes.turnsAt);
    const std::size_t below = classes.turnsAt ? turnIn(breaks, *classes.turnsAt) : 0;
    theme.ramp = classes.turnsAt ? resampledAbout(ramp, turnIn(theme.breaks, *classes.turnsAt),
                                                  {below, breaks.count() - below})
                                 : resampled(ramp, breaks.count());
    theme.breaks = std::move(breaks);
    return theme;
}

}  // namespace styles
