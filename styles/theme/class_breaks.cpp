// SPDX-License-Identifier: Apache-2.0
// Finding the class of a value.
#include "styles/theme/class_breaks.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "geo/base/error.hpp"

namespace styles {

ClassBreaks::ClassBreaks(std::vector<double> breaks) : m_breaks(std::move(breaks)) {
    const bool finite = std::ranges::all_of(m_breaks, [](double value) { return std::isfinite(value); });
    const auto fall = std::ranges::adjacent_find(m_breaks, std::greater_equal{});
    if (finite && fall == m_breaks.end()) return;
    throw geo::Error(geo::ErrorKind::BadData, "theme.breaks-not-ascending");
}

std::optional<std::size_t> ClassBreaks::classOf(double value) const {
    if (std::isnan(value)) return std::nullopt;
    return static_cast<std::size_t>(std::ranges::upper_bound(m_breaks, value) - m_breaks.begin());
}

std::optional<double> ClassBreaks::from(std::size_t classIndex) const {
    if (classIndex == 0 || classIndex > m_breaks.size()) return std::nullopt;
    return m_breaks[classIndex - 1];
}

std::optional<double> ClassBreaks::below(std::size_t classIndex) const {
    if (classIndex >= m_breaks.size()) return std::nullopt;
    return m_breaks[classIndex];
}

}  // namespace styles
