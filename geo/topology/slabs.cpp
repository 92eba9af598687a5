// SPDX-License-Identifier: Apache-2.0
// A sweep from west to east.
#include "geo/topology/slabs.hpp"

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

/// Columns for finding pairs, as many as keep every edge in about three of them on average.
struct Columns {
    double minX = 0;
    double columnsInOne = 0;
    std::size_t count = 1;

    explicit Columns(std::span<const BoundaryEdge> edges) {
        if (edges.empty()) return;
        minX = edges.front().fromX;
        double maxX = edges.front().toX;
        double widths = 0;
        for (const BoundaryEdge& edge : edges) {
            minX = std::min(minX, edge.fromX);
            maxX = std::max(maxX, edge.toX);
            widths += edge.toX - edge.fromX;
        }
        const auto edgeCount = static_cast<double>(edges.size());
        count = static_cast<std::size_t>(std::max(1.0, 2 * edgeCount * ((maxX - minX) / widths)));
        count = std::min(count, 2 * edges.size());
        columnsInOne = static_cast<double>(count) / (maxX - minX);
    }
    std::size_t of(double x) const {
        const double place = (x - minX) * columnsInOne;
        return place < static_cast<double>(count) ? static_cast<std::size_t>(place) : count - 1;
    }
};

}  // namespace

void Slabs::begin(std::span<const BoundaryEdge> edges, std::span<const double> cuts) {
    m_edges = edges;
    m_ends.assign(cuts.begin(), cuts.end());
    m_starts.clear();
    m_active.clear();
    m_nextEnd = m_nextStart = 0;
    for (std::uint32_t i = 0; i < edges.size(); ++i) {
        m_ends.push_back(edges[i].fromX);
        m_ends.push_back(edges[i].toX);
        m_starts.push_back({edges[i].fromX, i});
    }
}

void Slabs::betweenEnds(std::span<const BoundaryEdge> edges, std::span<const double> cuts) {
    begin(edges, cuts);
    std::sort(m_ends.begin(), m_ends.end());
    std::sort(m_starts.begin(), m_starts.end(), [](const Start& a, const Start& b) { return a.x < b.x; });
}

void Slabs::betweenCrossings(std::span<const BoundaryEdge> edges, std::span<const double> cuts) {
    begin(edges, cuts);
    addCrossings();
    std::sort(m_ends.begin(), m_ends.end());
    std::sort(m_starts.begin(), m_starts.end(), [](const Start& a, const Start& b) { return a.x < b.x; });
}

void Slabs::addCrossings() {
    const Columns columns(m_edges);
    m_columnEnds.assign(columns.count + 2, 0);
    const auto forEachColumn = [&](const BoundaryEdge& edge, const auto& visit) {
        const std::size_t last = columns.of(edge.toX);
        for (std::size_t column = columns.of(edge.fromX); column <= last; ++column) visit(column);
    };
    for (const BoundaryEdge& edge : m_edges)
        forEachColumn(edge, [&](std::size_t column) { ++m_columnEnds[column + 2]; });
    for (std::size_t i = 2; i < m_columnEnds.size(); ++i) m_columnEnds[i] += m_columnEnds[i - 1];
    m_inColumns.resize(m_columnEnds.back());
    for (std::uint32_t i = 0; i < m_edges.size(); ++i)
        forEachColumn(m_edges[i], [&](std::size_t column) { m_inColumns[m_columnEnds[column + 1]++] = i; });
    for (std::size_t column = 0; column < columns.count; ++column) {
        const std::size_t from = m_columnEnds[column];
        addCrossingsIn(std::span(m_inColumns).subspan(from, m_columnEnds[column + 1] - from));
    }
}

void Slabs::addCrossingsIn(std::span<const std::uint32_t> edges) {
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const BoundaryEdge& e = m_edges[edges[i]];
        for (std::size_t j = i + 1; j < edges.size(); ++j) {
            const BoundaryEdge& f = m_edges[edges[j]];
            const double from = std::max(e.fromX, f.fromX);
            const double to = std::min(e.toX, f.toX);
            if (!(from < to)) continue;
            const double apartAtFrom = e.heightAt(from) - f.heightAt(from);
            const double apartAtTo = e.heightAt(to) - f.heightAt(to);
            if (!(apartAtFrom * apartAtTo < 0)) continue;
            const double part = apartAtFrom / (apartAtFrom - apartAtTo);
            m_ends.push_back(std::clamp(from + (to - from) * part, from, to));
        }
    }
}

bool Slabs::next(Slab& slab) {
    while (m_nextEnd + 1 < m_ends.size()) {
        slab.fromX = m_ends[m_nextEnd];
        slab.toX = m_ends[++m_nextEnd];
        if (!(slab.fromX < slab.toX)) continue;
        std::erase_if(m_active, [&](std::uint32_t edge) { return m_edges[edge].toX <= slab.fromX; });
        for (; m_nextStart < m_starts.size() && m_starts[m_nextStart].x <= slab.fromX; ++m_nextStart) {
            const std::uint32_t edge = m_starts[m_nextStart].edge;
            if (m_edges[edge].toX > slab.fromX) m_active.push_back(edge);
        }
        sortDownwards(slab.fromX + (slab.toX - slab.fromX) / 2);
        slab.downwards = m_active;
        return true;
    }
    return false;
}

/// By insertion, since the order hardly changes from slab to slab.
void Slabs::sortDownwards(double middle) {
    const auto isHigher = [](const Height& a, const Height& b) {
        return a.y > b.y || (a.y == b.y && a.edge < b.edge);
    };
    m_heights.clear();
    for (const std::uint32_t edge : m_active) m_heights.push_back({m_edges[edge].heightAt(middle), edge});
    for (std::size_t i = 1; i < m_heights.size(); ++i) {
        const Height moving = m_heights[i];
        std::size_t place = i;
        for (; place > 0 && isHigher(moving, m_heights[place - 1]); --place)
            m_heights[place] = m_heights[place - 1];
        m_heights[place] = moving;
    }
    for (std::size_t i = 0; i < m_active.size(); ++i) m_active[i] = m_heights[i].edge;
}

}  // namespace geo
