// SPDX-License-Identifier: Apache-2.0
// By table where it covers, in pieces that fit the cache; the strays one by one.
#include "geo/topology/point_locator.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include "geo/base/error.hpp"
#include "geo/base/parallel.hpp"
#include "geo/shape/extent.hpp"

namespace geo {
namespace {

constexpr std::size_t pointsAtOnce = 4096;
/// Of each side: points lie about zones rather than in them alone, and the sides of an extent bend.
constexpr double slack = 0.1;
constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();

bool isFinite(Coordinate position) { return std::isfinite(position.x) && std::isfinite(position.y); }

/// Nothing where the target has no place for it.
std::optional<Coordinate> movedBy(const Transform& transform, Coordinate position) {
    if (!isFinite(position)) return std::nullopt;
    try {
        return transform.apply(position);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::BadData) throw;
        return std::nullopt;
    }
}

Extent extentOf(std::span<const Geometry> zones) {
    Extent extent;
    for (const Geometry& zone : zones) extent.include(zone.extent());
    return extent;
}

/// Around what an extent becomes in another system; empty for an empty one.
Extent movedExtent(const Extent& extent, const Crs& from, const Crs& to) {
    const Transform transform(from, to);
    constexpr std::array<double, 5> shares{0, 0.25, 0.5, 0.75, 1};
    Extent moved;
    for (const double x : shares) {
        for (const double y : shares) {
            const auto corner =
                movedBy(transform, {extent.minX + x * extent.width(), extent.minY + y * extent.height()});
            if (corner) moved.include(*corner);
        }
    }
    const double x = slack * moved.width();
    const double y = slack * moved.height();
    return {moved.minX - x, moved.minY - y, moved.maxX + x, moved.maxY + y};
}

}  // namespace

PointLocator::PointLocator(std::span<const Geometry> zones, const Crs& crsOfZones, const Crs& crsOfPoints)
    : m_zones(zones),
      m_exact(crsOfPoints, crsOfZones),
      m_table(m_exact, movedExtent(extentOf(zones), crsOfZones, crsOfPoints)) {}

void PointLocator::locate(std::span<Coordinate> positions, std::span<std::uint32_t> zones,
                          unsigned threads) const {
    std::vector<Places> strays(chunkCount(positions.size(), pointsAtOnce));
    const auto work = [&](const Chunk& chunk) {
        const std::size_t count = chunk.end - chunk.begin;
        strays[chunk.index] =
            locateByTable(positions.subspan(chunk.begin, count), zones.subspan(chunk.begin, count));
    };
    parallelFor(positions.size(), pointsAtOnce, work, threads);
    // PROJ answers one thread only: the caller's.
    for (std::size_t chunk = 0; chunk < strays.size(); ++chunk) {
        for (const std::size_t stray : strays[chunk]) {
            const std::size_t place = chunk * pointsAtOnce + stray;
            locateExactly(positions[place], zones[place]);
        }
    }
}

/// Answers the places of those that the table does not cover; they stay as they are.
PointLocator::Places PointLocator::locateByTable(std::span<Coordinate> positions,
                                                 std::span<std::uint32_t> zones) const {
    std::vector<Coordinate> moved(positions.begin(), positions.end());
    m_table.apply(moved);
    m_zones.locate(moved, zones);
    Places strays;
    for (std::size_t i = 0; i < moved.size(); ++i) {
        if (isFinite(moved[i])) {
            positions[i] = moved[i];
        } else {
            strays.push_back(i);
        }
    }
    return strays;
}

void PointLocator::locateExactly(Coordinate& position, std::uint32_t& zone) const {
    position = movedBy(m_exact, position).value_or(Coordinate{nowhere, nowhere});
    m_zones.locate({&position, 1}, {&zone, 1});
}

}  // namespace geo
