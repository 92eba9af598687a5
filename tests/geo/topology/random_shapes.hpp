// SPDX-License-Identifier: Apache-2.0
// Random valid polygons of the sorts that maps hold, from a fixed seed.
#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

#include "geo/shape/geometry.hpp"

namespace samples {

class RandomShapes {
  public:
    explicit RandomShapes(unsigned seed) : m_random(seed) {}

    double between(double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(m_random);
    }
    bool happens(double chance) { return between(0, 1) < chance; }

    std::vector<geo::Coordinate> starRing(geo::Coordinate centre, double radius, int corners) {
        std::vector<geo::Coordinate> ring;
        for (int i = 0; i < corners; ++i) {
            const double angle = 2 * std::numbers::pi * i / corners;
            const double distance = radius * between(0.3, 1);
            ring.push_back({centre.x + distance * std::cos(angle), centre.y + distance * std::sin(angle)});
        }
        ring.push_back(ring.front());
        if (happens(0.5)) std::reverse(ring.begin(), ring.end());
        return ring;
    }

    geo::Geometry star(geo::Coordinate centre, double radius) {
        return geo::Geometry::polygon(starRing(centre, radius, 3 + static_cast<int>(between(0, 40))));
    }

    /// The hole stays within the least radius of the star around it.
    geo::Geometry starWithHole(geo::Coordinate centre, double radius) {
        geo::Geometry polygon = geo::Geometry::polygon(starRing(centre, radius, 24));
        polygon.addPath(starRing(centre, radius * 0.25, 7));
        return polygon;
    }

    /// A thousandth as wide as it is long, in any direction.
    geo::Geometry needle(geo::Coordinate centre, double radius) {
        const double angle = between(0, 2 * std::numbers::pi);
        const geo::Coordinate along{radius * std::cos(angle), radius * std::sin(angle)};
        return geo::Geometry::polygon({{centre.x - along.x, centre.y - along.y},
                                       {centre.x - along.y / 1000, centre.y + along.x / 1000},
                                       {centre.x + along.x, centre.y + along.y},
                                       {centre.x + along.y / 1000, centre.y - along.x / 1000}});
    }

    /// An upright rectangle on whole metres: its edges lie on the borders of cells.
    geo::Geometry block(geo::Coordinate centre, double radius) {
        const auto whole = [&](double value) { return std::round(value); };
        const double east = whole(centre.x + between(1, radius));
        const double north = whole(centre.y + between(1, radius));
        const double west = whole(centre.x - between(1, radius));
        const double south = whole(centre.y - between(1, radius));
        return geo::Geometry::polygon({{west, south}, {west, north}, {east, north}, {east, south}});
    }

    /// Two polygons far enough apart never to touch.
    geo::Geometry twoParts(geo::Coordinate centre, double radius) {
        geo::Geometry both = asKind(starWithHole(centre, radius / 2.5), geo::GeometryKind::MultiPolygon);
        both.beginPart();
        both.addPath(starRing({centre.x + radius, centre.y}, radius / 2.5, 12));
        return both;
    }

    /// A ring that crosses itself as often as chance has it.
    geo::Geometry tangle(geo::Coordinate centre, double radius) {
        std::vector<geo::Coordinate> ring;
        for (int i = 4 + static_cast<int>(between(0, 12)); i > 0; --i)
            ring.push_back({centre.x + between(-radius, radius), centre.y + between(-radius, radius)});
        return geo::Geometry::polygon(std::move(ring));
    }

    /// A hole that may cross the ring around it, or lie outside.
    geo::Geometry straySquareHole(geo::Coordinate centre, double radius) {
        geo::Geometry polygon = geo::Geometry::polygon(starRing(centre, radius, 12));
        const double x = centre.x + between(-radius, radius);
        const double y = centre.y + between(-radius, radius);
        const double side = between(0.1, 1) * radius;
        polygon.addPath(
            std::vector<geo::Coordinate>{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}});
        return polygon;
    }

    /// A star with a spike without width, outwards.
    geo::Geometry spiked(geo::Coordinate centre, double radius) {
        auto ring = starRing(centre, radius, 9);
        const geo::Coordinate foot = ring[3];
        const geo::Coordinate tip{2 * foot.x - centre.x, 2 * foot.y - centre.y};
        ring.insert(ring.begin() + 4, {tip, foot});
        return geo::Geometry::polygon(std::move(ring));
    }

    geo::Geometry anyInvalid(geo::Coordinate centre, double radius) {
        switch (static_cast<int>(between(0, 3))) {
            case 0:
                return straySquareHole(centre, radius);
            case 1:
                return spiked(centre, radius);
            default:
                return tangle(centre, radius);
        }
    }

    geo::Geometry any(geo::Coordinate centre, double radius) {
        switch (static_cast<int>(between(0, 5))) {
            case 0:
                return starWithHole(centre, radius);
            case 1:
                return needle(centre, radius);
            case 2:
                return block(centre, radius);
            case 3:
                return twoParts(centre, radius);
            default:
                return star(centre, radius);
        }
    }

    /// Cells of a crooked net: every border is shared exactly by the two cells beside it.
    std::vector<geo::Geometry> mosaic(geo::Coordinate corner, double cell, int columns, int rows) {
        const auto net = crookedNet(corner, cell, columns, rows);
        const auto at = [&](int column, int row) {
            return net[static_cast<std::size_t>(row * (columns + 1) + column)];
        };
        std::vector<geo::Geometry> cells;
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column) {
                cells.push_back(geo::Geometry::polygon(
                    {at(column, row), at(column, row + 1), at(column + 1, row + 1), at(column + 1, row)}));
            }
        }
        return cells;
    }

  private:
    std::vector<geo::Coordinate> crookedNet(geo::Coordinate corner, double cell, int columns, int rows) {
        std::vector<geo::Coordinate> net;
        for (int row = 0; row <= rows; ++row) {
            for (int column = 0; column <= columns; ++column) {
                net.push_back({corner.x + cell * (column + between(-0.3, 0.3)),
                               corner.y + cell * (row + between(-0.3, 0.3))});
            }
        }
        return net;
    }

    std::mt19937 m_random;
};

inline double perimeterOf(const geo::Geometry& geometry) {
    double length = 0;
    for (std::size_t index = 0; index < geometry.pathCount(); ++index) {
        const geo::Path path = geometry.path(index);
        for (std::size_t i = 1; i < path.size(); ++i) {
            length += std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
        }
    }
    return length;
}

}  // namespace samples
