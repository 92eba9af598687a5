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
    /// The exact multiple. Pre: 0 < factor <= mostFactor.
    DecimalSum times(std::int64_t factor) const;
    /// The double next to the exact sum, or to an exact part of it. Pre: 0 < by <= mostFactor.
    double total(std::int64_t by = 1) const;
    /// Whether two sums are the same decimal number.
    bool isSame(const DecimalSum& other) const;

    static constexpr std::int64_t mostFactor = 4'000'000'000;

  private:
    /// Nine digits a limb, the lowest first, from 10^-360 to 10^333: every finite double and room to carry.
    static constexpr std::size_t limbCount = 77;
    using Limbs = std::array<std::int64_t, limbCount>;
    static std::int64_t carried(Limbs& limbs);
    /// Without a sign; answers whether there was one.
    static bool madePositive(Limbs& limbs);

    Limbs m_limbs{};
};

}  // namespace layers
