// SPDX-License-Identifier: Apache-2.0
// The sample province as a workspace to look at: source files made, brought in, nothing computed yet.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "app/jobs/outcome.hpp"
#include "geo/base/progress.hpp"

namespace app {

struct SampleWorkspaceRequest {
    /// Made anew; the source files stand in a folder beside it.
    std::filesystem::path workspace;
    std::filesystem::path dataFolder;
    std::string province;
    std::int64_t plots = 20'000;
};

/// Errors: those of makeSampleFiles(), makeWorkspace() and importFiles(); nothing stays of the workspace then.
Outcome makeSampleWorkspace(const SampleWorkspaceRequest& request, geo::Progress& progress);

}  // namespace app
