// SPDX-License-Identifier: Apache-2.0
// Up the network for what is above, down it for what changes.
#include "layers/indicators/stream_treatment.hpp"

#include <algorithm>

namespace layers {
namespace {

geo::FlowNetwork networkOf(std::span<const RiverReach> reaches) {
    std::vector<geo::Geometry> lines;
    lines.reserve(reaches.size());
    for (const RiverReach& reach : reaches) lines.push_back(reach.line);
    return geo::FlowNetwork::fromLines(lines, confluenceSnap);
}

/// The reach and all that flow into it, marked.
std::vector<bool> reachesAbove(const geo::FlowNetwork& network, std::size_t reach) {
    std::vector<bool> isAbove(network.size(), false);
    std::vector<std::size_t> waiting{reach};
    isAbove[reach] = true;
    while (!waiting.empty()) {
        const std::size_t next = waiting.back();
        waiting.pop_back();
        for (const std::size_t above : network.upstreamOf(next)) {
            if (isAbove[above]) continue;
            isAbove[above] = true;
            waiting.push_back(above);
        }
    }
    return isAbove;
}

}  // namespace

StreamTreatment::StreamTreatment(std::span<const Outfall> outfalls, std::span<const OutfallVerdict> verdicts,
                                 std::span<const RiverReach> reaches, const WastewaterByRiver& tally)
    : m_network(networkOf(reaches)) {
    for (std::size_t i = 0; i < outfalls.size(); ++i) {
        const auto reach = tally.reachOfOutfall[i];
        if (reach && verdicts[i] == OutfallVerdict::Counts)
            m_entries.push_back({i, *reach, volumesOf(outfalls[i], verdicts[i])});
    }
    for (const ReachVolumes& reach : tally.reaches) m_accumulated.push_back(reach.accumulated);
}

std::vector<OutfallAbove> StreamTreatment::above(std::size_t reach) const {
    const auto isAbove = reachesAbove(m_network, reach);
    std::vector<OutfallAbove> found;
    for (const Entry& entry : m_entries) {
        if (!isAbove[entry.reach]) continue;
        const std::int64_t discharged = entry.volumes.discharged_l_day;
        found.push_back(
            {entry.outfall, discharged, discharged - entry.volumes.treated_l_day, entry.reach == reach});
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &OutfallAbove::untreated_l_day);
    return found;
}

std::vector<Volumes> StreamTreatment::accumulatedWith(std::span<const std::size_t> treated) const {
    std::vector<std::int64_t> more(m_network.size(), 0);
    for (const Entry& entry : m_entries) {
        if (std::ranges::find(treated, entry.outfall) == treated.end()) continue;
        more[entry.reach] += entry.volumes.discharged_l_day - entry.volumes.treated_l_day;
    }
    const auto sums = geo::accumulated(m_network, more);
    auto volumes = m_accumulated;
    for (std::size_t i = 0; i < volumes.size(); ++i) volumes[i].treated_l_day += sums[i];
    return volumes;
}

std::optional<double> treatedShare_percent(const Volumes& volumes) {
    if (volumes.outfalls == 0 || volumes.discharged_l_day <= 0 || !isKnownEnough(volumes))
        return std::nullopt;
    return 100.0 * static_cast<double>(volumes.treated_l_day) / static_cast<double>(volumes.discharged_l_day);
}

}  // namespace layers
