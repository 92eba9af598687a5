// SPDX-License-Identifier: Apache-2.0
// A value of an indicator for a unit on a day, with its status and where it comes from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "geo/base/date.hpp"
#include "layers/model/release.hpp"
#include "layers/units/unit.hpp"

namespace layers {

enum class Status {
    Measured,
    Reported,
    Estimated,
    Provisional,
    Carried,
    NotReported,
    Missing,
    NotApplicable,
    Suppressed
};

/// Errors: nothing when the word names no status.
std::optional<Status> parseStatus(std::string_view word);
std::string wordOf(Status status);

/// As parseStatus(), and as offices write it: `Ước tính`, `chưa báo cáo`, `không áp dụng`; without regard to
/// case, accents and blanks.
std::optional<Status> statusWritten(std::string_view text);

/// Whether a figure of that status has a value.
bool holdsAValue(Status status);

struct Observation {
    std::string indicator;
    std::string unitCode;
    std::string unitName;
    UnitLevel level = UnitLevel::Commune;
    /// The day whose units these are.
    geo::Date unitsOn;
    /// The day the value describes.
    geo::Date asOf;
    Release release = Release::Draft;
    Status status = Status::Missing;
    std::optional<double> numerator;
    std::optional<double> denominator;
    /// What numerator and denominator are counted in: `ha`.
    std::string termUnit;
    std::optional<double> value;
    /// What the value is counted in: `%`.
    std::string unit;
    std::string method;
    std::string areaKind;
    std::string denominatorKind;
    std::int64_t sourceLayer = 0;
    std::string source;
    /// How many rows of the source stand behind it.
    std::int64_t count = 0;
    /// The share of the unit it speaks of, as `sector=IX stage=operating`; empty for the whole.
    std::string part = {};
    /// The document that published or reported it.
    std::string document = {};
    bool operator==(const Observation&) const = default;
};

/// A hundred times numerator ÷ denominator.
/// Returns: nothing when either is missing or the denominator is not above zero; nothing is never zero.
std::optional<double> percentageOf(std::optional<double> numerator, std::optional<double> denominator);

/// Fills numerator, denominator, value and unit `%`, and sets the status: the given one where there is a
/// value, else Missing.
void setPercentage(Observation& observation, std::optional<double> numerator,
                   std::optional<double> denominator, Status statusOfAValue);

}  // namespace layers
