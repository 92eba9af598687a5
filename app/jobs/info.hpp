// SPDX-License-Identifier: Apache-2.0
// `info`: what a workspace holds.
#pragma once

#include <cstdint>
#include <optional>

#include "app/jobs/outcome.hpp"
#include "geo/base/progress.hpp"

namespace app {

struct InfoRequest {
    /// Adds one digest of all content, the same for workspaces that hold the same.
    bool digest = false;
    /// Shows one figure with all that is known of where it came from: its number within the latest run,
    /// from 1.
    std::optional<std::int64_t> observation;
};

/// Errors: NotFound `info.no-observation`.
Outcome describeWorkspace(const Project& project, const InfoRequest& request, geo::Progress& progress);

}  // namespace app
