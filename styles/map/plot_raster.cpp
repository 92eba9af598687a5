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

/// So that products of coordinates stay finite; nobody sees where that far away they are.
void broughtNear(PointPx& point) {
    constexpr double farAway = 1e12;
    point = {std::clamp(point.x, -farAway, farAway), std::clamp(point.y, -farAway, farAway)};
}

bool isPolygonal(geo::GeometryKind kind) {
    return kind == geo::GeometryKind::Polygon || kind == geo::GeometryKind::MultiPolygon;
}

}  // namespace

PlotRaster::PlotRaster(const MapView& view, const RectPx& pixels)
    : m_scale(unitsInPixel / view.metresPerPixel()),
      m_origin(view.toPicture({0, 0})),
      m_right(unitsInPixel * pixels.width()),
      m_bottom(unitsInPixel * pixels.height()),
      m_sums({static_cast<int>(pixels.width()), static_cast<int>(pixels.height())}) {
    m_origin = {unitsInPixel * (m_origin.x - pixels.left), unitsInPixel * (m_origin.y - pixels.top)};
}

void PlotRaster::fill(const geo::ShapeView& plot, Colour colour) {
    if (!isPolygonal(plot.kind())) return;
    const ColourWeight inside(colour);
    const ColourWeight hole = ColourWeight() - inside;
    plot.forEachPath([&](const geo::PathView& path, bool isOuter) {
        readRing(path);
        // Inside is right of what runs down: against the clock.
        const bool isAgainstClock = turnOf(m_ring) < 0;
        addRing(isOuter == isAgainstClock ? inside : hole);
    });
}

void PlotRaster::readRing(const geo::PathView& path) {
    m_ring.clear();
    m_isRingInside = true;
    m_isRingFinite = true;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const geo::Coordinate place = path[i];
        const PointPx point{m_origin.x + place.x * m_scale, m_origin.y - place.y * m_scale};
        m_isRingInside = m_isRingInside && isInside(point);
        m_isRingFinite = m_isRingFinite && std::isfinite(point.x) && std::isfinite(point.y);
        m_ring.push_back(point);
    }
    if (!m_ring.empty()) m_ring.push_back(m_ring.front());
    if (!m_isRingInside && m_isRingFinite) std::ranges::for_each(m_ring, broughtNear);
}

void PlotRaster::addRing(const ColourWeight& weight) {
    if (!m_isRingInside) return addCutRing(weight);
    if (m_ring.empty()) return;
    FinePoint from = onGrid(m_ring.front());
    for (const PointPx& point : m_ring) {
        const FinePoint to = onGrid(point);
        m_sums.addEdge(from, to, weight);
        from = to;
    }
}

void PlotRaster::addCutRing(const ColourWeight& weight) {
    if (!m_isRingFinite) return;
    for (std::size_t i = 1; i < m_ring.size(); ++i) addCutEdge(m_ring[i - 1], m_ring[i], weight);
}

/// Above, below and right of the raster an edge changes nothing in it; left of it, as much as along its side.
/// Always cut from the top, so that both who share an edge cut it alike.
void PlotRaster::addCutEdge(PointPx from, PointPx to, const ColourWeight& weight) {
    if (from.y > to.y) return addCutEdge(to, from, ColourWeight() - weight);
    const PointPx top = between(from, to, partUntil(from.y, to.y, 0));
    const PointPx bottom = between(from, to, partUntil(from.y, to.y, m_bottom));
    if (from.y >= m_bottom || to.y <= 0) return;
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
        if (!m_isRingFinite) return;
        for (std::size_t i = 1; i < m_ring.size(); ++i)
            addSegment(m_ring[i - 1], m_ring[i], width_px * unitsInPixel, weight);
    });
}

void PlotRaster::addSegment(PointPx from, PointPx to, double width, const ColourWeight& weight) {
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    if (length == 0) return;
    const PointPx side{(to.y - from.y) * width / length / 2, (from.x - to.x) * width / length / 2};
    const std::array corners{from + side, to + side, to - side, from - side, from + side};
    for (std::size_t i = 1; i < corners.size(); ++i) addCutEdge(corners[i], corners[i - 1], weight);
}

}  // namespace styles
