// SPDX-License-Identifier: Apache-2.0
// The proleptic calendar of <chrono>.
#include "layers/files/moment_text.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

#include "geo/base/date.hpp"

namespace layers {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

std::optional<int> numberIn(std::string_view digits) {
    int number = 0;
    const auto [stop, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool isWhole = fault == std::errc{} && stop == digits.data() + digits.size() && number >= 0;
    return isWhole ? std::optional(number) : std::nullopt;
}

/// `.25` → 250; nothing beyond thousandths but zeros is kept.
std::optional<int> thousandthsIn(std::string_view fraction) {
    if (fraction.empty()) return 0;
    if (fraction.front() != '.' || fraction.size() < 2) return std::nullopt;
    const auto whole = numberIn(fraction.substr(1, 9));
    if (!whole || fraction.size() > 10) return std::nullopt;
    double part = *whole;
    for (std::size_t digit = 1; digit < fraction.size(); ++digit) part /= 10;
    return static_cast<int>(part * 1000 + 1e-6);
}

/// `08:00:00` and an optional fraction.
std::optional<milliseconds> clockIn(std::string_view text) {
    if (text.size() < 8 || text[2] != ':' || text[5] != ':') return std::nullopt;
    const auto hour = numberIn(text.substr(0, 2));
    const auto minute = numberIn(text.substr(3, 2));
    const auto second = numberIn(text.substr(6, 2));
    const auto thousandths = thousandthsIn(text.substr(8));
    if (!hour || !minute || !second || !thousandths || *hour > 23 || *minute > 59 || *second > 59)
        return std::nullopt;
    return *hour * 1h + *minute * 1min + *second * 1s + milliseconds(*thousandths);
}

}  // namespace

std::string isoMoment(std::int64_t sinceEpoch_ms) {
    using namespace std::chrono;
    // 0001-01-01 and 9999-12-31, beyond which four digits do not reach.
    if (sinceEpoch_ms < -62'135'596'800'000 || sinceEpoch_ms > 253'402'300'799'999) return {};
    const sys_time<milliseconds> moment{milliseconds(sinceEpoch_ms)};
    const year_month_day date{floor<days>(moment)};
    const hh_mm_ss clock{moment - floor<days>(moment)};
    const auto thousandths = clock.subseconds().count();
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count(),
                       thousandths == 0 ? "" : fmt::format(".{:03}", thousandths));
}

std::optional<std::int64_t> parseMoment(std::string_view text) {
    using namespace std::chrono;
    if (text.size() < 10) return std::nullopt;
    const auto date = geo::parseDate(text.substr(0, 10));
    if (!date) return std::nullopt;
    const sys_days day = year(date->year) / date->month / date->day;
    milliseconds clock{0};
    if (text.size() > 10) {
        if (text[10] != 'T' || text.back() != 'Z') return std::nullopt;
        const auto read = clockIn(text.substr(11, text.size() - 12));
        if (!read) return std::nullopt;
        clock = *read;
    }
    return duration_cast<milliseconds>(day.time_since_epoch() + clock).count();
}

}  // namespace layers
