// SPDX-License-Identifier: Apache-2.0
// The parts a reported figure is summed from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "layers/indicators/decimal_sum.hpp"
#include "layers/indicators/reported_figures.hpp"

namespace layers {

/// What one source unit, or a district for its communes, gives to a figure.
struct Part {
    /// Nothing when no row speaks of it.
    const ReportedRow* row = nullptr;
    std::int64_t communes = 1;
};

struct Terms {
    DecimalSum numerator;
    DecimalSum denominator;
};

std::int64_t communesOf(const std::vector<Part>& parts);
/// Those with a value.
std::vector<Part> presentOf(std::vector<Part> parts);
/// Those to which the figure applies, as far as they say.
std::vector<Part> applicableOf(std::vector<Part> parts);

/// The three below take parts that are present.
Terms termsOf(const std::vector<Part>& present);
/// Two units of quantity that differ; nothing when all are one.
std::optional<std::pair<std::string, std::string>> mixedUnitsOf(const std::vector<Part>& present);
/// A sum is no surer than its weakest part: `estimated`, `provisional`, else what a sum of settled parts is.
Status statusOfSum(const std::vector<Part>& present, Status ofSettledParts);

/// The status of a whole of which no part has a value.
Status statusWithoutValue(const std::vector<Part>& applicable);

}  // namespace layers
