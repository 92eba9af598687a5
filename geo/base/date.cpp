// SPDX-License-Identifier: Apache-2.0
// Dates in ISO 8601, read strictly.
#include "geo/base/date.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

#include "geo/base/error.hpp"

namespace geo {
namespace {

std::optional<int> parseDigits(std::string_view digits) {
    int number = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (fault != std::errc{} || end != digits.data() + digits.size() || number < 0) return std::nullopt;
    return number;
}

bool isCalendarDay(const Date& date) {
    const auto day = std::chrono::year{date.year} / date.month / date.day;
    return day.ok();
}

}  // namespace

std::optional<Date> parseDate(std::string_view text) {
    if (text.size() == 4) {
        const auto year = parseDigits(text);
        return year ? std::optional(lastDayOf(*year)) : std::nullopt;
    }
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = parseDigits(text.substr(0, 4));
    const auto month = parseDigits(text.substr(5, 2));
    const auto day = parseDigits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const Date date{*year, *month, *day};
    return isCalendarDay(date) ? std::optional(date) : std::nullopt;
}

Date requireDate(std::string_view text) {
    if (const auto date = parseDate(text)) return *date;
    throw Error(ErrorKind::Usage, "date.invalid", {{"text", std::string(text)}});
}

Date dayBefore(const Date& date) {
    const auto day =
        std::chrono::sys_days(std::chrono::year{date.year} / date.month / date.day) - std::chrono::days{1};
    const std::chrono::year_month_day before(day);
    return {static_cast<int>(before.year()), static_cast<int>(static_cast<unsigned>(before.month())),
            static_cast<int>(static_cast<unsigned>(before.day()))};
}

std::string isoText(const Date& date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

}  // namespace geo
