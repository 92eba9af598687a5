// SPDX-License-Identifier: Apache-2.0
// One geometry of each kind, and bytes written as text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "geo/shape/geometry.hpp"

namespace samples {

inline void addRing(geo::Geometry& geometry, std::vector<geo::Coordinate> ring) { geometry.addPath(ring); }

inline geo::Geometry polygonWithHole() {
    geo::Geometry polygon(geo::GeometryKind::Polygon);
    polygon.beginPart();
    addRing(polygon, {{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}});
    addRing(polygon, {{4, 4}, {4, 6}, {6, 6}, {6, 4}, {4, 4}});
    return polygon;
}

inline geo::Geometry multi(geo::GeometryKind kind, std::vector<std::vector<geo::Coordinate>> parts) {
    geo::Geometry geometry(kind);
    for (const auto& part : parts) {
        geometry.beginPart();
        geometry.addPath(part);
    }
    return geometry;
}

inline geo::Geometry multiPolygon() {
    geo::Geometry both(geo::GeometryKind::MultiPolygon);
    both.beginPart();
    addRing(both, {{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}});
    addRing(both, {{4, 4}, {4, 6}, {6, 6}, {6, 4}, {4, 4}});
    both.beginPart();
    addRing(both, {{20, 0}, {30, 0}, {25, 7.5}, {20, 0}});
    return both;
}

inline std::vector<geo::Geometry> oneOfEachKind() {
    using geo::GeometryKind;
    return {geo::Geometry::point({103.4582, 22.3964}),
            geo::Geometry::lineString({{0, 0}, {1, 2}, {3, 4}}),
            polygonWithHole(),
            multi(GeometryKind::MultiPoint, {{{1, 2}}, {{3, 4}}}),
            multi(GeometryKind::MultiLineString, {{{0, 0}, {1, 1}}, {{5, 5}, {6, 6}, {7, 5}}}),
            multiPolygon()};
}

inline std::vector<std::byte> bytesFromHex(std::string_view hex) {
    const auto digit = [](char c) {
        return static_cast<unsigned>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    };
    std::vector<std::byte> bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        bytes.push_back(static_cast<std::byte>(digit(hex[i]) * 16 + digit(hex[i + 1])));
    }
    return bytes;
}

}  // namespace samples
