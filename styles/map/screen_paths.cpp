// SPDX-License-Identifier: Apache-2.0
// Projects, thins and cuts shapes, and finds the borders that two units share.
#include "styles/map/screen_paths.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <iterator>
#include <optional>
#include <unordered_map>
#include <utility>

namespace styles {
namespace {

// Under antialiasing a shift of a seventh of a pixel does not show.
constexpr double visibleShift_px = 0.15;

struct PathSpan {
    std::size_t first;
    std::size_t last;
};

double squared(PointPx vector) { return vector.x * vector.x + vector.y * vector.y; }

double squaredDistance(PointPx point, PointPx from, PointPx to) {
    const PointPx along = to - from;
    const PointPx offset = point - from;
    const double length = squared(along);
    if (length == 0) return squared(offset);
    const double part = std::clamp((along.x * offset.x + along.y * offset.y) / length, 0.0, 1.0);
    return squared({offset.x - part * along.x, offset.y - part * along.y});
}

/// The point of a span that a straight line would miss by the most; nothing where none would show.
std::optional<std::size_t> farthestFrom(const PathPx& path, PathSpan span) {
    std::optional<std::size_t> farthest;
    double most = visibleShift_px * visibleShift_px;
    for (std::size_t i = span.first + 1; i < span.last; ++i) {
        const double distance = squaredDistance(path[i], path[span.first], path[span.last]);
        if (distance > most) farthest = i, most = distance;
    }
    return farthest;
}

PathPx everyVertex(geo::Path path, const MapView& view) {
    PathPx points;
    points.reserve(path.size());
    for (const geo::Coordinate& place : path) points.push_back(view.toPicture(place));
    return points;
}

PathPx projected(geo::Path path, const MapView& view) { return thinned(everyVertex(path, view)); }

bool liesWithin(const PathPx& path, const RectPx& frame) {
    return std::ranges::all_of(path, [&](PointPx point) { return frame.contains(point); });
}

enum class Side { Left, Right, Top, Bottom };

bool isInside(PointPx point, Side side, const RectPx& frame) {
    switch (side) {
        case Side::Left:
            return point.x >= frame.left;
        case Side::Right:
            return point.x <= frame.right;
        case Side::Top:
            return point.y >= frame.top;
        case Side::Bottom:
            return point.y <= frame.bottom;
    }
    return false;
}

PointPx crossing(PointPx a, PointPx b, Side side, const RectPx& frame) {
    const auto atX = [&](double x) { return PointPx{x, a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)}; };
    const auto atY = [&](double y) { return PointPx{a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), y}; };
    switch (side) {
        case Side::Left:
            return atX(frame.left);
        case Side::Right:
            return atX(frame.right);
        case Side::Top:
            return atY(frame.top);
        case Side::Bottom:
            return atY(frame.bottom);
    }
    return a;
}

// Sutherland and Hodgman 1974: one side of the rectangle at a time.
PathPx cutAt(const PathPx& ring, Side side, const RectPx& frame) {
    PathPx kept;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const bool begins = isInside(ring[i], side, frame);
        const bool ends = isInside(ring[i + 1], side, frame);
        if (begins) kept.push_back(ring[i]);
        if (begins != ends) kept.push_back(crossing(ring[i], ring[i + 1], side, frame));
    }
    if (!kept.empty()) kept.push_back(kept.front());
    return kept;
}

struct Piece {
    PointPx begin;
    PointPx end;
};

// Liang and Barsky 1984: the share of the segment that lies inside.
std::optional<Piece> clippedSegment(PointPx a, PointPx b, const RectPx& frame) {
    const PointPx along{b.x - a.x, b.y - a.y};
    double from = 0;
    double to = 1;
    const std::array<std::pair<double, double>, 4> sides{{{-along.x, a.x - frame.left},
                                                          {along.x, frame.right - a.x},
                                                          {-along.y, a.y - frame.top},
                                                          {along.y, frame.bottom - a.y}}};
    for (const auto& [speed, room] : sides) {
        if (speed == 0 && room < 0) return std::nullopt;
        if (speed < 0) from = std::max(from, room / speed);
        if (speed > 0) to = std::min(to, room / speed);
    }
    if (from > to) return std::nullopt;
    const auto at = [&](double share) { return PointPx{a.x + along.x * share, a.y + along.y * share}; };
    return Piece{from > 0 ? at(from) : a, to < 1 ? at(to) : b};
}

/// A segment whichever way it is walked.
struct SegmentKey {
    geo::Coordinate low;
    geo::Coordinate high;
    bool operator==(const SegmentKey&) const = default;
};

SegmentKey keyOf(geo::Coordinate a, geo::Coordinate b) {
    const bool ordered = std::pair(a.x, a.y) <= std::pair(b.x, b.y);
    return ordered ? SegmentKey{a, b} : SegmentKey{b, a};
}

struct SegmentHash {
    std::size_t operator()(const SegmentKey& key) const {
        std::uint64_t mixed = 0;
        for (const double part : {key.low.x, key.low.y, key.high.x, key.high.y}) {
            mixed = (mixed ^ std::bit_cast<std::uint64_t>(part)) * 0x9E3779B97F4A7C15ULL;
            mixed ^= mixed >> 29;
        }
        return static_cast<std::size_t>(mixed);
    }
};

