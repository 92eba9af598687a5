// SPDX-License-Identifier: Apache-2.0
// Outfalls added up unit by unit.
#include "layers/indicators/wastewater.hpp"

#include "layers/indicators/litre_ledger.hpp"

namespace layers {

Volumes& Volumes::operator+=(const Volumes& other) {
    discharged_l_day += other.discharged_l_day;
    treated_l_day += other.treated_l_day;
    outfalls += other.outfalls;
    unknown += other.unknown;
    unknownDischarged_l_day += other.unknownDischarged_l_day;
    return *this;
}

Volumes volumesOf(const Outfall& outfall, OutfallVerdict verdict) {
    const std::int64_t discharged = litresOf(outfall.discharged_m3_day).value_or(0);
    switch (verdict) {
        case OutfallVerdict::Counts:
            return {discharged, litresOf(outfall.treated_m3_day).value_or(0), 1, 0, 0};
        case OutfallVerdict::VolumeUnknown:
        case OutfallVerdict::TreatedUnknown:
            return {0, 0, 0, 1, discharged};
        case OutfallVerdict::NotInPlan:
        case OutfallVerdict::VolumeNegative:
        case OutfallVerdict::TreatedAboveDischarged:
        case OutfallVerdict::Repeated:
            break;
    }
    return {};
}

bool isKnownEnough(const Volumes& volumes) {
    return volumes.outfalls > 0 && volumes.discharged_l_day >= volumes.unknownDischarged_l_day;
}

WastewaterByUnit tallyByUnit(std::span<const Outfall> outfalls, std::span<const OutfallVerdict> verdicts,
                             const std::function<std::string(const Outfall&)>& unitOf) {
    WastewaterByUnit tally;
    LitreLedger ledger;
    for (std::size_t i = 0; i < outfalls.size(); ++i) {
        const Outfall& outfall = outfalls[i];
        const std::string unit = isAwaited(verdicts[i]) ? unitOf(outfall) : std::string();
        const bool isOutside = isAwaited(verdicts[i]) && unit.empty();
        if (!unit.empty()) tally.byUnit[unit] += volumesOf(outfall, verdicts[i]);
        if (isOutside) {
            tally.findings.push_back(
                {{"outfall.outside-units", {{"id", labelOf(outfall)}, {"name", outfall.name}}},
                 outfall.row,
                 outfall.communeCode});
        }
        const bool isLostHere = isOutside && verdicts[i] == OutfallVerdict::Counts;
        ledger.book(outfall, isLostHere ? "outside-all-units" : wordOf(verdicts[i]));
    }
    tally.ledger = ledger.inCubicMetres();
    return tally;
}

}  // namespace layers
