// SPDX-License-Identifier: Apache-2.0
// Do the shapes of units agree with their official areas?
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geo/base/quantities.hpp"
#include "layers/checks/finding.hpp"

namespace layers {

struct MeasuredUnit {
    std::string code;
    std::string name;
    geo::Hectares measured;
    /// Nothing: the unit is not checked.
    std::optional<geo::Hectares> official;
};

/// Beyond digitising and projection, which stay under half of this in every known layer.
constexpr double officialAreaTolerance = 0.02;

/// Compares measured with official areas.
/// Returns: `units.area-contradicts` (code, name, measured_km2, official_km2, difference_percent) for every
/// unit off by more than 2 %, in the order given; then `units.areas-swapped` (first_code, first_name,
/// second_code, second_name) for two such units whose shapes fit each other's official area.
std::vector<Finding> checkUnitAreas(std::span<const MeasuredUnit> units);

}  // namespace layers
