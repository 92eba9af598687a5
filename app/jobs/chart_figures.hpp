// SPDX-License-Identifier: Apache-2.0
// The figures of charts: units by value, one unit through the years, the whole by indicator.
#pragma once

#include <string>
#include <vector>

#include "app/jobs/compute.hpp"
#include "app/project/project.hpp"
#include "geo/base/progress.hpp"
#include "layers/checks/finding.hpp"
#include "layers/indicators/observation.hpp"
#include "layers/indicators/targets.hpp"

namespace app {

struct ChartFigures {
    /// Newer than the one given where figures had to be computed.
    Project project;
    std::vector<layers::Observation> observations = {};
    layers::Targets targets = {};
    std::vector<layers::Finding> findings = {};
};

/// Whole units, the largest value first, those without a value last, equal ones by code; and the province by the
/// same method as the last of them.
struct RankedFigures {
    ChartFigures units;
    layers::Observation province;
};
RankedFigures rankedFigures(const Project& project, const ComputeRequest& question, geo::Progress& progress);

/// One unit's figure of every year that has one, oldest first; an empty code is the province's.
/// Errors: Usage `chart.unit-unknown`; those of the newest year's figures.
ChartFigures yearlyFigures(const Project& project, const ComputeRequest& question, const std::string& unitCode,
                           geo::Progress& progress);

/// The province's figure of every indicator it has a target for, as indicators are known; a blank one, without
/// a value, where nothing answers.
ChartFigures targetedFigures(const Project& project, std::optional<int> period, geo::Progress& progress);

}  // namespace app
