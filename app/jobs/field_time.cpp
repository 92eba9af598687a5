// SPDX-License-Identifier: Apache-2.0
// Milliseconds moved by hours.
#include "app/jobs/field_time.hpp"

#include <cstdint>

#include "layers/files/moment_text.hpp"

namespace app {
namespace {

constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::size_t dayLength = 10;
constexpr std::size_t clockLength = 8;

}  // namespace

std::optional<LocalMoment> localMoment(std::string_view utc) {
    const bool isDay = utc.size() == dayLength;
    const auto moment = layers::parseMoment(utc);
    if (!moment) return std::nullopt;
    const std::string here = isDay ? std::string(utc) : layers::isoMoment(*moment + hoursAheadOfUtc * hour_ms);
    const auto day = geo::parseDate(here.substr(0, dayLength));
    if (!day) return std::nullopt;
    return LocalMoment{*day, isDay ? std::string() : here.substr(dayLength + 1, clockLength)};
}

}  // namespace app
