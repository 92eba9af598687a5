// SPDX-License-Identifier: Apache-2.0
// Text cut into lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "styles/map/text_measure.hpp"

namespace styles {

/// From one baseline to the next, in text sizes.
inline constexpr double lineAdvance = 1.38;

/// Lines no wider than a width, broken at spaces; a word wider than that is broken between its letters.
std::vector<std::string> wrapped(std::string_view text, double width, const TextStyle& style,
                                 const TextMeasure& measure);

/// A name in the two lines of most equal length; the name alone when it is one word.
std::vector<std::string> inTwoLines(const std::string& name, const TextStyle& style,
                                    const TextMeasure& measure);

}  // namespace styles
