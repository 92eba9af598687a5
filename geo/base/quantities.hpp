// SPDX-License-Identifier: Apache-2.0
// Quantities as types, so that hectares are never added to square metres.
#pragma once

#include <compare>

namespace geo {

template <class Unit>
struct Quantity {
    double value = 0;

    constexpr Quantity& operator+=(Quantity other) { return value += other.value, *this; }
    constexpr Quantity& operator-=(Quantity other) { return value -= other.value, *this; }
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return {a.value + b.value}; }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return {a.value - b.value}; }
    friend constexpr Quantity operator*(Quantity a, double factor) { return {a.value * factor}; }
    friend constexpr double operator/(Quantity a, Quantity b) { return a.value / b.value; }
    friend constexpr auto operator<=>(Quantity, Quantity) = default;
};

using Metres = Quantity<struct MetreUnit>;
using SquareMetres = Quantity<struct SquareMetreUnit>;
using Hectares = Quantity<struct HectareUnit>;
using CubicMetresPerDay = Quantity<struct CubicMetrePerDayUnit>;

constexpr Hectares toHectares(SquareMetres area) { return {area.value / 10'000.0}; }
constexpr SquareMetres toSquareMetres(Hectares area) { return {area.value * 10'000.0}; }

}  // namespace geo
