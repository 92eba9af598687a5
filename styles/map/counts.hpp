// SPDX-License-Identifier: Apache-2.0
// How many things a map shows, by the rows of its legend.
#pragma once

#include <vector>

#include "styles/map/map_sheet.hpp"

namespace styles {

/// Classes, units without data, not reported, not applicable and without a target add up to all units; carried and
/// estimated ones stand in a class as well. Of panels, all their figures together.
struct ClassCounts {
    std::vector<int> inClass;
    int withoutData = 0;
    int notReported = 0;
    int notApplicable = 0;
    int withoutTarget = 0;
    int carried = 0;
    int estimated = 0;
};
ClassCounts countClasses(const MapSheet& sheet);

/// Rows and others add up to all things.
struct RowCounts {
    std::vector<int> inRow;
    int other = 0;
    int hollow = 0;
    bool operator==(const RowCounts&) const = default;
};
/// Nothing where the theme gives such things no look.
RowCounts countLines(const MapSheet& sheet);
RowCounts countPoints(const MapSheet& sheet);
RowCounts countPlots(const MapSheet& sheet);

/// The class or category of a point; nothing when its value or category is unknown.
std::optional<std::size_t> rowOf(const MapPoint& point, const PointsLook& look);

}  // namespace styles
