// SPDX-License-Identifier: Apache-2.0
// What the plan wants to reach: its objectives, and the targets in force.
#pragma once

#include "app/jobs/plan_sections.hpp"

namespace app {

/// Quantitative and qualitative; a quantitative one with the document and legal status of its target.
PlanSection planObjectives(const PlanSource& source);

/// Targets of the province, of its units and of the country.
PlanSection planTargets(const PlanSource& source);

}  // namespace app
