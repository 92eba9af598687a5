// SPDX-License-Identifier: Apache-2.0
// Measured against official areas, and pairs that were taken for each other.
#include "layers/checks/unit_areas.hpp"

#include <cmath>

namespace layers {
namespace {

double differenceOf(geo::Hectares measured, geo::Hectares official) { return measured / official - 1; }

bool fits(geo::Hectares measured, geo::Hectares official) {
    return std::abs(differenceOf(measured, official)) <= officialAreaTolerance;
}

bool contradicts(const MeasuredUnit& unit) {
    return unit.official && unit.official->value > 0 && !fits(unit.measured, *unit.official);
}

double squareKilometres(geo::Hectares area) { return area.value / 100; }

Finding contradiction(const MeasuredUnit& unit) {
    return {{"units.area-contradicts",
             {{"code", unit.code},
              {"name", unit.name},
              {"measured_km2", squareKilometres(unit.measured)},
              {"official_km2", squareKilometres(*unit.official)},
              {"difference_percent", 100 * differenceOf(unit.measured, *unit.official)}}},
            0,
            unit.code};
}

Finding swap(const MeasuredUnit& first, const MeasuredUnit& second) {
    return {{"units.areas-swapped",
             {{"first_code", first.code},
              {"first_name", first.name},
              {"second_code", second.code},
              {"second_name", second.name}}},
            0,
            first.code};
}

}  // namespace

std::vector<Finding> checkUnitAreas(std::span<const MeasuredUnit> units) {
    std::vector<Finding> findings;
    std::vector<const MeasuredUnit*> contradicting;
    for (const MeasuredUnit& unit : units) {
        if (!contradicts(unit)) continue;
        findings.push_back(contradiction(unit));
        contradicting.push_back(&unit);
    }
    for (std::size_t i = 0; i < contradicting.size(); ++i) {
        for (std::size_t j = i + 1; j < contradicting.size(); ++j) {
            const MeasuredUnit& first = *contradicting[i];
            const MeasuredUnit& second = *contradicting[j];
            if (fits(first.measured, *second.official) && fits(second.measured, *first.official)) {
                findings.push_back(swap(first, second));
            }
        }
    }
    return findings;
}

}  // namespace layers
