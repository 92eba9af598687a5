// SPDX-License-Identifier: Apache-2.0
// The plan's annexes: tasks with who leads them then and now, and sectors with their items.
#pragma once

#include "app/jobs/plan_sections.hpp"

namespace app {

/// Parts, groups and tasks; beside the agencies of the plan those of today.
PlanSection planAnnex1(const PlanSource& source);

/// Each sector, then its items.
PlanSection planAnnex2(const PlanSource& source);

}  // namespace app
