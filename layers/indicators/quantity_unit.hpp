// SPDX-License-Identifier: Apache-2.0
// Units of quantity as offices write them, and which of them become each other exactly.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace layers {

/// Times ÷ by: a day's part of a year has no end in decimals.
struct Ratio {
    std::int64_t times = 1;
    std::int64_t by = 1;
    bool isOne() const { return times == by; }
    bool operator==(const Ratio&) const = default;
};

/// `× 1000 ÷ 366`; empty for one.
std::string ratioText(const Ratio& ratio);

/// One writing for each unit of quantity: `Tấn/ngày đêm` → `tonnes/day`, `nghìn m³/năm` → `thousand m3/year`,
/// `TOE` → `toe`, `nghìn tấn dầu quy đổi` → `ktoe`; any other as it is, without outer blanks.
std::string termUnitWritten(std::string_view text);

/// Whether termUnitWritten() knows the unit; a share (`%`) is none.
bool isQuantityUnit(std::string_view text);

/// The known unit a head or title names: in brackets (`Phát sinh (tấn/năm)`, `Năm 2024 [kg/ngày] - Thu gom`)
/// or after its word (`ĐVT: tấn/năm`, `Đơn vị tính: nghìn tấn`); empty when it names none, or two.
std::string unitNamedIn(std::string_view text);

/// A head without the unit in brackets it names.
std::string withoutUnit(std::string_view head);

/// How many of one unit make one of another. A rate a day is the mean over the days of its year, a rate a
/// month a twelfth of the year's.
/// Returns: nothing between quantities of different sorts, between electricity, heat and oil equivalent (what
/// a kWh is worth in oil is a convention, not a factor), between a rate and an amount, and between a day and
/// a longer time where the year is unknown (0).
std::optional<Ratio> ratioBetween(std::string_view from, std::string_view to, int year);

}  // namespace layers
