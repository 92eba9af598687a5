// SPDX-License-Identifier: Apache-2.0
// The names of points beside them.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "styles/map/label_placer.hpp"
#include "styles/map/point_layer.hpp"

namespace styles {

/// For each point, in the same order, the place of its name: the first free one of eight around it. Points
/// choose in the order given; nothing where all places are taken, or where the picture has names enough.
std::vector<std::optional<LabelPlace>> placePointLabels(std::span<const ScreenPoint> points, double unit,
                                                        LabelPlacer& placer);

}  // namespace styles
