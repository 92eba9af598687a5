// SPDX-License-Identifier: Apache-2.0
// Scale bar and north arrow.
#pragma once

#include "styles/map/map_sheet.hpp"
#include "styles/map/sketch.hpp"

namespace styles {

/// The longest of 1, 2, 5, 10, 20, 50 … kilometres, or tenths of one, that is no longer than a length; 0 when
/// even a tenth is longer.
double roundLength_km(double longest_km);

struct BarLength {
    double length_km = 0;
    double length_px = 0;
};

/// A bar of two halves with its lengths above and, where the sheet writes one, the scale below; empty when the
/// length is 0.
Sketch scaleBar(const MapSheet& sheet, BarLength length, const TextMeasure& measure, double unit);

/// An arrow over the letter for north.
Sketch northArrow(const MapText& text, const TextMeasure& measure, double unit);

}  // namespace styles
