// SPDX-License-Identifier: Apache-2.0
// Segments cut where they cross an edge; the middle of each piece says where the piece lies.
#include "geo/network/banded_polygon.hpp"

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

double cross(Coordinate origin, Coordinate a, Coordinate b) {
    return (a.x - origin.x) * (b.y - origin.y) - (a.y - origin.y) * (b.x - origin.x);
}

Coordinate placeAt(Coordinate from, Coordinate to, double share) {
    return {from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)};
}

/// How far along the segment a point of its line lies.
double shareOf(Coordinate from, Coordinate to, Coordinate point) {
    const Coordinate along{to.x - from.x, to.y - from.y};
    const double length2 = along.x * along.x + along.y * along.y;
    return ((point.x - from.x) * along.x + (point.y - from.y) * along.y) / length2;
}

}  // namespace

BandedPolygon::BandedPolygon(const Geometry& polygon) {
    if (polygon.isPolygonal() && hasFiniteCoordinates(polygon)) {
        m_extent = polygon.extent();
        for (std::size_t index = 0; index < polygon.pathCount(); ++index) addRing(polygon.path(index));
    }
    layBands();
}

void BandedPolygon::addRing(Path ring) {
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const bool runsEast = ring[i - 1].x <= ring[i].x;
        m_edges.push_back(runsEast ? Edge{ring[i - 1], ring[i]} : Edge{ring[i], ring[i - 1]});
    }
}

void BandedPolygon::layBands() {
    m_bandCount = std::max<std::size_t>(1, m_edges.size() / 4);
    m_bandBegin.assign(m_bandCount + 1, 0);
    const auto forEachBand = [&](const Edge& edge, auto&& visit) {
        for (std::size_t band = bandOf(edge.west.x); band <= bandOf(edge.east.x); ++band) visit(band);
    };
    for (const Edge& edge : m_edges) {
        forEachBand(edge, [&](std::size_t band) { ++m_bandBegin[band + 1]; });
    }
    for (std::size_t band = 1; band <= m_bandCount; ++band) m_bandBegin[band] += m_bandBegin[band - 1];
    m_banded.resize(m_bandBegin.back());
    std::vector<std::size_t> next(m_bandBegin.begin(), m_bandBegin.end() - 1);
    for (std::size_t edge = 0; edge < m_edges.size(); ++edge) {
        forEachBand(m_edges[edge], [&](std::size_t band) { m_banded[next[band]++] = edge; });
    }
}

std::size_t BandedPolygon::bandOf(double x) const {
    const double width = m_extent.width();
    if (!(width > 0)) return 0;
    const double share = std::clamp((x - m_extent.minX) / width, 0.0, 1.0);
    return std::min(static_cast<std::size_t>(share * static_cast<double>(m_bandCount)), m_bandCount - 1);
}

std::span<const std::size_t> BandedPolygon::edgesIn(std::size_t band) const {
    return std::span(m_banded).subspan(m_bandBegin[band], m_bandBegin[band + 1] - m_bandBegin[band]);
}

bool BandedPolygon::contains(Coordinate point) const {
    bool isInside = false;
    if (!m_extent.contains(point)) return false;
    for (const std::size_t place : edgesIn(bandOf(point.x))) {
        const auto& [west, east] = m_edges[place];
        if (point.x < west.x || point.x >= east.x) continue;
        isInside ^= west.y + (point.x - west.x) * ((east.y - west.y) / (east.x - west.x)) > point.y;
    }
    return isInside;
}

Metres BandedPolygon::lengthInside(const Geometry& line) const {
    double length = 0;
    std::vector<double> crossings;
    for (std::size_t index = 0; index < line.pathCount(); ++index) {
        const Path path = line.path(index);
        for (std::size_t i = 1; i < path.size(); ++i) length += insideOf(path[i - 1], path[i], crossings);
    }
    return {length};
}

double BandedPolygon::insideOf(Coordinate from, Coordinate to, std::vector<double>& crossings) const {
    Extent box;
    box.include(from);
    box.include(to);
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    if (!m_extent.intersects(box) || !(length > 0) || !std::isfinite(length)) return 0;
    crossings.assign({0.0, 1.0});
    addCrossings(from, to, crossings);
    std::ranges::sort(crossings);
    double inside = 0;
    for (std::size_t i = 1; i < crossings.size(); ++i) {
        const double share = crossings[i] - crossings[i - 1];
        const Coordinate middle = placeAt(from, to, crossings[i - 1] + share / 2);
        if (share > 0 && contains(middle)) inside += share * length;
    }
    return inside;
}

void BandedPolygon::addCrossings(Coordinate from, Coordinate to, std::vector<double>& crossings) const {
    const auto add = [&](double share) {
        if (share > 0 && share < 1) crossings.push_back(share);
    };
    const auto [first, last] = std::minmax({bandOf(from.x), bandOf(to.x)});
    for (std::size_t band = first; band <= last; ++band) {
        for (const std::size_t place : edgesIn(band)) {
            const auto& [west, east] = m_edges[place];
            const double westSide = cross(from, to, west);
            const double eastSide = cross(from, to, east);
            // Corners on the segment cut it too: an edge may run along it for a while.
            if (westSide == 0) add(shareOf(from, to, west));
            if (eastSide == 0) add(shareOf(from, to, east));
            if ((westSide > 0) == (eastSide > 0) || westSide == eastSide) continue;
            add(shareOf(from, to, placeAt(west, east, westSide / (westSide - eastSide))));
        }
    }
}

}  // namespace geo
