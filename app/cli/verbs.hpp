// SPDX-License-Identifier: Apache-2.0
// The verbs of the command line and the options each of them takes.
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string_view>

#include "app/jobs/outcome.hpp"
#include "app/words/catalogue.hpp"
#include "geo/base/progress.hpp"

namespace CLI {
class App;
}

namespace app {

using Job = std::function<Outcome(const Catalogue& words, geo::Progress& progress)>;

struct Verb {
    std::string_view name;
    /// Gives the parser the verb's options; when they have been read, job is set.
    /// Errors while parsing: Usage `usage.word-unknown`, `usage.form`, `date.invalid`, `crs.unknown`.
    void (*addOptions)(CLI::App& app, const std::filesystem::path& dataFolder, Job& job);
};

std::span<const Verb> allVerbs();

}  // namespace app
