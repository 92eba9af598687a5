// SPDX-License-Identifier: Apache-2.0
// How settled data are: from a draft to what was approved by a document.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace layers {

/// In the order of trust.
enum class Release { Draft, Provisional, Approved };

/// `draft`, `provisional`, `approved`.
/// Errors: nothing when the word names no release.
std::optional<Release> parseRelease(std::string_view word);
std::string wordOf(Release release);

}  // namespace layers
