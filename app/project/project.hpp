// SPDX-License-Identifier: Apache-2.0
// Which versions of layers, tables and figures a workspace shows: a value, kept in the workspace itself.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace app {

struct Project {
    std::filesystem::path workspace;
    /// Layer versions shown, in the order they came in.
    std::vector<std::int64_t> layers;
    /// Runs whose figures are shown, oldest first.
    std::vector<std::int64_t> runs;
    /// Runs that brought in what is shown, oldest first: what they found still stands.
    std::vector<std::int64_t> imports = {};
    /// The table of lineage in force; the pack's until another is imported.
    std::string lineageTable = "pack_lineage";
    /// Which import of it, counted from 1; 0 for the pack's.
    std::int64_t lineageVersion = 0;

    bool operator==(const Project&) const = default;
};

/// The versions as JSON; the workspace's own path is not part of it.
std::string toJson(const Project& project);

/// Errors: BadData `project.unreadable`.
Project projectFromJson(std::string_view json, const std::filesystem::path& workspace);

}  // namespace app
