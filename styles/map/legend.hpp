// SPDX-License-Identifier: Apache-2.0
// The legend: a section for units, plots, points and lines, each row with its count.
#pragma once

#include <vector>

#include "styles/map/furniture.hpp"

namespace styles {

/// The width at which short labels do not break and long ones take few lines.
double legendWidth(const MapSheet& sheet, const TextMeasure& measure, double unit);

/// The sections that have something to say, in order. Every class has a row; a category, a mark and the lack
/// of data have one where there are any.
std::vector<Sketch> legendSections(const MapSheet& sheet, const TextMeasure& measure, Room room);

/// All sections below one another.
Sketch legendBlock(const MapSheet& sheet, const TextMeasure& measure, Room room);

}  // namespace styles
