// SPDX-License-Identifier: Apache-2.0
// Observations: their status, their percentage.
#include "layers/indicators/observation.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace layers {
namespace {

constexpr std::array<std::pair<Status, std::string_view>, 9> statusTable{
    {{Status::Measured, "measured"},
     {Status::Reported, "reported"},
     {Status::Estimated, "estimated"},
     {Status::Provisional, "provisional"},
     {Status::Carried, "carried"},
     {Status::NotReported, "not reported"},
     {Status::Missing, "missing"},
     {Status::NotApplicable, "not applicable"},
     {Status::Suppressed, "suppressed"}}};

}  // namespace

std::optional<Status> parseStatus(std::string_view word) {
    for (const auto& [status, name] : statusTable) {
        if (name == word) return status;
    }
    return std::nullopt;
}

std::string wordOf(Status status) {
    const auto found =
        std::ranges::find_if(statusTable, [&](const auto& entry) { return entry.first == status; });
    return std::string(found->second);
}

std::optional<double> percentageOf(std::optional<double> numerator, std::optional<double> denominator) {
    if (!numerator || !denominator || !(*denominator > 0)) return std::nullopt;
    return 100 * *numerator / *denominator;
}

void setPercentage(Observation& observation, std::optional<double> numerator,
                   std::optional<double> denominator, Status statusOfAValue) {
    observation.numerator = numerator;
    observation.denominator = denominator;
    observation.value = percentageOf(numerator, denominator);
    observation.unit = "%";
    observation.status = observation.value ? statusOfAValue : Status::Missing;
}

}  // namespace layers