/// How often a segment occurs, and whether it has been drawn.
struct SegmentUse {
    int count = 0;
    bool drawn = false;
};

using SegmentUses = std::unordered_map<SegmentKey, SegmentUse, SegmentHash>;

template <class Visit>
void forEachPath(std::span<const geo::Geometry* const> polygons, const Visit& visit) {
    for (const geo::Geometry* polygon : polygons) {
        for (std::size_t i = 0; i < polygon->pathCount(); ++i) visit(polygon->path(i));
    }
}

SegmentUses countSegments(std::span<const geo::Geometry* const> polygons) {
    std::size_t segments = 0;
    forEachPath(polygons, [&](geo::Path ring) { segments += ring.size(); });
    SegmentUses uses(segments);
    forEachPath(polygons, [&](geo::Path ring) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) ++uses[keyOf(ring[i], ring[i + 1])].count;
    });
    return uses;
}

/// Collects the runs of a ring that are all inner or all outer and not drawn yet.
class BorderWalk {
  public:
    BorderWalk(SegmentUses& uses, const MapView& view, const RectPx& frame, MosaicBorders& borders)
        : m_uses(uses), m_view(view), m_frame(frame), m_borders(borders) {}

    void walk(geo::Path ring) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            SegmentUse& use = m_uses[keyOf(ring[i], ring[i + 1])];
            const bool shared = use.count > 1;
            if (use.drawn || shared != m_shared) finishRun();
            if (use.drawn) continue;
            use.drawn = true;
            m_shared = shared;
            if (m_run.empty()) m_run.push_back(ring[i]);
            m_run.push_back(ring[i + 1]);
        }
        finishRun();
    }

  private:
    void finishRun() {
        PathsPx& target = m_shared ? m_borders.inner : m_borders.outer;
        if (!m_run.empty())
            std::ranges::move(clippedLine(projected(m_run, m_view), m_frame), std::back_inserter(target));
        m_run.clear();
    }

    SegmentUses& m_uses;
    const MapView& m_view;
    const RectPx& m_frame;
    MosaicBorders& m_borders;
    std::vector<geo::Coordinate> m_run;
    bool m_shared = false;
};

}  // namespace

PathPx thinned(const PathPx& path) {
    if (path.size() < 3) return path;
    std::vector<bool> isKept(path.size(), false);
    isKept.front() = isKept.back() = true;
    std::vector<PathSpan> open{{0, path.size() - 1}};
    while (!open.empty()) {
        const PathSpan span = open.back();
        open.pop_back();
        const auto farthest = farthestFrom(path, span);
        if (!farthest) continue;
        isKept[*farthest] = true;
        open.push_back({span.first, *farthest});
        open.push_back({*farthest, span.last});
    }
    PathPx kept;
    for (std::size_t i = 0; i < path.size(); ++i)
        if (isKept[i]) kept.push_back(path[i]);
    return kept;
}

PathsPx clippedLine(const PathPx& line, const RectPx& frame) {
    if (liesWithin(line, frame)) return {line};
    PathsPx pieces;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const auto piece = clippedSegment(line[i], line[i + 1], frame);
        if (!piece) continue;
        const bool goesOn = !pieces.empty() && pieces.back().back() == piece->begin;
        if (goesOn) pieces.back().push_back(piece->end);
        if (!goesOn) pieces.push_back({piece->begin, piece->end});
    }
    return pieces;
}

PathPx clippedRing(const PathPx& ring, const RectPx& frame) {
    if (liesWithin(ring, frame)) return ring;
    PathPx cut = ring;
    for (const Side side : {Side::Left, Side::Right, Side::Top, Side::Bottom}) cut = cutAt(cut, side, frame);
    return cut;
}

PathsPx ringsOnScreen(const geo::Geometry& polygon, const MapView& view, const RectPx& frame) {
    PathsPx rings;
    for (std::size_t i = 0; i < polygon.pathCount(); ++i) {
        PathPx ring = clippedRing(projected(polygon.path(i), view), frame);
        if (ring.size() >= 4) rings.push_back(std::move(ring));
    }
    return rings;
}

PathsPx fineRingsOnScreen(const geo::Geometry& polygon, const MapView& view, const RectPx& frame) {
    PathsPx rings;
    for (std::size_t i = 0; i < polygon.pathCount(); ++i) {
        PathPx ring = clippedRing(everyVertex(polygon.path(i), view), frame);
        if (ring.size() >= 4) rings.push_back(std::move(ring));
    }
    return rings;
}

PathsPx linesOnScreen(const geo::Geometry& shape, const MapView& view, const RectPx& frame) {
    PathsPx lines;
    for (std::size_t i = 0; i < shape.pathCount(); ++i) {
        std::ranges::move(clippedLine(projected(shape.path(i), view), frame), std::back_inserter(lines));
    }
    return lines;
}

MosaicBorders bordersOnScreen(std::span<const geo::Geometry* const> polygons, const MapView& view,
                              const RectPx& frame) {
    SegmentUses uses = countSegments(polygons);
    MosaicBorders borders;
    BorderWalk walk(uses, view, frame, borders);
    forEachPath(polygons, [&](geo::Path ring) { walk.walk(ring); });
    return borders;
}

}  // namespace styles
