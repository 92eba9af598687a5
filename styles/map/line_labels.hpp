// SPDX-License-Identifier: Apache-2.0
// The names of rivers along them.
#pragma once

#include <span>
#include <vector>

#include "styles/map/label_placer.hpp"
#include "styles/map/line_layer.hpp"

namespace styles {

struct LineLabel {
    LabelPlace place;
    /// The line it stands along.
    const MapLine* line = nullptr;
};

/// One label a name, the largest amount first: along the straightest and flattest free stretch, never upside
/// down; where no stretch is long enough, upright beside the line. Names without room are left out.
std::vector<LineLabel> placeLineLabels(std::span<const ScreenLine> lines, double unit, LabelPlacer& placer);

}  // namespace styles
