// SPDX-License-Identifier: Apache-2.0
// A day of the calendar, and the ways people and files write it.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace geo {

struct Date {
    int year = 0;
    int month = 1;
    int day = 1;
    friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

/// A date from `2025-07-01`; a lone year stands for its last day, `2024` = 31 December 2024.
/// Errors: nothing when the text is no day of the Gregorian calendar.
std::optional<Date> parseDate(std::string_view text);

/// Errors: Usage `date.invalid` naming the text.
Date requireDate(std::string_view text);

std::string isoText(const Date& date);

Date dayBefore(const Date& date);

constexpr Date lastDayOf(int year) { return {year, 12, 31}; }

}  // namespace geo
