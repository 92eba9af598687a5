// SPDX-License-Identifier: Apache-2.0
// Rings to edges: turned the right way, cut at the raster, moved to its grid.
#include "styles/map/plot_raster.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace styles {
namespace {

constexpr double unitsInPixel = AreaSums::unitsInPixel;

/// Of numbers from zero on.
FinePoint onGrid(PointPx point) {
    return {static_cast<std::int32_t>(point.x + 0.5), static_cast<std::int32_t>(point.y + 0.5)};
}

/// Twice the area of a ring; below zero where it runs against the clock, as seen in the picture.
double turnOf(const std::vector<PointPx>& ring) {
    double turn = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const PointPx from = ring[i - 1] - ring[0];
        const PointPx to = ring[i] - ring[0];
        turn += from.x * to.y - to.x * from.y;
    }
    return turn;
}

PointPx between(PointPx from, PointPx to, double part) {
    return {from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part};
}

/// How far along an edge it reaches a line across, from 0 to 1.
double partUntil(double from, double to, double line) {
    return from == to ? 0 : std::clamp((line - from) / (to - from), 0.0, 1.0);
}

/// As far as products of coordinates stay finite; nobody sees where that far away they are.
constexpr double farAway = 1e12;

void broughtNear(PointPx& point) {
    point = {std::clamp(point.x, -farAway, farAway), std::clamp(point.y, -farAway, farAway)};
}

bool isPolygonal(geo::GeometryKind kind) {
    return kind == geo::GeometryKind::Polygon || kind == geo::GeometryKind::MultiPolygon;
}

}  // namespace

void PlotRaster::begin(const MapView& view, const RectPx& pixels) {
    m_scale = unitsInPixel / view.metresPerPixel();
    const PointPx origin = view.toPicture({0, 0});
    m_origin = {unitsInPixel * (origin.x - pixels.left), unitsInPixel * (origin.y - pixels.top)};
    m_right = unitsInPixel * pixels.width();
    m_bottom = unitsInPixel * pixels.height();
    m_sums.begin({static_cast<int>(pixels.width()), static_cast<int>(pixels.height())});
}

void PlotRaster::fill(const geo::ShapeView& plot, Colour colour) {
    if (!isPolygonal(plot.kind())) return;
    const ColourWeight inside(colour);
    const ColourWeight hole = ColourWeight() - inside;
    plot.forEachPath([&](const geo::PathView& path, bool isOuter) {
        readRing(path);
        // Inside is right of what runs down: against the clock.
        const bool isAgainstClock = turnOf(m_path) < 0;
        addPath(isOuter == isAgainstClock ? inside : hole);
    });
}

void PlotRaster::fill(const ReadyTile& ready, std::span<const ColourWeight> weights) {
    if (isPassedBy(placeOf(ready, ready.box()))) return;
    const geo::ArcTile& tile = ready.tile();
    const auto weightOf = [&](std::uint16_t each) {
        return each < weights.size() ? weights[each] : ColourWeight();
    };
    for (std::size_t i = 0; i < tile.arcs.size(); ++i) {
        // East of what runs south lies its left side.
        const ColourWeight change = weightOf(tile.arcs[i].left) - weightOf(tile.arcs[i].right);
        if (change == ColourWeight()) continue;
        const RectPx place = placeOf(ready, ready.boxOf(i));
        if (isPassedBy(place)) continue;
        readArc(tile, i);
        m_isInside = isInside({place.left, place.top}) && isInside({place.right, place.bottom});
        addPath(change);
    }
}

void PlotRaster::readRing(const geo::PathView& path) {
    beginPath();
    for (std::size_t i = 0; i < path.size(); ++i) addPoint(path[i]);
    if (!m_path.empty()) m_path.push_back(m_path.front());
    endPath();
}

void PlotRaster::readArc(const geo::ArcTile& tile, std::size_t arc) {
    m_path.clear();
    m_isFinite = true;
    for (const geo::GridPoint& point : tile.path(arc)) m_path.push_back(placeOf(tile, point));
}

PointPx PlotRaster::placeOf(const geo::ArcTile& tile, const geo::GridPoint& point) const {
    return finePlaceOf({tile.origin.x + point.x * tile.step_m, tile.origin.y + point.y * tile.step_m});
}

RectPx PlotRaster::placeOf(const ReadyTile& ready, const ReadyTile::Box& box) const {
    const PointPx lowLeft = placeOf(ready.tile(), box.low);
    const PointPx highRight = placeOf(ready.tile(), box.high);
    return {lowLeft.x, highRight.y, highRight.x, lowLeft.y};
}

