// SPDX-License-Identifier: Apache-2.0
// Lines drawn the way they flow: which flows into which, and what has gathered at their lower ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "geo/base/quantities.hpp"
#include "geo/shape/geometry.hpp"

namespace geo {

/// A forest: every line flows into one line at most, and none into itself by way of others. Immutable once
/// made; any number of threads may read it. Lines are known by their place in the span.
class FlowNetwork {
  public:
    /// The end of a line meets the start of the nearest other line within snap (the bound included), else the
    /// nearest line that passes within snap, else it is an outlet. A line that leads straight back, or ends
    /// near the same spot, is taken only when no other is near; one that comes nearest with its very end does
    /// not pass at all. Ties go to the lowest place. Of lines that flow in a circle the lowest loses its
    /// link. Empty lines, and such with coordinates that are no numbers, neither receive nor give. Units:
    /// metres for coordinates in metres.
    static FlowNetwork fromLines(std::span<const Geometry> lines, Metres snap);

    std::size_t size() const { return m_downstream.size(); }
    /// Nothing for an outlet.
    std::optional<std::size_t> downstreamOf(std::size_t line) const { return m_downstream[line]; }
    /// Those that flow into the line directly, ascending.
    std::vector<std::size_t> upstreamOf(std::size_t line) const;

    /// Lines that flow into no other, ascending.
    const std::vector<std::size_t>& outlets() const { return m_outlets; }
    /// Every line after all that flow into it.
    const std::vector<std::size_t>& order() const { return m_order; }
    /// Lines whose link was cut because they flow in a circle, ascending; outlets all of them.
    const std::vector<std::size_t>& loops() const { return m_loops; }

  private:
    void cutLoops();
    void gatherUpstream();
    void arrange();

    std::vector<std::optional<std::size_t>> m_downstream;
    std::vector<std::size_t> m_upstreamBegin;  // of line i: m_upstream from [i] to [i + 1]
    std::vector<std::size_t> m_upstream;
    std::vector<std::size_t> m_outlets;
    std::vector<std::size_t> m_order;
    std::vector<std::size_t> m_loops;
};

/// At the lower end of each line: what enters it and everything above. Whole numbers, so exact in any order;
/// their sum must fit 63 bits.
/// Errors: Internal `network.lines-differ` (lines, numbers) unless there is one number for each line.
std::vector<std::int64_t> accumulated(const FlowNetwork& network, std::span<const std::int64_t> entering);

}  // namespace geo
