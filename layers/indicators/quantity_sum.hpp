// SPDX-License-Identifier: Apache-2.0
// The exact sum of quantities written in several units.
#pragma once

#include <cstdint>
#include <map>

#include "layers/indicators/decimal_sum.hpp"
#include "layers/indicators/quantity_unit.hpp"

namespace layers {

/// Each number as it was written, with what makes it one of the common unit: a third of 1 three times is 1.
/// Limits: exact while the common denominator stays below 4·10⁹, as that of any year's units does.
class QuantitySum {
  public:
    void add(double written, const Ratio& ratio = {});
    void add(const QuantitySum& other);
    /// The double next to the exact sum.
    double total() const;
    bool isSame(const QuantitySum& other) const;

  private:
    using Sums = std::map<std::int64_t, DecimalSum>;
    static std::int64_t commonBy(const Sums& sums);
    static DecimalSum over(const Sums& sums, std::int64_t by);

    /// By what each is still to be divided.
    Sums m_sums;
};

/// The double next to a number of one unit as a number of another.
double converted(double written, const Ratio& ratio);

}  // namespace layers
