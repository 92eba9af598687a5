// SPDX-License-Identifier: Apache-2.0
// Where every hectare went: in + gained = out + lost, each by named reason.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/quantities.hpp"

namespace layers {

struct LedgerEntry {
    /// A word such as `outside-all-zones`, never a sentence.
    std::string reason;
    std::int64_t count = 0;
    geo::Hectares area;
    bool operator==(const LedgerEntry&) const = default;
};

enum class LedgerSide { In, Gained, Out, Lost };

std::string wordOf(LedgerSide side);

struct Ledger {
    std::vector<LedgerEntry> in;
    std::vector<LedgerEntry> gained;
    std::vector<LedgerEntry> out;
    std::vector<LedgerEntry> lost;

    /// Adds to the entry of that reason, or makes it, keeping the order in which reasons first came.
    void add(LedgerSide side, std::string_view reason, std::int64_t count, geo::Hectares area);

    std::vector<LedgerEntry>& entries(LedgerSide side);
    const std::vector<LedgerEntry>& entries(LedgerSide side) const;
    geo::Hectares total(LedgerSide side) const;

    /// in + gained − out − lost.
    geo::Hectares imbalance() const;
    bool balances(geo::Hectares tolerance) const;
    bool operator==(const Ledger&) const = default;
};

}  // namespace layers
