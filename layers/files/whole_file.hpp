// SPDX-License-Identifier: Apache-2.0
// Whether a file is as long as it says: half a copy must not pass for a small layer.
#pragma once

#include <filesystem>

#include "layers/files/formats.hpp"

namespace layers {

/// Looks at the end of JSON and XML files and at the page count of databases; other formats pass.
/// Errors: BadData `file.truncated` (path, reason).
void requireWholeFile(const std::filesystem::path& path, Format format);

}  // namespace layers
