// SPDX-License-Identifier: Apache-2.0
// SHA-256, by which a source file is known again.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace layers {

/// 64 hexadecimal digits, small letters.
std::string sha256Of(std::string_view bytes);

/// Errors: NotFound `file.missing`; BadData `file.unreadable`.
std::string sha256OfFile(const std::filesystem::path& path);

/// One digest over several files, as `cat a b c | sha256sum` gives it.
std::string sha256OfFiles(std::span<const std::filesystem::path> paths);

}  // namespace layers
