// SPDX-License-Identifier: Apache-2.0
// The ledger: adding, summing, balancing.
#include "layers/indicators/ledger.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace layers {

std::string wordOf(LedgerSide side) {
    switch (side) {
        case LedgerSide::In:
            return "in";
        case LedgerSide::Gained:
            return "gained";
        case LedgerSide::Out:
            return "out";
        case LedgerSide::Lost:
            return "lost";
    }
    return {};
}

const std::vector<LedgerEntry>& Ledger::entries(LedgerSide side) const {
    switch (side) {
        case LedgerSide::In:
            return in;
        case LedgerSide::Gained:
            return gained;
        case LedgerSide::Out:
            return out;
        case LedgerSide::Lost:
            break;
    }
    return lost;
}

std::vector<LedgerEntry>& Ledger::entries(LedgerSide side) {
    return const_cast<std::vector<LedgerEntry>&>(std::as_const(*this).entries(side));
}

void Ledger::add(LedgerSide side, std::string_view reason, std::int64_t count, double amount) {
    std::vector<LedgerEntry>& known = entries(side);
    auto entry = std::ranges::find(known, reason, &LedgerEntry::reason);
    if (entry == known.end()) entry = known.insert(known.end(), LedgerEntry{std::string(reason), 0, 0});
    entry->count += count;
    entry->amount += amount;
}

double Ledger::total(LedgerSide side) const {
    double sum = 0;
    for (const LedgerEntry& entry : entries(side)) sum += entry.amount;
    return sum;
}

double Ledger::imbalance() const {
    return total(LedgerSide::In) + total(LedgerSide::Gained) - total(LedgerSide::Out) -
           total(LedgerSide::Lost);
}

bool Ledger::balances(double tolerance) const { return std::abs(imbalance()) <= tolerance; }

}  // namespace layers
