// SPDX-License-Identifier: Apache-2.0
// Which files may be mapped into memory.
#pragma once

#include <cstdint>
#include <filesystem>

namespace layers {

/// Whether a file system, by its magic number (statfs(2)), keeps its files on this machine and nowhere else.
/// What is not known is taken for remote: it is read all the same, only not mapped.
bool isLocalFileSystem(std::uint32_t magic);

/// Whether the file stands on such a file system; no where that cannot be found out.
bool isOnLocalDisk(const std::filesystem::path& path);

}  // namespace layers
