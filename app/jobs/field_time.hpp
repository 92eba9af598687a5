// SPDX-License-Identifier: Apache-2.0
// Moments of receivers, which tell UTC, by the clocks of the country.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "geo/base/date.hpp"

namespace app {

/// Hours that clocks in Vietnam are ahead of UTC, all year round.
/// Source: IANA time zone database, Asia/Ho_Chi_Minh.
inline constexpr int hoursAheadOfUtc = 7;

struct LocalMoment {
    geo::Date day;
    /// `15:00:05`; empty where only a day is known.
    std::string clock;
};

/// From `2026-11-30T08:00:05Z`, or a day alone, which stays as it is.
/// Errors: nothing for what is neither.
std::optional<LocalMoment> localMoment(std::string_view utc);

}  // namespace app
