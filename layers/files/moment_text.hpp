// SPDX-License-Identifier: Apache-2.0
// Moments as ISO 8601 writes them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace layers {

/// `2025-07-01T08:00:00Z`, with milliseconds where there are any, from milliseconds since 1970 in UTC.
/// Limits: years 1 to 9999; others come as the empty text.
std::string isoMoment(std::int64_t sinceEpoch_ms);

/// A day, or a moment in UTC, to the millisecond.
/// Errors: nothing for what is neither.
std::optional<std::int64_t> parseMoment(std::string_view text);

}  // namespace layers
