// SPDX-License-Identifier: Apache-2.0
// Wastewater summed in whole litres a day, unit by unit, with every outfall booked.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "layers/checks/finding.hpp"
#include "layers/indicators/ledger.hpp"
#include "layers/indicators/outfall.hpp"

namespace layers {

/// Volumes are summed in whole litres a day: exact, whatever the order.
struct Volumes {
    std::int64_t discharged_l_day = 0;
    std::int64_t treated_l_day = 0;
    /// Those whose volumes are summed above.
    std::int64_t outfalls = 0;
    /// Those left out because what they discharge, or how much of it is treated, is unknown.
    std::int64_t unknown = 0;
    /// What those discharge, as far as that is known.
    std::int64_t unknownDischarged_l_day = 0;

    Volumes& operator+=(const Volumes& other);
    bool operator==(const Volumes&) const = default;
};

/// What one outfall adds: its volumes when it counts, itself to the unknown when they are not known, else
/// nothing.
Volumes volumesOf(const Outfall& outfall, OutfallVerdict verdict);

/// Whether a share of these volumes is a figure: something counts, and at least half of what is discharged
/// is of known treatment. As with plots, a figure never comes from the smaller part (docs/adr/0010).
bool isKnownEnough(const Volumes& volumes);

struct WastewaterByUnit {
    std::map<std::string, Volumes> byUnit;
    /// In `m3/day`, amounts are what is discharged: in `outfalls`, out `counted`, lost by verdict or
    /// `outside-all-units`. Volumes unknown or negative are booked as rows without amount.
    Ledger ledger;
    std::vector<Finding> findings;
};

/// unitOf names the unit of an outfall that is awaited, empty outside all units: then it is lost, with the
/// finding `outfall.outside-units` (id, name).
WastewaterByUnit tallyByUnit(std::span<const Outfall> outfalls, std::span<const OutfallVerdict> verdicts,
                             const std::function<std::string(const Outfall&)>& unitOf);

}  // namespace layers
