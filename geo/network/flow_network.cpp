// SPDX-License-Identifier: Apache-2.0
// Links made a forest, then walked from the springs down.
#include "geo/network/flow_network.hpp"

#include <algorithm>

#include "geo/base/error.hpp"
#include "geo/network/flow_links.hpp"

namespace geo {

FlowNetwork FlowNetwork::fromLines(std::span<const Geometry> lines, Metres snap) {
    FlowNetwork network;
    network.m_downstream = flowLinksOf(lines, snap);
    network.cutLoops();
    network.gatherUpstream();
    network.arrange();
    return network;
}

std::vector<std::size_t> FlowNetwork::upstreamOf(std::size_t line) const {
    const auto at = [&](std::size_t place) {
        return m_upstream.begin() + static_cast<std::ptrdiff_t>(m_upstreamBegin[place]);
    };
    return {at(line), at(line + 1)};
}

void FlowNetwork::cutLoops() {
    constexpr std::size_t unseen = 0;
    std::vector<std::size_t> walkOf(size(), unseen);
    for (std::size_t first = 0; first < size(); ++first) {
        std::optional<std::size_t> line = first;
        for (; line && walkOf[*line] == unseen; line = m_downstream[*line]) walkOf[*line] = first + 1;
        if (!line || walkOf[*line] != first + 1) continue;
        std::size_t lowest = *line;
        for (std::size_t i = m_downstream[*line].value(); i != *line; i = m_downstream[i].value()) {
            lowest = std::min(lowest, i);
        }
        m_loops.push_back(lowest);
    }
    std::ranges::sort(m_loops);
    for (const std::size_t line : m_loops) m_downstream[line].reset();
}

void FlowNetwork::gatherUpstream() {
    m_upstreamBegin.assign(size() + 1, 0);
    for (const auto& downstream : m_downstream) {
        if (downstream) ++m_upstreamBegin[*downstream + 1];
    }
    for (std::size_t i = 1; i <= size(); ++i) m_upstreamBegin[i] += m_upstreamBegin[i - 1];
    m_upstream.resize(m_upstreamBegin.back());
    std::vector<std::size_t> next(m_upstreamBegin.begin(), m_upstreamBegin.end() - 1);
    for (std::size_t line = 0; line < size(); ++line) {
        if (m_downstream[line]) m_upstream[next[*m_downstream[line]]++] = line;
    }
}

void FlowNetwork::arrange() {
    std::vector<std::size_t> waitingFor(size());
    for (std::size_t line = 0; line < size(); ++line) {
        waitingFor[line] = m_upstreamBegin[line + 1] - m_upstreamBegin[line];
        if (waitingFor[line] == 0) m_order.push_back(line);
        if (!m_downstream[line]) m_outlets.push_back(line);
    }
    for (std::size_t i = 0; i < m_order.size(); ++i) {
        const auto downstream = m_downstream[m_order[i]];
        if (downstream && --waitingFor[*downstream] == 0) m_order.push_back(*downstream);
    }
}

std::vector<std::int64_t> accumulated(const FlowNetwork& network, std::span<const std::int64_t> entering) {
    if (entering.size() != network.size()) {
        throw Error(ErrorKind::Internal, "network.lines-differ",
                    {{"lines", static_cast<std::int64_t>(network.size())},
                     {"numbers", static_cast<std::int64_t>(entering.size())}});
    }
    std::vector<std::int64_t> sums(entering.begin(), entering.end());
    for (const std::size_t line : network.order()) {
        if (const auto downstream = network.downstreamOf(line)) sums[*downstream] += sums[line];
    }
    return sums;
}

}  // namespace geo
