// SPDX-License-Identifier: Apache-2.0
// Edges matched by their vertices, arcs cut where faces change or meet, rings told as the arcs they run
// along.
#include "geo/topology/coverage_builder.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "geo/measure/area.hpp"

namespace geo {
namespace {

bool comesBefore(Coordinate a, Coordinate b) { return std::tie(a.x, a.y) < std::tie(b.x, b.y); }

/// Calls visit(ring, hasFaceOnLeft) for every ring of a face, as it runs.
template <class Visit>
void forEachRing(const Geometry& face, Visit&& visit) {
    for (std::size_t part = 0; part < face.partCount(); ++part) {
        const auto [begin, end] = face.partPaths(part);
        for (std::size_t index = begin; index < end; ++index) {
            const bool isCounterClockwise = signedRingArea(face.path(index)) > 0;
            visit(face.path(index), isCounterClockwise == (index == begin));
        }
    }
}

}  // namespace

void CoverageBuilder::addFace(std::int64_t key, const Geometry& face) {
    if (!face.isPolygonal()) return;
    const auto number = static_cast<std::uint32_t>(m_coverage.m_keys.size());
    m_coverage.m_keys.push_back(key);
    forEachRing(face, [&](Path ring, bool hasFaceOnLeft) { addRing(ring, number, hasFaceOnLeft); });
    const auto ringsBefore = static_cast<std::uint32_t>(m_ringEnds.size() - face.pathCount());
    for (std::size_t part = 0; part < face.partCount(); ++part)
        m_coverage.m_partEnds.push_back(ringsBefore + static_cast<std::uint32_t>(face.partPaths(part).end));
    m_coverage.m_faces.push_back({face.kind(), static_cast<std::uint32_t>(m_coverage.m_partEnds.size())});
}

void CoverageBuilder::addRing(Path ring, std::uint32_t face, bool hasFaceOnLeft) {
    const std::size_t begin = m_ringVertices.size();
    const auto ringNumber = static_cast<std::uint32_t>(m_ringEnds.size());
    for (const Coordinate position : ring) {
        const std::uint32_t vertex = m_numbers.numberOf(position);
        const bool isRepeated = m_ringVertices.size() > begin && m_ringVertices.back() == vertex;
        if (!isRepeated) {
            m_ringVertices.push_back(vertex);
            continue;
        }
        const auto place = static_cast<std::uint32_t>(m_ringVertices.size() - begin - 1);
        auto& repeats = m_coverage.m_repeats;
        const bool isSame =
            !repeats.empty() && repeats.back().ring == ringNumber && repeats.back().place == place;
        isSame ? void(++repeats.back().times) : repeats.push_back({ringNumber, place, 1});
    }
    m_vertices.resize(m_numbers.positions().size());
    const bool isClosed = m_ringVertices.size() > begin + 1 && m_ringVertices.back() == m_ringVertices[begin];
    if (isClosed) m_ringVertices.pop_back();
    dropClosingRepeat(begin, ringNumber);
    const std::size_t size = m_ringVertices.size() - begin;
    for (std::size_t i = 0; i < size && size > 1; ++i) {
        const std::uint32_t to = m_ringVertices[begin + (i + 1) % size];
        m_ringEdges.push_back(addRun({m_ringVertices[begin + i], to, face, hasFaceOnLeft}));
    }
    m_ringEdges.resize(m_ringVertices.size(), none);
    m_ringEnds.push_back(m_ringVertices.size());
}

/// A ring that never leaves its place is closed by one of its repeats.
void CoverageBuilder::dropClosingRepeat(std::size_t ringBegin, std::uint32_t ring) {
    auto& repeats = m_coverage.m_repeats;
    const bool isOnePlace = m_ringVertices.size() == ringBegin + 1;
    if (!isOnePlace || repeats.empty() || repeats.back().ring != ring) return;
    if (--repeats.back().times == 0) repeats.pop_back();
}

std::uint32_t CoverageBuilder::addRun(const Run& run) {
    const bool isForward = run.from < run.to;
    const auto [low, high] = std::minmax(run.from, run.to);
    bool isNewPlace = true;
    for (std::uint32_t i = m_vertices[low].edges; i != none; i = m_edges[i].sameLow) {
        Edge& edge = m_edges[i];
        if (edge.high != high) continue;
        isNewPlace = false;
        std::uint32_t& side = isForward == run.hasFaceOnLeft ? edge.left : edge.right;
        if (side == noFace) return side = run.face, i;
    }
    if (isNewPlace) {
        ++m_vertices[low].degree;
        ++m_vertices[high].degree;
    }
    return newEdge(run);
}

std::uint32_t CoverageBuilder::newEdge(const Run& run) {
    const auto [low, high] = std::minmax(run.from, run.to);
    const auto number = static_cast<std::uint32_t>(m_edges.size());
    Edge& edge = m_edges.emplace_back(Edge{low, high});
    ((run.from < run.to) == run.hasFaceOnLeft ? edge.left : edge.right) = run.face;
    edge.sameLow = std::exchange(m_vertices[low].edges, number);
    return number;
}

void CoverageBuilder::addNeighbour(std::int64_t key, const Geometry& face) {
    if (!face.isPolygonal()) return;
    std::uint32_t number = noFace;
    forEachRing(face, [&](Path ring, bool hasFaceOnLeft) {
        if (ring.empty()) return;
        std::uint32_t from = m_numbers.find(ring.front());
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const std::uint32_t to = m_numbers.find(ring[i]);
            const bool touches = from != VertexNumbers::unknown || to != VertexNumbers::unknown;
            if (touches && from != to) passNeighbour({from, to, noFace, hasFaceOnLeft}, key, number);
            from = to;
        }
    });
}

