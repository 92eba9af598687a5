// SPDX-License-Identifier: Apache-2.0
// Pictures of every panel and dialog.
#pragma once

#include <filesystem>

namespace gallery {

/// PNG files of few colours, each below the size a repository wants. Returns: 0, or 1 when one is too large.
int make(const std::filesystem::path& workspace, const std::filesystem::path& folder);

}  // namespace gallery
