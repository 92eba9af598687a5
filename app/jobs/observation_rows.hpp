// SPDX-License-Identifier: Apache-2.0
// A figure as a row: with its target, gap, release, method and source.
#pragma once

#include "app/jobs/outcome.hpp"
#include "layers/indicators/observation.hpp"
#include "layers/indicators/targets.hpp"
#include "layers/model/table.hpp"

namespace app {

/// Target and gap are there only where the unit was assigned a target of its own.
Row rowOf(const layers::Observation& observation, const layers::Targets& targets);

/// One line for people.
geo::Message lineOf(const layers::Observation& observation);

/// Rows as a flat table, for CSV and XLSX; nested rows are left out.
layers::Table tableOf(const std::vector<Row>& rows);

}  // namespace app
