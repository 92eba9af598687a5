// SPDX-License-Identifier: Apache-2.0
// A figure as a row: with its target, gap, release, method, document and source.
#pragma once

#include "app/jobs/outcome.hpp"
#include "layers/indicators/observation.hpp"
#include "layers/indicators/targets.hpp"

namespace app {

/// Target and gap are there only where the unit was assigned a target of its own.
Row rowOf(const layers::Observation& observation, const layers::Targets& targets);

/// One line for people.
geo::Message lineOf(const layers::Observation& observation);

}  // namespace app
