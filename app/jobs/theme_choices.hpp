// SPDX-License-Identifier: Apache-2.0
// By which units and for which years an indicator can be asked in a workspace.
#pragma once

#include <string>
#include <vector>

#include "app/jobs/compute.hpp"
#include "geo/base/date.hpp"
#include "layers/units/unit.hpp"

namespace app {

struct LevelChoice {
    layers::UnitLevel level = layers::UnitLevel::Commune;
    /// One day of the time its units were in force.
    geo::Date unitsOn;
    bool operator==(const LevelChoice&) const = default;
};

struct ThemeChoices {
    /// Newest units first, communes before districts before basins.
    std::vector<LevelChoice> levels;
    /// Ascending.
    std::vector<int> years;
};

/// Levels that have borders in the workspace and figures of the indicator; years its figures describe.
ThemeChoices themeChoices(const Project& project, const std::string& indicator);

}  // namespace app
