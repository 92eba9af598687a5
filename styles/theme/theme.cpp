// SPDX-License-Identifier: Apache-2.0
// From a value to its colour.
#include "styles/theme/theme.hpp"

namespace styles {
namespace {

std::vector<std::string> keysOf(const DataColours& colours) {
    std::vector<std::string> keys;
    for (const Category& category : colours.categories) keys.push_back(category.key);
    return keys;
}

}  // namespace

std::optional<Colour> Theme::colourOf(std::optional<double> value) const {
    if (!value) return std::nullopt;
    const auto classIndex = breaks.classOf(*value);
    if (!classIndex || *classIndex >= ramp.size()) return std::nullopt;
    return ramp[*classIndex];
}

std::vector<std::string> categoryKeys(const Theme& theme) {
    if (theme.points && !theme.points->colours.categories.empty()) return keysOf(theme.points->colours);
    return theme.plots ? keysOf(theme.plots->colours) : std::vector<std::string>{};
}

}  // namespace styles
