// SPDX-License-Identifier: Apache-2.0
// Litres by reason, turned into cubic metres once.
#include "layers/indicators/litre_ledger.hpp"

#include <algorithm>

namespace layers {

void LitreLedger::book(const Outfall& outfall, std::string_view reason) {
    auto entry = std::ranges::find(m_entries, reason, &Entry::reason);
    if (entry == m_entries.end()) entry = m_entries.insert(m_entries.end(), {std::string(reason), 0, 0});
    ++entry->count;
    entry->litres += std::max<std::int64_t>(0, litresOf(outfall.discharged_m3_day).value_or(0));
}

Ledger LitreLedger::inCubicMetres() const {
    Ledger ledger;
    ledger.unit = "m3/day";
    Entry all{"outfalls", 0, 0};
    for (const Entry& entry : m_entries) {
        const bool isCounted = entry.reason == wordOf(OutfallVerdict::Counts);
        ledger.add(isCounted ? LedgerSide::Out : LedgerSide::Lost, entry.reason, entry.count,
                   cubicMetresOf(entry.litres));
        all.count += entry.count;
        all.litres += entry.litres;
    }
    if (all.count > 0) ledger.add(LedgerSide::In, all.reason, all.count, cubicMetresOf(all.litres));
    return ledger;
}

}  // namespace layers
