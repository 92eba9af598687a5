// SPDX-License-Identifier: Apache-2.0
// The page charts stand on, and what they share: fitted words, dashes, round axes.
#pragma once

#include <string>
#include <vector>

#include "styles/chart/chart.hpp"
#include "styles/map/sketch.hpp"

namespace styles {

struct ChartPage {
    Sketch sketch;
    /// Left for the chart between title and foot.
    RectPx body;
    double unit = 1;
};

/// Paper, title, notes and foot.
/// Errors: Usage `map.size-too-small` when the words leave no room.
ChartPage chartPage(const ChartFrame& frame, const TextMeasure& measure);

/// Errors: Usage `map.size-too-small` (width, height), always.
[[noreturn]] void refuseChartSize(SizePx size);

/// A text no wider than a width, its end replaced by `…` where it must be; never cut inside a letter.
std::string shortened(const std::string& text, double width, const TextStyle& style, const TextMeasure& measure);

/// A straight line in dashes.
PathsPx dashed(PointPx from, PointPx to, double dash);

/// Round numbers from below the lowest to above the highest, about so many steps: 1, 2 or 5 times a power of ten
/// apart. A single number gets room on both sides.
std::vector<double> roundTicks(double lowest, double highest, int steps);

/// From one number range into a range of the picture.
struct Scale {
    double fromValue = 0;
    double toValue = 1;
    double from_px = 0;
    double to_px = 1;
    double at(double value) const {
        return from_px + (value - fromValue) / (toValue - fromValue) * (to_px - from_px);
    }
};

/// A line of text around a point, from it, or up to it.
enum class TextAt { Start, Middle, End };
void addText(Sketch& sketch, const std::string& text, PointPx baseline, TextAt at, const TextStyle& style);

}  // namespace styles
