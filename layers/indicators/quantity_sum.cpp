// SPDX-License-Identifier: Apache-2.0
// Sums apart by denominator, brought to one at the end.
#include "layers/indicators/quantity_sum.hpp"

#include <numeric>

namespace layers {

void QuantitySum::add(double written, const Ratio& ratio) {
    DecimalSum number;
    number.add(written);
    m_sums[ratio.by].add(ratio.times == 1 ? number : number.times(ratio.times));
}

void QuantitySum::add(const QuantitySum& other) {
    for (const auto& [by, sum] : other.m_sums) m_sums[by].add(sum);
}

std::int64_t QuantitySum::commonBy(const Sums& sums) {
    std::int64_t common = 1;
    for (const auto& [by, sum] : sums) {
        const std::int64_t next = common / std::gcd(common, by);
        if (next > DecimalSum::mostFactor / by) return common;
        common = next * by;
    }
    return common;
}

DecimalSum QuantitySum::over(const Sums& sums, std::int64_t by) {
    DecimalSum whole;
    for (const auto& [part, sum] : sums) {
        if (by % part == 0) {
            whole.add(sum.times(by / part));
        } else {
            DecimalSum nearest;
            nearest.add(sum.total(part));
            whole.add(nearest.times(by));
        }
    }
    return whole;
}

double QuantitySum::total() const {
    const std::int64_t by = commonBy(m_sums);
    return over(m_sums, by).total(by);
}

bool QuantitySum::isSame(const QuantitySum& other) const {
    Sums both = m_sums;
    both.insert(other.m_sums.begin(), other.m_sums.end());
    const std::int64_t by = commonBy(both);
    return over(m_sums, by).isSame(over(other.m_sums, by));
}

double converted(double written, const Ratio& ratio) {
    QuantitySum sum;
    sum.add(written, ratio);
    return sum.total();
}

}  // namespace layers