/// Either it lies along an own edge, or where it touches own borders three ways meet.
void CoverageBuilder::passNeighbour(const Run& run, std::int64_t key, std::uint32_t& face) {
    const bool isForward = run.from < run.to;
    const auto [low, high] = std::minmax(run.from, run.to);
    bool liesAlong = false;
    for (std::uint32_t i = m_vertices[low].edges; high != none && i != none; i = m_edges[i].sameLow) {
        if (m_edges[i].high != high) continue;
        liesAlong = true;
        std::uint32_t& side = isForward == run.hasFaceOnLeft ? m_edges[i].left : m_edges[i].right;
        if (side != noFace) continue;
        if (face == noFace) {
            face = static_cast<std::uint32_t>(m_coverage.m_keys.size());
            m_coverage.m_keys.push_back(key);
        }
        side = face;
        return;
    }
    if (liesAlong) return;
    if (run.from != VertexNumbers::unknown) m_vertices[run.from].isNode = true;
    if (run.to != VertexNumbers::unknown) m_vertices[run.to].isNode = true;
}

CoverageBuilder::RingSpan CoverageBuilder::ringSpan(std::size_t ring) const {
    const std::size_t begin = ring == 0 ? 0 : m_ringEnds[ring - 1];
    return {begin, m_ringEnds[ring] - begin};
}

bool CoverageBuilder::isForward(std::size_t place) const {
    return m_edges[m_ringEdges[place]].low == m_ringVertices[place];
}

bool CoverageBuilder::goesOn(std::size_t in, std::size_t out) const {
    const Edge& a = m_edges[m_ringEdges[in]];
    const Edge& b = m_edges[m_ringEdges[out]];
    const bool isTurned = isForward(in) != isForward(out);
    return a.left == (isTurned ? b.right : b.left) && a.right == (isTurned ? b.left : b.right);
}

/// Faces on either side of an edge must go on along the same one, else an arc ends there.
void CoverageBuilder::linkAt(std::uint32_t vertex, std::uint32_t edge, std::uint32_t next) {
    std::uint32_t& link = m_edges[edge].low == vertex ? m_edges[edge].nextAtLow : m_edges[edge].nextAtHigh;
    if (link == none) link = next;
    if (link != next) m_vertices[vertex].isNode = true;
}

