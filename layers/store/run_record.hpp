// SPDX-License-Identifier: Apache-2.0
// What is kept of a job that changed the workspace.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/date.hpp"
#include "layers/checks/finding.hpp"
#include "layers/indicators/ledger.hpp"

namespace layers {

struct RunRecord {
    /// Given by the store.
    std::int64_t id = 0;
    std::string job;
    /// The request, as JSON text.
    std::string parameters;
    Ledger ledger;
    std::vector<Finding> findings;
    std::optional<geo::Date> asOf;
    bool operator==(const RunRecord&) const = default;
};

}  // namespace layers
