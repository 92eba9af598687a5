// SPDX-License-Identifier: Apache-2.0
// Wastewater led to the nearest reach of its sub-basin and summed downstream.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geo/base/quantities.hpp"
#include "geo/shape/geometry.hpp"
#include "layers/indicators/wastewater.hpp"

namespace layers {

/// A stretch of river, drawn downstream.
struct RiverReach {
    std::string id;
    std::string name;
    geo::Geometry line;
};

struct SubBasin {
    std::string code;
    std::string name;
    geo::Geometry shape;
};

struct ReachVolumes {
    /// Its place among the reaches given.
    std::size_t reach = 0;
    /// Of the outfalls led to it.
    Volumes own;
    /// At its lower end: its own and all that comes from above.
    Volumes accumulated;
    bool operator==(const ReachVolumes&) const = default;
};

struct BasinVolumes {
    std::string code;
    std::string name;
    /// Of the outfalls led to a reach from inside it.
    Volumes own;
    bool operator==(const BasinVolumes&) const = default;
};

/// Σ counted = Σ accumulated at outlets + unplaced = Σ basins + unplaced, exactly.
struct WastewaterByRiver {
    /// One for each reach given, in that order; and so the basins.
    std::vector<ReachVolumes> reaches;
    std::vector<BasinVolumes> basins;
    /// Places of reaches that flow into no other.
    std::vector<std::size_t> outlets;
    /// Of outfalls that no reach could be found for.
    Volumes unplaced;
    /// As by unit; out `counted` is what comes out at the outlets, lost are the verdicts and `no-position`,
    /// `off-basins`, `no-stream-in-basin`, `far-from-stream`.
    Ledger ledger;
    std::vector<Finding> findings;
    /// One for each outfall, whatever its verdict; nothing where it was not placed.
    std::vector<std::optional<std::size_t>> reachOfOutfall;
};

/// Water runs farther than this to a stream that is drawn only where the map leaves streams out.
inline constexpr geo::Metres farthestStream{5'000};

/// Ends of reaches meet within half a millimetre at 1:100.000, the most that hand drawing is off.
inline constexpr geo::Metres confluenceSnap{50};

/// The sub-basin under an outfall (of several the smallest), then the nearest reach among those that run in
/// it: a reach belongs to the sub-basin that holds most of its length. A stream beyond the divide is never
/// taken, however near. Findings about outfalls that are awaited: `outfall.no-position` (id, name),
/// `outfall.off-basins` (id, name), `outfall.no-stream-in-basin` (id, name, basin),
/// `outfall.far-from-stream` (id, name, distance_m); and `river.flows-in-circle` (id, name).
/// Units:  metres; all shapes in one plane CRS.
/// Errors: BadData `topology.not-computable` (reason) when GEOS cannot repair a sub-basin.
WastewaterByRiver tallyByRiver(std::span<const Outfall> outfalls, std::span<const OutfallVerdict> verdicts,
                               std::span<const RiverReach> reaches, std::span<const SubBasin> basins,
                               geo::Metres farthest = farthestStream);

}  // namespace layers