void CoverageBuilder::markNodes() {
    for (Vertex& vertex : m_vertices) vertex.isNode = vertex.isNode || vertex.degree != 2;
    for (std::size_t ring = 0; ring < m_ringEnds.size(); ++ring) {
        const auto [begin, size] = ringSpan(ring);
        for (std::size_t i = 0; i < size && size > 1; ++i) {
            const std::size_t in = begin + (i + size - 1) % size;
            const std::uint32_t vertex = m_ringVertices[begin + i];
            if (!goesOn(in, begin + i)) m_vertices[vertex].isNode = true;
            linkAt(vertex, m_ringEdges[in], m_ringEdges[begin + i]);
            linkAt(vertex, m_ringEdges[begin + i], m_ringEdges[in]);
        }
    }
}

Coordinate CoverageBuilder::at(RingSpan ring, std::size_t place) const {
    return m_numbers.positions()[m_ringVertices[ring.begin + place % ring.size]];
}

/// Where a ring without nodes begins, so that both its sides and any tile cut it alike.
std::size_t CoverageBuilder::canonicalStart(RingSpan ring) const {
    std::size_t lowest = 0;
    for (std::size_t i = 1; i < ring.size; ++i) {
        if (comesBefore(at(ring, i), at(ring, lowest))) lowest = i;
    }
    return lowest;
}

/// The arc along so many edges of a ring; made by the first ring that runs along it.
std::uint32_t CoverageBuilder::stepFor(RingSpan ring, std::size_t first, std::size_t edges) {
    const auto ends = std::pair(at(ring, first), at(ring, first + edges));
    const auto inner = std::pair(at(ring, first + 1), at(ring, first + edges - 1));
    const bool isAgainst = ends.first == ends.second ? comesBefore(inner.second, inner.first)
                                                     : comesBefore(ends.second, ends.first);
    const auto edgeAt = [&](std::size_t i) -> Edge& {
        return m_edges[m_ringEdges[ring.begin + i % ring.size]];
    };
    Edge& edge = edgeAt(first);
    if (edge.arc == none) {
        const auto arc = static_cast<std::uint32_t>(m_coverage.m_arcEnds.size());
        for (std::size_t i = 0; i < edges; ++i) edgeAt(first + i).arc = arc;
        for (std::size_t i = 0; i <= edges; ++i)
            m_coverage.m_coordinates.push_back(at(ring, isAgainst ? first + edges - i : first + i));
        m_coverage.m_arcEnds.push_back(static_cast<std::uint32_t>(m_coverage.m_coordinates.size()));
        const bool isTurned = isForward(ring.begin + first % ring.size) == isAgainst;
        m_coverage.m_sides.push_back({isTurned ? edge.right : edge.left, isTurned ? edge.left : edge.right});
    }
    return edge.arc * 2 + (isAgainst ? 1 : 0);
}

void CoverageBuilder::cutRing(std::size_t ring) {
    const RingSpan span = ringSpan(ring);
    const auto isBreak = [&](std::size_t place) {
        return m_vertices[m_ringVertices[span.begin + place % span.size]].isNode;
    };
    std::size_t start = 0;
    while (start < span.size && !isBreak(start)) ++start;
    const bool hasNodes = start < span.size;
    if (!hasNodes) start = canonicalStart(span);
    for (std::size_t first = start, last = start; first < start + span.size && span.size > 1; first = last) {
        do ++last;
        while (last < start + span.size && !(hasNodes && isBreak(last)));
        m_coverage.m_steps.push_back(stepFor(span, first, last - first));
    }
    if (span.size == 1) {
        // A ring that never leaves its place borders on nothing.
        m_coverage.m_steps.push_back(static_cast<std::uint32_t>(m_coverage.m_arcEnds.size() * 2));
        m_coverage.m_coordinates.insert(m_coverage.m_coordinates.end(), 2, at(span, 0));
        m_coverage.m_arcEnds.push_back(static_cast<std::uint32_t>(m_coverage.m_coordinates.size()));
        m_coverage.m_sides.push_back({noFace, noFace});
    }
    const std::size_t rotation = span.size == 0 ? 0 : (span.size - start % span.size) % span.size;
    m_coverage.m_rings.push_back(
        {static_cast<std::uint32_t>(m_coverage.m_steps.size()), static_cast<std::uint32_t>(rotation)});
}

Coverage CoverageBuilder::build() {
    markNodes();
    for (std::size_t ring = 0; ring < m_ringEnds.size(); ++ring) cutRing(ring);
    return std::move(m_coverage);
}

}  // namespace geo
