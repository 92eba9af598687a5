// SPDX-License-Identifier: Apache-2.0
// `sample`: source files such as an office would hold, made from the province pack.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "app/jobs/outcome.hpp"
#include "geo/base/progress.hpp"

namespace app {

struct SampleFilesRequest {
    std::filesystem::path targetFolder;
    std::filesystem::path dataFolder;
    std::string province;
    std::int64_t plots = 20'000;
    /// Plots that ignore commune borders.
    bool crossing = false;
    /// Mistakes such as offices make, listed in truth.json.
    bool plantsFaults = true;
};

Outcome makeSampleFiles(const SampleFilesRequest& request, geo::Progress& progress);

}  // namespace app
