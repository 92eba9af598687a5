// SPDX-License-Identifier: Apache-2.0
// The sections of the plan as rows, and each row as a line for people.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/jobs/outcome.hpp"
#include "layers/store/workspace.hpp"

namespace app {

struct PlanSection {
    std::string name;
    /// All with the same cells; empty where the province pack does not know the section.
    std::vector<Row> rows;
    /// One a row.
    std::vector<geo::Message> lines;
};

/// Where the plan is read from.
struct PlanSource {
    const layers::Workspace& workspace;
    const Project& project;
};

/// `objectives`, `targets`, `groups`, `annex1`, `annex2`, `agencies`, `documents`.
std::vector<std::string> planSectionNames();

/// Errors: Usage `plan.section-unknown` (section, known); those of layers::RowReader.
PlanSection planSection(const PlanSource& source, std::string_view name);

/// How many rows have that text in that cell.
std::int64_t countOf(const PlanSection& section, std::string_view cell, std::string_view text);

}  // namespace app
