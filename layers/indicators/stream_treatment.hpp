// SPDX-License-Identifier: Apache-2.0
// Which outfalls a stretch of river owes its water's state to, and what it would be were more of them
// treated.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "geo/network/flow_network.hpp"
#include "layers/indicators/wastewater_river.hpp"

namespace layers {

/// An outfall that counts and whose water passes the lower end of a reach, in whole litres a day.
struct OutfallAbove {
    /// Its place among the outfalls given.
    std::size_t outfall = 0;
    std::int64_t discharged_l_day = 0;
    std::int64_t untreated_l_day = 0;
    /// Whether it is led to the reach itself rather than to one above.
    bool isOwn = false;
    bool operator==(const OutfallAbove&) const = default;
};

/// The outfalls of a tally along its river. Nothing stored changes by what is asked of it.
class StreamTreatment {
  public:
    /// All of the same call of tallyByRiver().
    StreamTreatment(std::span<const Outfall> outfalls, std::span<const OutfallVerdict> verdicts,
                    std::span<const RiverReach> reaches, const WastewaterByRiver& tally);

    /// Those above the lower end of a reach, the most untreated water first.
    std::vector<OutfallAbove> above(std::size_t reach) const;

    /// What passes the lower end of every reach were these outfalls, told by their places, treated wholly.
    std::vector<Volumes> accumulatedWith(std::span<const std::size_t> treated) const;

  private:
    struct Entry {
        std::size_t outfall;
        std::size_t reach;
        Volumes volumes;
    };

    geo::FlowNetwork m_network;
    std::vector<Entry> m_entries;
    std::vector<Volumes> m_accumulated;
};

/// The share treated in percent; nothing where no figure may be given (isKnownEnough()).
std::optional<double> treatedShare_percent(const Volumes& volumes);

}  // namespace layers
