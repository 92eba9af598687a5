// SPDX-License-Identifier: Apache-2.0
// From a value to its colour.
#include "styles/theme/theme.hpp"

namespace styles {

std::optional<Colour> Theme::colourOf(std::optional<double> value) const {
    if (!value) return std::nullopt;
    const auto classIndex = breaks.classOf(*value);
    if (!classIndex || *classIndex >= ramp.size()) return std::nullopt;
    return ramp[*classIndex];
}

}  // namespace styles
