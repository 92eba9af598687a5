// SPDX-License-Identifier: Apache-2.0
// An opaque colour and the way files write it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace styles {

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    bool operator==(const Colour&) const = default;
};

/// A colour from `#rrggbb`; nothing when the text is written any other way.
std::optional<Colour> parseColour(std::string_view text);

/// `#rrggbb`, lower case.
std::string hexText(Colour colour);

/// A colour on the straight way from one to another, 0 the first, 1 the second.
Colour mixed(Colour first, Colour second, double share);

/// How light a colour is to the eye, 0 black to 1 white.
/// Source: relative luminance, WCAG 2.1.
double luminanceOf(Colour colour);

/// The legibility of one colour upon the other, 1 to 21.
/// Source: contrast ratio, WCAG 2.1.
double contrastOf(Colour first, Colour second);

}  // namespace styles
