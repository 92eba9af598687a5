// SPDX-License-Identifier: Apache-2.0
// Text between two marks of a file, renewed.
#pragma once

#include <filesystem>
#include <string>

namespace bench {

/// Puts the text between the lines `<!-- figures begin -->` and `<!-- figures end -->`.
/// Errors: std::runtime_error when the file lacks them.
void replaceMarked(const std::filesystem::path& file, const std::string& text);

}  // namespace bench
