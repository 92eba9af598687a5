// SPDX-License-Identifier: Apache-2.0
// From a value, key or amount to a colour or size.
#include "styles/theme/data_look.hpp"

#include <algorithm>
#include <cmath>

namespace styles {
namespace {

/// 0 to 1; amounts that are no numbers count as nothing.
double shareOf(double amount, double largest) {
    const bool hasShare = amount > 0 && largest > 0 && std::isfinite(largest);
    return hasShare ? std::min(1.0, amount / largest) : 0;
}

}  // namespace

std::optional<std::size_t> DataColours::classOf(std::optional<double> value) const {
    if (!value || ramp.empty()) return std::nullopt;
    const auto found = breaks.classOf(*value);
    return found && *found < ramp.size() ? found : std::nullopt;
}

std::optional<std::size_t> DataColours::categoryOf(std::string_view key) const {
    const auto found = std::ranges::find(categories, key, &Category::key);
    if (found == categories.end()) return std::nullopt;
    return static_cast<std::size_t>(found - categories.begin());
}

Colour DataColours::colourOf(std::optional<std::size_t> index) const {
    if (!index || *index >= count()) return other;
    return categories.empty() ? ramp[*index] : categories[*index].colour;
}

double SizeRange::widthOf(double amount, double largestAmount) const {
    return std::max(least, most * shareOf(amount, largestAmount));
}

double SizeRange::diameterOf(double amount, double largestAmount) const {
    return std::max(least, most * std::sqrt(shareOf(amount, largestAmount)));
}

std::string PlotsLook::categoryOfCode(std::string_view code) const {
    for (const Category& category : colours.categories) {
        if (category.key == code || std::ranges::find(category.codes, code) != category.codes.end())
            return category.key;
    }
    return {};
}

}  // namespace styles
