// SPDX-License-Identifier: Apache-2.0
// From a value to its colour.
#include "styles/theme/theme.hpp"

#include <utility>

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

Theme withUnitsAsSymbols(Theme theme) {
    if (theme.base) return theme;
    constexpr Colour quietGround{245, 246, 247};
    constexpr Colour quietBorder{214, 219, 225};
    constexpr SizeRange sizes{5, 40};
    PointsLook look{{theme.breaks, std::move(theme.ramp), {}, {127, 140, 153}}, sizes};
    look.labelled = theme.label.value;
    theme.base = quietGround;
    theme.border.colour = quietBorder;
    theme.breaks = {};
    theme.ramp.clear();
    theme.points = std::move(look);
    return theme;
}

std::vector<std::string> categoryKeys(const Theme& theme) {
    if (theme.points && !theme.points->colours.categories.empty()) return keysOf(theme.points->colours);
    return theme.plots ? keysOf(theme.plots->colours) : std::vector<std::string>{};
}

}  // namespace styles
