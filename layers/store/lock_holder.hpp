// SPDX-License-Identifier: Apache-2.0
// Who else is writing.
#pragma once

#include <filesystem>
#include <string>

namespace layers {

/// The other program that holds SQLite's writer lock on a file, as `name (process id)`; empty where none is
/// known. Reads the kernel's list of locks: opening and closing the file here would drop our own locks on it.
std::string lockHolder(const std::filesystem::path& path);

}  // namespace layers
