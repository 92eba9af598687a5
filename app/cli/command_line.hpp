// SPDX-License-Identifier: Apache-2.0
// What was typed, as a job ready to run and the wishes common to all verbs.
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "app/cli/verbs.hpp"
#include "app/words/catalogue.hpp"

namespace app {

struct CommandLine {
    bool json = false;
    Language language = Language::Vietnamese;
    /// The verb as typed; empty when there was none.
    std::string verb;
    bool wantsHelp = false;
    bool wantsVersion = false;
    /// Set unless help or version is wanted.
    Job job;
};

/// The wishes that are needed before anything can be said: language and --json.
CommandLine readCommonWishes(std::span<const std::string> arguments);

/// Errors: Usage `usage.*`, `date.invalid` and the like.
CommandLine parseCommandLine(std::span<const std::string> arguments, const std::filesystem::path& dataFolder);

}  // namespace app
