// SPDX-License-Identifier: Apache-2.0
// Ends sorted from west to east, so that each start and segment looks only at the ends beside it.
#include "geo/network/flow_links.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace geo {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct LineEnd {
    Coordinate at;
    std::size_t line = 0;
};

/// A line that an end may flow into; the best is the one that leads on, is nearest, stands first.
struct Candidate {
    double distance = infinity;
    std::size_t line = 0;
    bool leadsNowhere = true;

    bool isFound() const { return distance < infinity; }
    bool isBetterThan(const Candidate& other) const {
        if (leadsNowhere != other.leadsNowhere) return !leadsNowhere;
        return distance != other.distance ? distance < other.distance : line < other.line;
    }
};

void keepBetter(Candidate& best, const Candidate& other) {
    if (!best.isFound() || other.isBetterThan(best)) best = other;
}

double distanceBetween(Coordinate a, Coordinate b) { return std::hypot(a.x - b.x, a.y - b.y); }

bool canFlow(const Geometry& line) { return !line.isEmpty() && hasFiniteCoordinates(line); }
Coordinate startOf(const Geometry& line) { return line.coordinates().front(); }
Coordinate endOf(const Geometry& line) { return line.coordinates().back(); }

/// The place of a segment nearest to a point; its own end exactly where that is nearest.
Coordinate nearestOn(Coordinate from, Coordinate to, Coordinate point) {
    const Coordinate along{to.x - from.x, to.y - from.y};
    const double length2 = along.x * along.x + along.y * along.y;
    if (!(length2 > 0)) return to;
    const double share = ((point.x - from.x) * along.x + (point.y - from.y) * along.y) / length2;
    if (share <= 0) return from;
    if (share >= 1) return to;
    return {from.x + share * along.x, from.y + share * along.y};
}

class LinkFinder {
  public:
    LinkFinder(std::span<const Geometry> lines, Metres snap) : m_lines(lines), m_snap(snap.value) {
        for (std::size_t line = 0; line < lines.size(); ++line) {
            if (canFlow(lines[line])) m_ends.push_back({endOf(lines[line]), line});
        }
        std::ranges::sort(m_ends, {}, [](const LineEnd& end) { return std::pair(end.at.x, end.line); });
        m_starts.resize(m_ends.size());
        m_passing.resize(m_ends.size());
        m_onThisLine.resize(m_ends.size(), infinity);
    }

    std::vector<std::optional<std::size_t>> run() {
        for (std::size_t line = 0; line < m_lines.size(); ++line) {
            if (!canFlow(m_lines[line])) continue;
            meetStart(line);
            meetPassing(line);
        }
        std::vector<std::optional<std::size_t>> links(m_lines.size());
        for (std::size_t i = 0; i < m_ends.size(); ++i) {
            const Candidate& chosen = m_starts[i].isFound() ? m_starts[i] : m_passing[i];
            if (chosen.isFound()) links[m_ends[i].line] = chosen.line;
        }
        return links;
    }

  private:
    template <class Visit>
    void forEachEndNear(const Extent& box, Visit&& visit) const {
        const auto first = std::ranges::lower_bound(m_ends, box.minX - m_snap, {},
                                                    [](const LineEnd& end) { return end.at.x; });
        for (auto end = first; end != m_ends.end() && end->at.x <= box.maxX + m_snap; ++end) {
            if (end->at.y < box.minY - m_snap || end->at.y > box.maxY + m_snap) continue;
            visit(static_cast<std::size_t>(end - m_ends.begin()));
        }
    }

    bool leadsBack(std::size_t line, std::size_t from) const {
        return distanceBetween(endOf(m_lines[line]), startOf(m_lines[from])) <= m_snap;
    }

    void meetStart(std::size_t line) {
        const Coordinate start = startOf(m_lines[line]);
        forEachEndNear({start.x, start.y, start.x, start.y}, [&](std::size_t end) {
            const std::size_t from = m_ends[end].line;
            const double distance = distanceBetween(start, m_ends[end].at);
            if (from == line || !(distance <= m_snap)) return;
            keepBetter(m_starts[end], {distance, line, leadsBack(line, from)});
        });
    }

    void meetPassing(std::size_t line) {
        m_near.clear();
        const Geometry& shape = m_lines[line];
        for (std::size_t index = 0; index < shape.pathCount(); ++index) {
            const Path path = shape.path(index);
            for (std::size_t i = 1; i < path.size(); ++i) approach(line, path[i - 1], path[i]);
        }
        for (const std::size_t end : m_near) keepPassing(end, line);
    }

    void keepPassing(std::size_t end, std::size_t line) {
        const double distance = std::exchange(m_onThisLine[end], infinity);
        const double toItsEnd = distanceBetween(endOf(m_lines[line]), m_ends[end].at);
        if (distance >= toItsEnd) return;
        const bool leadsNowhere = toItsEnd <= m_snap || leadsBack(line, m_ends[end].line);
        keepBetter(m_passing[end], {distance, line, leadsNowhere});
    }

    void approach(std::size_t line, Coordinate from, Coordinate to) {
        Extent box;
        box.include(from);
        box.include(to);
        forEachEndNear(box, [&](std::size_t place) {
            if (m_ends[place].line == line) return;
            const Coordinate end = m_ends[place].at;
            const double distance = distanceBetween(nearestOn(from, to, end), end);
            double& known = m_onThisLine[place];
            if (!(distance <= m_snap) || distance >= known) return;
            if (known == infinity) m_near.push_back(place);
            known = distance;
        });
    }

    std::span<const Geometry> m_lines;
    double m_snap;
    std::vector<LineEnd> m_ends;
    std::vector<Candidate> m_starts;
    std::vector<Candidate> m_passing;
    /// While one line is looked at: how near it comes to each end, and which ends those are.
    std::vector<double> m_onThisLine;
    std::vector<std::size_t> m_near;
};

}  // namespace

std::vector<std::optional<std::size_t>> flowLinksOf(std::span<const Geometry> lines, Metres snap) {
    return LinkFinder(lines, snap).run();
}

}  // namespace geo
