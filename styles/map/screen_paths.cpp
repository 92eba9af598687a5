// SPDX-License-Identifier: Apache-2.0
// Projects, cuts and thins shapes.
#include "styles/map/screen_paths.hpp"

#include <algorithm>
#include <array>
#include <optional>
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

bool showsIn(geo::Path path, const geo::Extent& window) {
    geo::Extent extent;
    for (const geo::Coordinate& place : path) extent.include(place);
    return window.intersects(extent);
}

/// Cut first: what is not seen need not be thinned.
void appendPieces(geo::Path path, const MapView& view, const RectPx& frame, PathsPx& lines) {
    for (const PathPx& piece : clippedLine(everyVertex(path, view), frame)) lines.push_back(thinned(piece));
}

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
        PathPx ring = thinned(clippedRing(everyVertex(polygon.path(i), view), frame));
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
    for (std::size_t i = 0; i < shape.pathCount(); ++i) appendPieces(shape.path(i), view, frame, lines);
    return lines;
}

MosaicBorders bordersOnScreen(const geo::Coverage& borders, const MapView& view, const RectPx& frame) {
    const geo::Extent window = view.toPlane(frame);
    MosaicBorders drawn;
    for (std::size_t i = 0; i < borders.arcCount(); ++i) {
        const auto arc = borders.arc(i);
        if (!showsIn(arc.path, window)) continue;
        const bool isShared = arc.left != geo::noFace && arc.right != geo::noFace;
        appendPieces(arc.path, view, frame, isShared ? drawn.inner : drawn.outer);
    }
    return drawn;
}

}  // namespace styles
