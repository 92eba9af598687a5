// SPDX-License-Identifier: Apache-2.0
// What glibc makes of text, for tests that must not believe our own tables.
#pragma once

#include <optional>
#include <string>

namespace sample {

/// UTF-8 in another encoding, by its name in iconv.
/// Errors: nothing when iconv cannot.
std::optional<std::string> byIconv(const std::string& utf8, const std::string& encoding);

}  // namespace sample
