// SPDX-License-Identifier: Apache-2.0
// Outfalls of wastewater: what they say of themselves, and which enter the figure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/shape/coordinate.hpp"
#include "layers/checks/finding.hpp"

namespace layers {

/// Whether an outfall is one of those the plan's rate is about, by its category.
enum class PlanShare { InPlan, NotInPlan, Unknown };

/// In plan: production, business and service premises, concentrated zones, clusters; not in plan: domestic
/// sewage. Unknown for other words, for none, and for words that say both. Vietnamese with or without
/// accents, or English.
PlanShare planShareOf(std::string_view category);

struct Outfall {
    std::string id;
    std::string name;
    std::string communeCode;
    std::string communeName;
    std::string category;
    /// Whether the plan's rate is about it; false where neither its own word nor its category says.
    bool inPlan = false;
    /// As the source has them: nothing where nothing was measured or reported.
    std::optional<double> discharged_m3_day;
    std::optional<double> treated_m3_day;
    /// The regulation treated water meets, as `QCVN 40:2025/BTNMT`.
    std::string standard;
    /// In the workspace's CRS; nothing where no position is known.
    std::optional<geo::Coordinate> at;
    std::int64_t row = 0;
    /// Whether it or its category said that it is in the plan, or not.
    bool isPlanShareKnown = true;
    bool operator==(const Outfall&) const = default;
};

/// Whole litres a day, rounded half away from zero.
/// Returns: nothing for nothing, for what is no number, and beyond 10⁹ m³ a day, more than any river of the
/// country carries: a slip, not a volume.
std::optional<std::int64_t> litresOf(std::optional<double> volume_m3_day);

/// A volume of whole litres in m³; to the litre exact up to 9·10¹² m³.
double cubicMetresOf(std::int64_t litres);

/// What becomes of an outfall in the figure.
enum class OutfallVerdict {
    Counts,
    NotInPlan,
    VolumeUnknown,
    TreatedUnknown,
    VolumeNegative,
    TreatedAboveDischarged,
    Repeated
};

/// The reason under which a ledger books outfalls of a verdict: `counted`, `not-in-plan`, `volume-unknown`,
/// `treated-unknown`, `volume-negative`, `treated-above-discharged`, `repeated`.
std::string wordOf(OutfallVerdict verdict);

/// Whether the figure would hold the outfall if only its volumes were known: Counts, VolumeUnknown and
/// TreatedUnknown.
bool isAwaited(OutfallVerdict verdict);

/// One verdict for each. An outfall repeats an earlier one with the same id, or, where both are in the plan,
/// at the same place (to the millimetre) with the same volumes: the first stands for both. Next come the
/// plan, then the volumes in whole litres. Treatment nobody measured is unknown, never zero.
std::vector<OutfallVerdict> judgeOutfalls(std::span<const Outfall> outfalls);

/// What a person should look at, in the order of the outfalls: `outfall.repeated` (id, first_row),
/// `outfall.category-unknown` (id, category), `outfall.volume-unknown` (id), `outfall.treated-unknown` (id,
/// discharged_m3_day), `outfall.volume-negative` (id, volume_m3_day: the discharged one where that is
/// negative, else the treated), `outfall.treated-above-discharged` (id, discharged_m3_day, treated_m3_day).
std::vector<Finding> outfallFindings(std::span<const Outfall> outfalls,
                                     std::span<const OutfallVerdict> verdicts);

/// What a person knows an outfall by: its id, else its name.
const std::string& labelOf(const Outfall& outfall);

}  // namespace layers