/// Above, below and right of the raster nothing changes a pixel of it; nor does what no map holds.
bool PlotRaster::isPassedBy(const RectPx& place) const {
    const bool isOfThisWorld =
        std::min(place.left, place.top) > -farAway && std::max(place.right, place.bottom) < farAway;
    return !(isOfThisWorld && place.top < m_bottom && place.bottom > 0 && place.left < m_right);
}

void PlotRaster::beginPath() {
    m_path.clear();
    m_isInside = true;
    m_isFinite = true;
}

void PlotRaster::addPoint(geo::Coordinate place) {
    const PointPx point = finePlaceOf(place);
    m_isInside = m_isInside && isInside(point);
    m_isFinite = m_isFinite && std::isfinite(point.x) && std::isfinite(point.y);
    m_path.push_back(point);
}

void PlotRaster::endPath() {
    if (!m_isInside && m_isFinite) std::ranges::for_each(m_path, broughtNear);
}

void PlotRaster::addPath(const ColourWeight& weight) {
    if (!m_isInside) return addCutPath(weight);
    if (m_path.empty()) return;
    FinePoint from = onGrid(m_path.front());
    for (const PointPx& point : m_path) {
        const FinePoint to = onGrid(point);
        m_sums.addEdge(from, to, weight);
        from = to;
    }
}

void PlotRaster::addCutPath(const ColourWeight& weight) {
    if (!m_isFinite) return;
    for (std::size_t i = 1; i < m_path.size(); ++i) addCutEdge(m_path[i - 1], m_path[i], weight);
}

/// Above, below and right of the raster an edge changes nothing in it; left of it, as much as along its side.
/// Always cut from the top, so that both who share an edge cut it alike.
void PlotRaster::addCutEdge(PointPx from, PointPx to, const ColourWeight& weight) {
    if (isInside(from) && isInside(to)) return m_sums.addEdge(onGrid(from), onGrid(to), weight);
    if (from.y > to.y) return addCutEdge(to, from, ColourWeight() - weight);
    if (from.y >= m_bottom || to.y <= 0 || std::min(from.x, to.x) >= m_right) return;
    const PointPx top = between(from, to, partUntil(from.y, to.y, 0));
    const PointPx bottom = between(from, to, partUntil(from.y, to.y, m_bottom));
    std::array parts{0.0, partUntil(top.x, bottom.x, 0), partUntil(top.x, bottom.x, m_right), 1.0};
    std::ranges::sort(parts);
    const auto gridPoint = [&](double part) {
        const PointPx point = between(top, bottom, part);
        return onGrid({std::clamp(point.x, 0.0, m_right), std::clamp(point.y, 0.0, m_bottom)});
    };
    for (std::size_t i = 1; i < parts.size(); ++i)
        m_sums.addEdge(gridPoint(parts[i - 1]), gridPoint(parts[i]), weight);
}

void PlotRaster::outline(const geo::ShapeView& plot, Colour colour, double width_px) {
    if (!isPolygonal(plot.kind())) return;
    const ColourWeight weight(colour);
    plot.forEachPath([&](const geo::PathView& path, bool) {
        readRing(path);
        addLine(width_px * unitsInPixel, weight);
    });
}

void PlotRaster::outline(const ReadyTile& ready, Colour colour, double width_px) {
    const double width = width_px * unitsInPixel;
    if (isPassedBy(placeOf(ready, ready.box()).grownBy(width))) return;
    const geo::ArcTile& tile = ready.tile();
    const ColourWeight half(colour);
    ColourWeight whole = half;
    whole.add(half, 1);
    for (std::size_t i = 0; i < tile.arcs.size(); ++i) {
        if (isPassedBy(placeOf(ready, ready.boxOf(i)).grownBy(width))) continue;
        const bool isShared =
            tile.arcs[i].left != geo::ArcTile::noClass && tile.arcs[i].right != geo::ArcTile::noClass;
        readArc(tile, i);
        addLine(width, isShared ? whole : half);
    }
}

void PlotRaster::addLine(double width, const ColourWeight& weight) {
    if (!m_isFinite) return;
    for (std::size_t i = 1; i < m_path.size(); ++i) addSegment(m_path[i - 1], m_path[i], width, weight);
}

void PlotRaster::addSegment(PointPx from, PointPx to, double width, const ColourWeight& weight) {
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    if (length == 0) return;
    const PointPx side{(to.y - from.y) * width / length / 2, (from.x - to.x) * width / length / 2};
    const std::array corners{from + side, to + side, to - side, from - side, from + side};
    for (std::size_t i = 1; i < corners.size(); ++i) addCutEdge(corners[i], corners[i - 1], weight);
}

}  // namespace styles
