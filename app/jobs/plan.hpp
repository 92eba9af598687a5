// SPDX-License-Identifier: Apache-2.0
// `plan`: what the plan itself says — objectives, tasks, sectors, agencies, documents — with what is known of
// each.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/jobs/outcome.hpp"
#include "app/words/catalogue.hpp"
#include "geo/base/progress.hpp"

namespace app {

struct PlanRequest {
    /// One of planSectionNames(); empty: every section counted.
    std::string section;
    /// A table (.csv, .xlsx) of the section; without a section `NAME_section` for each.
    std::optional<std::filesystem::path> out;
};

/// Rows: one a line of the section, each with source and certainty; of the overview one a sort of line,
/// counted. Errors: Usage `plan.section-unknown` (section, known), `export.format-unknown`; those of
/// layers::writeTable().
Outcome describePlan(const Project& project, const PlanRequest& request, const Catalogue& words,
                     geo::Progress& progress);

}  // namespace app
