// SPDX-License-Identifier: Apache-2.0
// Cuts rings by rows and pairs the crossings by the even-odd rule.
#include "styles/map/scanline.hpp"

#include <cmath>
#include <limits>
#include <numbers>

namespace styles {
namespace {

constexpr double rootOfHalf = std::numbers::sqrt2 / 2;

// Turned by an eighth of a circle, so that rows become rising lines.
PointPx turned(PointPx point) { return {(point.x - point.y) * rootOfHalf, (point.x + point.y) * rootOfHalf}; }
PointPx turnedBack(PointPx point) {
    return {(point.x + point.y) * rootOfHalf, (point.y - point.x) * rootOfHalf};
}

std::vector<Span> pairUp(std::vector<double>& crossings) {
    std::ranges::sort(crossings);
    std::vector<Span> spans;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
        spans.push_back({crossings[i], crossings[i + 1]});
    return spans;
}

struct Reach {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
};

Reach verticalReach(const PathsPx& rings) {
    Reach reach;
    for (const PathPx& ring : rings) {
        for (const PointPx& point : ring) {
            reach.low = std::min(reach.low, point.y);
            reach.high = std::max(reach.high, point.y);
        }
    }
    return reach;
}

}  // namespace

RowSpans::RowSpans(const PathsPx& rings, double step_px) : m_step(step_px) {
    const Reach reach = verticalReach(rings);
    if (!(reach.low <= reach.high)) return;
    // Rows stand on multiples of the step, whatever the shape.
    m_firstRow = std::ceil(reach.low / m_step) * m_step;
    m_crossings.resize(
        static_cast<std::size_t>(std::max(0.0, std::floor((reach.high - m_firstRow) / m_step) + 1)));
    for (const PathPx& ring : rings) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) addEdge(ring[i], ring[i + 1]);
    }
    for (std::vector<double>& crossings : m_crossings) m_rows.push_back(pairUp(crossings));
    m_crossings.clear();
}

void RowSpans::addEdge(PointPx a, PointPx b) {
    if (a.y > b.y) std::swap(a, b);
    // Half-open in y: a vertex on a row is crossed once.
    auto row = static_cast<std::size_t>(std::max(0.0, std::ceil((a.y - m_firstRow) / m_step)));
    for (; row < m_crossings.size(); ++row) {
        const double y = m_firstRow + static_cast<double>(row) * m_step;
        if (y < a.y) continue;
        if (y >= b.y) return;
        m_crossings[row].push_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
    }
}

double RowSpans::shareInside(const RectPx& box) const {
    double inside = 0;
    double rowsInBox = 0;
    for (double row = std::ceil((box.top - m_firstRow) / m_step); m_firstRow + row * m_step <= box.bottom;
         ++row) {
        ++rowsInBox;
        if (row < 0 || row >= static_cast<double>(m_rows.size())) continue;
        for (const Span& span : m_rows[static_cast<std::size_t>(row)]) {
            inside += std::max(0.0, std::min(span.right, box.right) - std::max(span.left, box.left));
        }
    }
    return rowsInBox == 0 ? 0 : inside / (rowsInBox * box.width());
}

double RowSpans::area_px() const {
    double area = 0;
    for (const std::vector<Span>& row : m_rows) {
        for (const Span& span : row) area += (span.right - span.left) * m_step;
    }
    return area;
}

PointPx RowSpans::widestPlace() const {
    PointPx place;
    double widest = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        for (const Span& span : m_rows[i]) {
            if (span.right - span.left <= widest) continue;
            widest = span.right - span.left;
            place = {(span.left + span.right) / 2, m_firstRow + static_cast<double>(i) * m_step};
        }
    }
    return place;
}

PathsPx hatchLines(const PathsPx& rings, double spacing_px) {
    PathsPx turnedRings = rings;
    for (PathPx& ring : turnedRings) std::ranges::transform(ring, ring.begin(), turned);
    const RowSpans rows(turnedRings, spacing_px);
    PathsPx lines;
    for (std::size_t i = 0; i < rows.rows().size(); ++i) {
        const double y = rows.firstRow() + static_cast<double>(i) * rows.step();
        for (const Span& span : rows.rows()[i]) {
            lines.push_back({turnedBack({span.left, y}), turnedBack({span.right, y})});
        }
    }
    return lines;
}

PathsPx fallingHatchLines(const PathsPx& rings, double spacing_px) {
    const auto mirror = [](PathsPx paths) {
        for (PathPx& path : paths) {
            for (PointPx& point : path) point.x = -point.x;
        }
        return paths;
    };
    return mirror(hatchLines(mirror(rings), spacing_px));
}

PathsPx dotsIn(const PathsPx& rings, double spacing_px) {
    constexpr double dotLength = 0.02;
    const RowSpans rows(rings, spacing_px);
    PathsPx dots;
    for (std::size_t i = 0; i < rows.rows().size(); ++i) {
        const double y = rows.firstRow() + static_cast<double>(i) * rows.step();
        const double shift = std::fmod(std::abs(std::round(y / spacing_px)), 2) * spacing_px / 2;
        for (const Span& span : rows.rows()[i]) {
            double x = std::ceil((span.left - shift) / spacing_px) * spacing_px + shift;
            for (; x <= span.right; x += spacing_px) dots.push_back({{x, y}, {x + dotLength, y}});
        }
    }
    return dots;
}

}  // namespace styles
