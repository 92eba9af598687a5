// SPDX-License-Identifier: Apache-2.0
// Runs, their ledgers, findings and observations, in and out of the file.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "layers/indicators/observation.hpp"
#include "layers/store/run_record.hpp"
#include "layers/store/store_connection.hpp"

namespace layers {

std::int64_t insertRun(const StoreConnection& connection, std::int64_t project, const RunRecord& run);
std::vector<RunRecord> readRuns(const StoreConnection& connection);

void insertObservations(const StoreConnection& connection, std::int64_t run,
                        std::span<const Observation> observations);
std::vector<Observation> readObservations(const StoreConnection& connection, std::int64_t run);

}  // namespace layers
