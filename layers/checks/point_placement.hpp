// SPDX-License-Identifier: Apache-2.0
// Written pairs of numbers become positions, each row placed or named.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geo/shape/coordinate.hpp"
#include "geo/shape/extent.hpp"
#include "layers/checks/coordinate_fields.hpp"
#include "layers/checks/finding.hpp"

namespace layers {

struct WrittenPoint {
    /// As the columns stand in CoordinateFields: east then north, or X then Y.
    std::optional<double> first;
    std::optional<double> second;
    /// Counted from 1 in the source.
    std::int64_t row = 0;
};

enum class AxisOrder { EastFirst, NorthFirst };
/// `east-north` or `north-east`.
std::string wordOf(AxisOrder order);

struct PlacedPoints {
    /// East first whatever the file does; nothing for rows without two numbers. As many as were written.
    std::vector<std::optional<geo::Coordinate>> at;
    /// How the columns were read.
    AxisOrder order = AxisOrder::EastFirst;
    std::vector<Finding> findings;
};

/// Reads every row by the order of its file, which columns called X and Y take from the points: the order
/// that puts more of them into the province, and always said. Heads that name east and north are overruled
/// only when two points or more lie in the province turned round and none as named.
///
/// CRS:    any; numbers and province in the same, the province east first.
/// Errors: BadData `coordinates.undecided` (columns) when points in X and Y speak for both orders alike.
/// Findings:
///  - `coordinates.xy-read-as` (columns, order), `coordinates.heads-exchanged` (columns, count)
///  - `point.axes-swapped` (row, first, second): turned, since only so it lies in the province
///  - `point.off-province` (row, first, second): in neither order, kept in that of the file
///  - `point.no-position` (row)
PlacedPoints placePoints(std::span<const WrittenPoint> points, AxisNames names,
                         const geo::Extent& provinceInTheirCrs, const std::string& columns = "X, Y");

}  // namespace layers
