// SPDX-License-Identifier: Apache-2.0
// Every project a workspace has shown, for going back and forth among them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace layers {

/// A project, and the one it was made from; 0 for the first.
struct ProjectRecord {
    std::int64_t id = 0;
    std::int64_t parent = 0;
    std::string json;
};

struct ProjectHistory {
    /// By their ids: each stands behind the one it was made from.
    std::vector<ProjectRecord> projects;
    /// The id of the one shown; 0 before the first change.
    std::int64_t current = 0;
};

/// Of a workspace that Workspace::open() takes.
/// Errors: BadData `store.damaged`; Refused `store.busy` (path, holder).
ProjectHistory readHistory(const std::filesystem::path& workspace);

/// Makes a project there has been the one shown.
/// Errors: Refused `store.busy` (path, holder), `store.disk-full`.
void showProject(const std::filesystem::path& workspace, std::int64_t id);

}  // namespace layers
