// SPDX-License-Identifier: Apache-2.0
// The exact sum of decimal numbers as people wrote them, whatever their order.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace layers {

/// Each number stands for the shortest decimal that reads back as it: 0.1 and 0.2 make 0.3.
class DecimalSum {
  public:
    /// Numbers that are not finite are left out: the caller says so.
    void add(double number);
    void add(const DecimalSum& other);
    /// The double next to the exact sum.
    double total() const;
    /// Whether two sums are the same decimal number.
    bool isSame(const DecimalSum& other) const;

  private:
    /// Nine digits a limb, the lowest first, from 10^-360 to 10^333: every finite double and room to carry.
    static constexpr std::size_t limbCount = 77;
    using Limbs = std::array<std::int64_t, limbCount>;
    static std::int64_t carried(Limbs& limbs);

    Limbs m_limbs{};
};

}  // namespace layers
