// SPDX-License-Identifier: Apache-2.0
// Where every row and hectare went: in + gained = out + lost, each by named reason.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace layers {

struct LedgerEntry {
    /// A word such as `outside-all-zones`, never a sentence.
    std::string reason;
    std::int64_t count = 0;
    /// In the ledger's unit; 0 where rows have none.
    double amount = 0;
    bool operator==(const LedgerEntry&) const = default;
};

enum class LedgerSide { In, Gained, Out, Lost };

inline constexpr std::array ledgerSides{LedgerSide::In, LedgerSide::Gained, LedgerSide::Out,
                                        LedgerSide::Lost};

std::string wordOf(LedgerSide side);

struct Ledger {
    /// What amounts are counted in: `ha`, `m3/day`; empty where only rows are counted.
    std::string unit = "ha";
    std::vector<LedgerEntry> in;
    std::vector<LedgerEntry> gained;
    std::vector<LedgerEntry> out;
    std::vector<LedgerEntry> lost;

    /// Adds to the entry of that reason, or makes it, keeping the order in which reasons first came.
    void add(LedgerSide side, std::string_view reason, std::int64_t count, double amount);

    std::vector<LedgerEntry>& entries(LedgerSide side);
    const std::vector<LedgerEntry>& entries(LedgerSide side) const;
    double total(LedgerSide side) const;

    /// in + gained − out − lost.
    double imbalance() const;
    bool balances(double tolerance) const;
    bool operator==(const Ledger&) const = default;
};

}  // namespace layers
