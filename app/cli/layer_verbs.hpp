// SPDX-License-Identifier: Apache-2.0
// Verbs that measure, cut and locate: their options in, their jobs out.
#pragma once

#include "app/cli/verbs.hpp"

namespace app {

/// Each as Verb::addOptions.
void addTabulate(CLI::App& app, const std::filesystem::path& dataFolder, Job& job);
void addOverlay(CLI::App& app, const std::filesystem::path& dataFolder, Job& job);
void addWhere(CLI::App& app, const std::filesystem::path& dataFolder, Job& job);

}  // namespace app
