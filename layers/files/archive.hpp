// SPDX-License-Identifier: Apache-2.0
// ZIP archives into a folder.
#pragma once

#include <filesystem>
#include <vector>

namespace layers {

/// Writes every file of the archive below the folder, in the archive's own folders; names that lead out of it
/// are refused. Returns: the files, by path.
/// Errors: BadData `file.unreadable` (path, reason), also when they hold more than 4 GiB.
std::vector<std::filesystem::path> unpack(const std::filesystem::path& archive,
                                          const std::filesystem::path& folder);

}  // namespace layers
