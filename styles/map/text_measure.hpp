// SPDX-License-Identifier: Apache-2.0
// How much room a line of text takes.
#pragma once

#include <string_view>

#include "styles/map/canvas.hpp"

namespace styles {

/// Pixels; ascent above the baseline, descent below it, both of the font and not of these letters.
struct TextExtent {
    double width = 0;
    double ascent = 0;
    double descent = 0;
};

class TextMeasure {
  public:
    TextMeasure() = default;
    TextMeasure(const TextMeasure&) = delete;
    TextMeasure& operator=(const TextMeasure&) = delete;
    virtual ~TextMeasure() = default;

    /// The room of one line, without its halo.
    virtual TextExtent measure(std::string_view text, const TextStyle& style) const = 0;
};

}  // namespace styles
