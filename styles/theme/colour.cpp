// SPDX-License-Identifier: Apache-2.0
// Reading colours, and how well one is seen upon another.
#include "styles/theme/colour.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace styles {
namespace {

double linearised(std::uint8_t channel) {
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

std::optional<std::uint8_t> parseChannel(std::string_view digits) {
    std::uint8_t value = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (fault != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

}  // namespace

std::optional<Colour> parseColour(std::string_view text) {
    if (text.size() != 7 || text.front() != '#') return std::nullopt;
    const auto red = parseChannel(text.substr(1, 2));
    const auto green = parseChannel(text.substr(3, 2));
    const auto blue = parseChannel(text.substr(5, 2));
    if (!red || !green || !blue) return std::nullopt;
    return Colour{*red, *green, *blue};
}

std::string hexText(Colour colour) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "#";
    for (const std::uint8_t channel : std::array{colour.red, colour.green, colour.blue}) {
        text += digits[channel / 16];
        text += digits[channel % 16];
    }
    return text;
}

Colour mixed(Colour first, Colour second, double share) {
    const auto channel = [share](std::uint8_t from, std::uint8_t to) {
        return static_cast<std::uint8_t>(std::lround(from + (to - from) * share));
    };
    return {channel(first.red, second.red), channel(first.green, second.green),
            channel(first.blue, second.blue)};
}

double luminanceOf(Colour colour) {
    return 0.2126 * linearised(colour.red) + 0.7152 * linearised(colour.green) +
           0.0722 * linearised(colour.blue);
}

double contrastOf(Colour first, Colour second) {
    const auto [darker, lighter] = std::minmax({luminanceOf(first), luminanceOf(second)});
    return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace styles
