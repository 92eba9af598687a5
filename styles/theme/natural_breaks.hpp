// SPDX-License-Identifier: Apache-2.0
// The partition of sorted values whose classes deviate least from their means.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace styles {

/// A value and how often it occurs.
struct CountedValue {
    double value = 0;
    double count = 1;
};

/// The index at which every class but the lowest begins: exact, in time k n log n; among equal partitions the
/// one that begins its classes lowest.
/// Values: ascending and distinct, no fewer than the classes.
/// Source: dynamic programming of Fisher 1958, doi:10.2307/2281952, by halves as its costs are concave.
std::vector<std::size_t> naturalBreaks(std::span<const CountedValue> values, std::size_t classes);

}  // namespace styles
