// SPDX-License-Identifier: Apache-2.0
// `new`: a workspace seeded from a province pack.
#pragma once

#include <filesystem>
#include <string>

#include "app/jobs/outcome.hpp"
#include "geo/base/progress.hpp"

namespace app {

struct NewRequest {
    std::filesystem::path workspace;
    std::filesystem::path dataFolder;
    std::string province;
    /// Empty: the pack's own.
    std::string crs;
};

/// Makes the workspace beside its place and moves it there when it is whole.
/// Errors: Refused `store.exists`; those of readPack() and layers::Workspace::create().
Outcome makeWorkspace(const NewRequest& request, geo::Progress& progress);

}  // namespace app
