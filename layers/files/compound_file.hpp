// SPDX-License-Identifier: Apache-2.0
// Streams in a compound file, the box older office documents come in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace layers {

/// The bytes of a stream of that name, ASCII, at any depth.
/// Returns: nothing when there is none, or the box is broken.
/// Limits: a stream of at most 1 GiB.
/// Source: [MS-CFB] 2.
std::optional<std::string> streamOf(std::string_view box, std::string_view name);

}  // namespace layers
