// SPDX-License-Identifier: Apache-2.0
// The order of the file first, then row by row.
#include "layers/checks/point_placement.hpp"

#include <cmath>

#include "geo/base/error.hpp"

namespace layers {
namespace {

/// One row the other way round is a slip of the row; from two on it may be the heads.
constexpr std::int64_t rowsThatOverruleHeads = 2;

bool isNumber(const std::optional<double>& number) { return number && std::isfinite(*number); }

bool hasPosition(const WrittenPoint& point) { return isNumber(point.first) && isNumber(point.second); }

geo::Coordinate readAs(const WrittenPoint& point, AxisOrder order) {
    return order == AxisOrder::EastFirst ? geo::Coordinate{*point.first, *point.second}
                                         : geo::Coordinate{*point.second, *point.first};
}

AxisOrder otherThan(AxisOrder order) {
    return order == AxisOrder::EastFirst ? AxisOrder::NorthFirst : AxisOrder::EastFirst;
}

/// Rows that lie in the province in one order and not in the other.
struct Evidence {
    std::int64_t eastFirst = 0;
    std::int64_t northFirst = 0;
    std::int64_t positions = 0;
};

Evidence evidenceOf(std::span<const WrittenPoint> points, const geo::Extent& province) {
    Evidence evidence;
    for (const WrittenPoint& point : points) {
        if (!hasPosition(point)) continue;
        ++evidence.positions;
        const bool fitsEastFirst = province.contains(readAs(point, AxisOrder::EastFirst));
        const bool fitsNorthFirst = province.contains(readAs(point, AxisOrder::NorthFirst));
        evidence.eastFirst += fitsEastFirst && !fitsNorthFirst ? 1 : 0;
        evidence.northFirst += fitsNorthFirst && !fitsEastFirst ? 1 : 0;
    }
    return evidence;
}

AxisOrder orderOfLetters(const Evidence& evidence, const std::string& columns) {
    if (evidence.positions > 0 && evidence.eastFirst == evidence.northFirst) {
        throw geo::Error(geo::ErrorKind::BadData, "coordinates.undecided", {{"columns", columns}});
    }
    return evidence.northFirst > evidence.eastFirst ? AxisOrder::NorthFirst : AxisOrder::EastFirst;
}

AxisOrder orderOfNames(const Evidence& evidence) {
    const bool isOverruled = evidence.eastFirst == 0 && evidence.northFirst >= rowsThatOverruleHeads;
    return isOverruled ? AxisOrder::NorthFirst : AxisOrder::EastFirst;
}

AxisOrder orderOf(const Evidence& evidence, AxisNames names, const std::string& columns) {
    switch (names) {
        case AxisNames::Xy:
            return orderOfLetters(evidence, columns);
        case AxisNames::LonLat:
        case AxisNames::EastNorth:
            return orderOfNames(evidence);
    }
    return AxisOrder::EastFirst;
}

void sayOrder(PlacedPoints& placed, const Evidence& evidence, AxisNames names, const std::string& columns) {
    if (names == AxisNames::Xy && evidence.positions > 0) {
        placed.findings.push_back(
            {{"coordinates.xy-read-as", {{"columns", columns}, {"order", wordOf(placed.order)}}}, 0, {}});
    }
    if (names != AxisNames::Xy && placed.order == AxisOrder::NorthFirst) {
        placed.findings.push_back(
            {{"coordinates.heads-exchanged", {{"columns", columns}, {"count", evidence.northFirst}}}, 0, {}});
    }
}

Finding axesSwapped(const WrittenPoint& point) {
    return {{"point.axes-swapped", {{"row", point.row}, {"first", *point.first}, {"second", *point.second}}},
            point.row,
            {}};
}

Finding offProvince(const WrittenPoint& point) {
    return {{"point.off-province", {{"row", point.row}, {"first", *point.first}, {"second", *point.second}}},
            point.row,
            {}};
}

void place(PlacedPoints& placed, const WrittenPoint& point, const geo::Extent& province) {
    if (!hasPosition(point)) {
        placed.at.emplace_back();
        placed.findings.push_back({{"point.no-position", {{"row", point.row}}}, point.row, {}});
        return;
    }
    const geo::Coordinate asOrdered = readAs(point, placed.order);
    const geo::Coordinate turned = readAs(point, otherThan(placed.order));
    const bool fits = province.contains(asOrdered);
    const bool isSwapped = !fits && province.contains(turned);
    placed.at.emplace_back(isSwapped ? turned : asOrdered);
    if (isSwapped) placed.findings.push_back(axesSwapped(point));
    if (!isSwapped && !fits) placed.findings.push_back(offProvince(point));
}

}  // namespace

std::string wordOf(AxisOrder order) { return order == AxisOrder::EastFirst ? "east-north" : "north-east"; }

PlacedPoints placePoints(std::span<const WrittenPoint> points, AxisNames names,
                         const geo::Extent& provinceInTheirCrs, const std::string& columns) {
    const Evidence evidence = evidenceOf(points, provinceInTheirCrs);
    PlacedPoints placed;
    placed.order = orderOf(evidence, names, columns);
    sayOrder(placed, evidence, names, columns);
    placed.at.reserve(points.size());
    for (const WrittenPoint& point : points) place(placed, point, provinceInTheirCrs);
    return placed;
}

}  // namespace layers
