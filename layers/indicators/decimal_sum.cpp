// SPDX-License-Identifier: Apache-2.0
// Long addition in limbs of nine decimal digits.
#include "layers/indicators/decimal_sum.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>

namespace layers {
namespace {

constexpr int digitsInLimb = 9;
constexpr std::int64_t limbSize = 1'000'000'000;
/// A multiple of the digits in a limb; the smallest double ends at 10^-324.
constexpr int lowestExponent = -360;

/// The digits of a number and the power of ten of the last of them.
struct Decimal {
    bool isNegative = false;
    std::string digits;
    int exponent = 0;
};

Decimal shortestDecimal(double number) {
    std::array<char, 40> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), std::abs(number),
                                       std::chars_format::scientific);
    const std::string_view whole(text.data(), static_cast<std::size_t>(written.ptr - text.data()));
    const std::size_t mark = whole.find('e');
    Decimal decimal{number < 0, {}, std::atoi(whole.data() + mark + 1)};
    for (const char letter : whole.substr(0, mark)) {
        if (letter != '.') decimal.digits.push_back(letter);
    }
    decimal.exponent -= static_cast<int>(decimal.digits.size()) - 1;
    return decimal;
}

}  // namespace

void DecimalSum::add(double number) {
    if (!std::isfinite(number)) return;
    const Decimal decimal = shortestDecimal(number);
    int place = decimal.exponent - lowestExponent;
    for (auto digit = decimal.digits.rbegin(); digit != decimal.digits.rend(); ++digit, ++place) {
        std::int64_t value = *digit - '0';
        for (int power = place % digitsInLimb; power > 0; --power) value *= 10;
        m_limbs[static_cast<std::size_t>(place / digitsInLimb)] += decimal.isNegative ? -value : value;
    }
}

void DecimalSum::add(const DecimalSum& other) {
    for (std::size_t i = 0; i < limbCount; ++i) m_limbs[i] += other.m_limbs[i];
    // The sign of the whole stays with the top limb.
    m_limbs.back() += carried(m_limbs) * limbSize;
}

/// Brings every limb into 0 … limbSize − 1 and answers what is left over: −1 for a negative number.
std::int64_t DecimalSum::carried(Limbs& limbs) {
    std::int64_t over = 0;
    for (std::int64_t& limb : limbs) {
        limb += over;
        over = limb / limbSize - (limb % limbSize < 0 ? 1 : 0);
        limb -= over * limbSize;
    }
    return over;
}

bool DecimalSum::madePositive(Limbs& limbs) {
    if (carried(limbs) >= 0) return false;
    // What was carried is what is missing to the next power above the top: its negative is what is meant.
    std::ranges::transform(limbs, limbs.begin(), std::negate<>());
    carried(limbs);
    return true;
}

DecimalSum DecimalSum::times(std::int64_t factor) const {
    DecimalSum product = *this;
    const bool isNegative = madePositive(product.m_limbs);
    std::int64_t over = 0;
    for (std::int64_t& limb : product.m_limbs) {
        const std::int64_t value = limb * factor + over;
        over = value / limbSize;
        limb = isNegative ? -(value % limbSize) : value % limbSize;
    }
    return product;
}

double DecimalSum::total(std::int64_t by) const {
    Limbs limbs = m_limbs;
    const bool isNegative = madePositive(limbs);
    std::string text;
    std::int64_t rest = 0;
    for (auto limb = limbs.rbegin(); limb != limbs.rend(); ++limb) {
        const std::int64_t value = rest * limbSize + *limb;
        rest = value % by;
        const std::string digits = std::to_string(value / by);
        text.append(digitsInLimb - digits.size(), '0').append(digits);
    }
    text.append("e").append(std::to_string(lowestExponent));
    double sum = 0;
    std::from_chars(text.data(), text.data() + text.size(), sum);
    return isNegative ? -sum : sum;
}

bool DecimalSum::isSame(const DecimalSum& other) const {
    Limbs mine = m_limbs;
    Limbs theirs = other.m_limbs;
    return carried(mine) == carried(theirs) && mine == theirs;
}

}  // namespace layers
