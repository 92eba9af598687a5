// SPDX-License-Identifier: Apache-2.0
// `report`: what a department hands in once a year, by 30 November.
#pragma once

#include <filesystem>

#include "app/jobs/map.hpp"
#include "app/jobs/outcome.hpp"

namespace app {

struct YearReportRequest {
    int year = 0;
    /// `.xlsx` with a sheet each for targets, missing reports, agencies and tasks, or `.pdf` to be signed;
    /// empty: told only.
    std::filesystem::path out = {};
};

/// Rows: one a target: figure, day, status, release, difference, change, pace and source. Findings: targets
/// without a figure, units whose report is missing. Nothing is made up: what agencies did stands empty, to be
/// filled in by them. Errors: Usage `report.format-unknown` (file); those of yearFacts(),
/// layers::writeTables(), styles::paintPages().
Outcome reportYear(const Project& project, const YearReportRequest& request, const MapTools& tools,
                   geo::Progress& progress);

}  // namespace app
