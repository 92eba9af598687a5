// SPDX-License-Identifier: Apache-2.0
// The parts a reported figure is summed from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "layers/indicators/quantity_sum.hpp"
#include "layers/indicators/reported_figures.hpp"

namespace layers {

/// What one source unit, or a district for its communes, gives to a figure.
struct Part {
    /// Nothing when no row speaks of it.
    const ReportedRow* row = nullptr;
    std::int64_t communes = 1;
    /// How much of its area lies in the unit, 0 to 1.
    double share = 1;
};

struct Terms {
    QuantitySum numerator;
    QuantitySum denominator;
};

std::int64_t communesOf(const std::vector<Part>& parts);
/// Those with a value.
std::vector<Part> presentOf(std::vector<Part> parts);
/// Those to which the figure applies, as far as they say.
std::vector<Part> applicableOf(std::vector<Part> parts);

/// Of a part with a value: what its row wrote, and how that counts; shares to a billionth.
Terms termsOf(const Part& part);

/// What a percentage made of parts that were divided by area may be, whatever lies where in them.
struct RateBounds {
    double low = 0;
    double high = 0;
    bool operator==(const RateBounds&) const = default;
};
/// Between all of a divided part and nothing of it, for every such part; in percent.
/// Returns: nothing where none is divided, or all may be nothing.
std::optional<RateBounds> boundsOf(const std::vector<Part>& present);

/// The three below take parts that are present.
Terms termsOf(const std::vector<Part>& present);
/// Two units of quantity that differ; nothing when all are one.
std::optional<std::pair<std::string, std::string>> mixedUnitsOf(const std::vector<Part>& present);
/// A sum is no surer than its weakest part: `estimated`, `provisional`, else what a sum of settled parts is.
Status statusOfSum(const std::vector<Part>& present, Status ofSettledParts);

/// The status of a whole of which no part has a value.
Status statusWithoutValue(const std::vector<Part>& applicable);

}  // namespace layers
